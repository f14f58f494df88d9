package clew.bench;

import clew.core.linkage.LinkSettings.Mode;
import clew.core.linkage.RecordTable;
import clew.core.measure.Partition;
import clew.core.simulate.RegionSettings;
import clew.core.simulate.Simulation;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The person records of all agencies of a simulated region. A record that stands in several rows is taken once, as it
 * first stands. Records without a key of the sender cannot be named in the truth and are left out.
 *
 * @param name on the scoreboard
 * @param folder what {@code clew simulate --out} wrote
 */
record SimulatedDataSet(String name, Path folder) {

    /** The region of so many people, simulated now unless it already lies complete in its folder under {@code data}. */
    static SimulatedDataSet make(int people, long seed, Path data) throws IOException {
        String name = "simulated_" + people;
        Path folder = data.resolve(name + "_" + seed);
        if (!Files.exists(folder.resolve("manifest.json"))) {
            Simulation.run(
                    new RegionSettings(people, seed), file -> create(folder.resolve(file)), (at, of, records) -> {});
        }
        return new SimulatedDataSet(name, folder);
    }

    private static OutputStream create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.newOutputStream(file);
    }

    /** The person records of the region as one file with its map, written beside it unless they are there: all agencies are one source, for one agency may hold a person twice. */
    DataSet asFiles() throws IOException {
        Path file = folder.resolve("persons-of-all-agencies.csv");
        Path map = folder.resolve("persons-of-all-agencies.map.yaml");
        if (!Files.exists(map)) {
            RecordTable records = records();
            write(file, records, truth(records));
            Files.writeString(
                    map,
                    "id: record\ncolumns:\n"
                            + records.columns().stream()
                                    .map(column -> "  " + column.name() + ": "
                                            + column.kind().title() + "\n")
                                    .collect(Collectors.joining()));
        }
        return new DataSet(name, Mode.DEDUPE, List.of(file), map, "cluster");
    }

    private static void write(Path file, RecordTable records, Partition truth) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            List<String> header = new ArrayList<>(List.of("record", "cluster"));
            records.columns().forEach(column -> header.add(column.name()));
            csv.writeRecord(header);
            for (int row = 0; row < records.rows(); row++) {
                List<String> cells = new ArrayList<>(header.size());
                cells.add(records.sources().get(records.sourceOf(row)) + "/" + records.idOf(row));
                cells.add(String.valueOf(truth.part(row)));
                for (int column = 0; column < records.columns().size(); column++) {
                    cells.add(records.valueOf(row, column));
                }
                csv.writeRecord(cells);
            }
        }
    }

    /** Reads the records. */
    RecordTable records() throws IOException {
        RecordTable.Builder table = RecordTable.builder(PersonFields.columns());
        SeenTexts seen = new SeenTexts();
        for (Path map : maps()) {
            ExtractMap extract = ExtractMap.read(map);
            String agency = map.getName(map.getNameCount() - 2).toString();
            ExtractFile.read(map, extract, row -> add(table, seen, agency, extract, row));
        }
        return table.build();
    }

    private List<Path> maps() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("extracts"))) {
            return files.filter(file -> file.toString().endsWith(".map.yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static void add(
            RecordTable.Builder table, SeenTexts seen, String agency, ExtractMap extract, ExtractMap.Row row) {
        for (ExtractMap.PersonMap person : extract.persons()) {
            if (!person.when().isEmpty() && row.value(person.when()).isBlank()) {
                continue;
            }
            String key = person.key().stream().map(row::value).collect(Collectors.joining("|"));
            String id = extract.system() + "/" + person.role() + "/" + key;
            if (!key.replace("|", "").isBlank() && seen.add(agency + "/" + id)) {
                table.add(agency, id, values(person, row));
            }
        }
    }

    private static @Nullable String[] values(ExtractMap.PersonMap person, ExtractMap.Row row) {
        @Nullable String[] values = new @Nullable String[person.values().size()];
        for (int i = 0; i < values.length; i++) {
            Function<ExtractMap.Row, String> reader = person.values().get(i);
            values[i] = reader == null ? null : reader.apply(row);
        }
        return values;
    }

    /** The true persons of the records, as {@link #records()} gave them. */
    Partition truth(RecordTable records) throws IOException {
        Map<String, String> personOf = new HashMap<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth/persons.csv"), StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : csv) {
                if (row.getField("shape").equals("person")) {
                    personOf.put(
                            slug(row.getField("agency")) + "/" + row.getField("system") + "/" + row.getField("role")
                                    + "/" + row.getField("key"),
                            row.getField("person_id"));
                }
            }
        }
        List<String> persons = new ArrayList<>(records.rows());
        for (int row = 0; row < records.rows(); row++) {
            String record = slug(records.sources().get(records.sourceOf(row))) + "/" + records.idOf(row);
            String person = personOf.get(record);
            if (person == null) {
                throw new IOException("expected the true person of " + record + ", found none, in truth/persons.csv");
            }
            persons.add(person);
        }
        return Partition.ofTexts(persons);
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
