package clew.app.cli;

import clew.app.identity.FilePersons;
import clew.app.intake.MappedFile;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.core.network.BlockList;
import clew.core.network.files.PlainTables;
import clew.core.network.files.TableMap;
import clew.core.network.files.UnreadableTable;
import clew.core.network.records.Persons;
import clew.core.network.records.Reasons;
import clew.core.network.records.RecordNetwork;
import clew.core.standard.DeploymentKey;
import clew.core.standard.PersonShape;
import clew.core.standard.RecordIdentity;
import clew.core.standard.StandardRecord;
import clew.core.standard.Violation;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code clew groups} reads: agencies' extracts through import mappings, or plain tables of who was at what. */
final class GroupsInput {
    /** Record ids of a run on files mean nothing outside it. */
    private static final DeploymentKey KEY =
            DeploymentKey.of("clew groups works on files".getBytes(StandardCharsets.UTF_8));

    private static final String MAP_ENDING = ".map.yaml";

    private final Consumer<Violation> refused;
    private final RecordNetwork.Builder network = new RecordNetwork.Builder();
    private final FilePersons people = new FilePersons();
    private final Map<UUID, String> names = new HashMap<>();
    private long rows;
    private long quarantined;
    private boolean records;
    private PlainTables tables = new PlainTables(TableMap.NONE);

    /** @param refused takes what is wrong with a row that is left out */
    GroupsInput(Consumer<Violation> refused) {
        this.refused = refused;
    }

    /** Reads all files; a folder stands for the extracts in it that have a mapping beside them. */
    void read(List<Path> paths, @Nullable Path map) throws IOException, MappingInvalid {
        String text = map == null ? null : text(map);
        boolean isMapping = text != null && text.lines().anyMatch(line -> line.startsWith("records:"));
        if (map != null && !isMapping) {
            tables = new PlainTables(TableMap.read(String.valueOf(text), map.toString()));
        }
        for (Path file : files(paths)) {
            Path beside = beside(file);
            if (isMapping) {
                extract(file, Mapping.read(java.util.Objects.requireNonNull(map)));
            } else if (map == null && Files.isRegularFile(beside)) {
                extract(file, Mapping.read(beside));
            } else {
                table(file);
            }
        }
        if (records && tables.rows() > 0) {
            throw new UnreadableTable(
                    "either extracts with a mapping or plain tables", "both", String.valueOf(paths.get(0)));
        }
    }

    private static List<Path> files(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> within = Files.walk(path)) {
                    within.filter(file -> !file.toString().endsWith(MAP_ENDING) && Files.isRegularFile(beside(file)))
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        if (files.isEmpty()) {
            throw new UnreadableTable("extracts with a mapping beside them", "none", paths.toString());
        }
        return files;
    }

    private static Path beside(Path file) {
        return file.resolveSibling(stem(file) + MAP_ENDING);
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableTable("a file", Files.isDirectory(file) ? "a folder" : "none", file.toString());
        }
        return Files.readString(file);
    }

    /** The agency that sent an extract is the folder in which it lies. */
    private static String agency(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        Path name = folder == null ? null : folder.getFileName();
        return name == null ? "files" : slug(name.toString());
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private void extract(Path file, Mapping mapping) throws IOException, MappingInvalid {
        records = true;
        String agency = agency(file);
        LocalDate received =
                LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneId.of("Europe/London"));
        MappedFile read = MappedFile.read(
                file,
                agency,
                mapping,
                KEY,
                derived -> take(derived.record(), agency, received, derived.standard()),
                refused);
        rows += read.rows();
        quarantined += read.quarantined();
    }

    private void take(UUID id, String agency, LocalDate received, StandardRecord record) {
        network.add(id, agency, received, record);
        if (record.shape() == PersonShape.SHAPE) {
            people.add(id, agency, record);
            names.putIfAbsent(
                    id, agency + "/" + record.find(PersonShape.LOCAL_ID).orElse(id.toString()));
        }
    }

    private void table(Path file) throws IOException {
        text(file);
        long before = tables.refused().size();
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
            tables.read(stem(file), file.toString(), reader);
        }
        List<Violation> now = tables.refused();
        now.subList((int) before, now.size()).forEach(refused);
        quarantined += now.size() - before;
    }

    /** Whether records of the standard were read, not plain tables. */
    boolean isRecords() {
        return records;
    }

    PlainTables tables() {
        return tables;
    }

    long rows() {
        return rows + tables.rows();
    }

    long quarantined() {
        return quarantined;
    }

    /** Persons linked as the product links them; a person goes by the sender and number of one of its records. */
    Persons linked(int threads) {
        Map<UUID, UUID> personOf = people.link(threads);
        return record -> {
            UUID person = personOf.get(record);
            return person == null ? null : names.get(person);
        };
    }

    /** The records with these persons. */
    RecordNetwork with(Persons persons, Reasons reasons) {
        return with(persons, reasons, BlockList.NONE);
    }

    /** The same, with what people set aside for a time. */
    RecordNetwork with(Persons persons, Reasons reasons, BlockList blocked) {
        return network.build(persons, reasons, blocked);
    }

    /**
     * Who or what each record is, from a file with the header {@code agency,system,shape,role,key,person_id}.
     *
     * @throws UnreadableTable when it is no such file
     */
    static Map<UUID, String> identities(Path file) throws IOException {
        text(file);
        Map<UUID, String> identities = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                RecordIdentity identity = RecordIdentity.of(
                        slug(row.getField("agency")),
                        row.getField("system"),
                        row.getField("shape"),
                        List.of(row.getField("key").split("\\|", -1)),
                        row.getField("role"));
                identities.put(identity.id(KEY), row.getField("person_id"));
            }
        } catch (NoSuchElementException | CsvParseException | UncheckedIOException e) {
            throw new UnreadableTable(
                    "CSV with the header agency,system,shape,role,key,person_id", e.getMessage() + "", file.toString());
        }
        return identities;
    }
}
