package clew.app.identity;

import clew.app.intake.mapping.MappedRecord;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.intake.mapping.RowMapper;
import clew.app.intake.source.Limits;
import clew.app.intake.source.Line;
import clew.app.intake.source.Row;
import clew.app.intake.source.Rows;
import clew.app.intake.source.SourceFile;
import clew.core.linkage.RecordTable;
import clew.core.simulate.RegionSettings;
import clew.core.simulate.Simulation;
import clew.core.standard.DeploymentKey;
import clew.core.standard.RecordIdentity;
import clew.core.standard.Standard;
import clew.core.standard.StandardRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The records of persons of a simulated region, as a store would link them, and who they truly are. Without a store; the last row that gives a record counts.
 *
 * @param truth by row: a number a person
 */
@SuppressWarnings("ArrayRecordComponent")
record SimulatedPersons(RecordTable table, int[] truth) {
    private static final DeploymentKey KEY = DeploymentKey.of(new byte[32]);

    static SimulatedPersons of(int people, long seed, Path folder) throws IOException, MappingInvalid {
        Simulation.run(
                new RegionSettings(people, seed),
                name -> {
                    Path file = folder.resolve(name);
                    Files.createDirectories(file.getParent());
                    return Files.newOutputStream(file);
                },
                (done, all, records) -> {});
        Map<UUID, StandardRecord> records = new LinkedHashMap<>();
        List<Path> maps;
        try (Stream<Path> files = Files.walk(folder.resolve("extracts"))) {
            maps = files.filter(file -> file.toString().endsWith(".map.yaml"))
                    .sorted()
                    .toList();
        }
        for (Path map : maps) {
            read(map, records);
        }
        return table(records, truth(folder.resolve("truth/persons.csv")));
    }

    private static void read(Path map, Map<UUID, StandardRecord> records) throws IOException, MappingInvalid {
        Mapping mapping = Mapping.read(map);
        String name = map.getFileName().toString().replace(".map.yaml", "");
        Path file = Stream.of(".csv", ".jsonl", ".xlsx")
                .map(ending -> map.resolveSibling(name + ending))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        SourceFile source = SourceFile.check(file, mapping.format(), Limits.ORDINARY);
        RowMapper mapper = new RowMapper(mapping, map.getParent().getFileName().toString(), KEY, source.name());
        try (Rows rows = source.open()) {
            for (Line line = rows.next(); line != null; line = rows.next()) {
                if (line instanceof Row row) {
                    for (MappedRecord record : mapper.map(row).records()) {
                        if (record.record().shape().name().equals("person")) {
                            records.put(record.id(), record.record());
                        }
                    }
                }
            }
        }
    }

    private static Map<UUID, String> truth(Path file) throws IOException {
        Map<UUID, String> truth = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", -1);
            if (cells[2].equals("person")) {
                truth.put(
                        RecordIdentity.of(cells[0], cells[1], cells[2], List.of(cells[4].split("\\|", -1)), cells[3])
                                .id(KEY),
                        cells[5]);
            }
        }
        return truth;
    }

    private static SimulatedPersons table(Map<UUID, StandardRecord> records, Map<UUID, String> truth) {
        PersonColumns columns = new PersonColumns(Standard.shape("person"));
        RecordTable.Builder table = RecordTable.builder(columns.columns());
        Map<String, Integer> numbers = new HashMap<>();
        List<Integer> persons = new ArrayList<>();
        records.forEach((id, record) -> {
            table.add("records", id.toString(), columns.values(record));
            persons.add(numbers.computeIfAbsent(truth.getOrDefault(id, id.toString()), key -> numbers.size()));
        });
        return new SimulatedPersons(
                table.build(), persons.stream().mapToInt(Integer::intValue).toArray());
    }

    /** How many records have no true person on file, and so count as persons of their own. */
    long persons() {
        return java.util.Arrays.stream(truth).distinct().count();
    }
}
