package clew.app.identity;

import clew.app.access.Agencies;
import clew.app.intake.ImportRequest;
import clew.app.intake.Intake;
import clew.app.intake.Progress;
import clew.app.intake.mapping.Mapping;
import clew.app.store.DatabaseForTests;
import clew.app.store.Store;
import clew.core.standard.DeploymentKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Small extracts of simulated people, imported into a test's database through the intake. */
public final class Extracted {
    public static final String HEADER =
            "ID,FORENAME,SURNAME,DOB,SEX,NHS,POSTCODE,HOUSE,PHONE,ETHNICITY,NATIONALITY,LANGUAGE,DISABILITY\n";
    private static final String MAPPING = """
            map: people
            version: 1
            standard: 1
            system: PEOPLE
            extract: delta
            include: {regime: uk_gdpr, purpose: safeguarding children, reason: known to the service}
            records:
              - shape: person
                key: [ID]
                fields:
                  given_name: FORENAME
                  family_name: SURNAME
                  date_of_birth: {column: DOB, format: dd/MM/yyyy}
                  sex: {column: SEX, codes: {M: male, F: female}}
                  nhs_number: NHS
                  postcode: POSTCODE
                  house_number: HOUSE
                  phone: PHONE
                  self_defined_ethnicity: ETHNICITY
                  nationality: NATIONALITY
                  language: LANGUAGE
                  disability: DISABILITY
                  local_id: ID
                  simulated: {value: "yes"}
            """;

    private final Store store;
    private final DeploymentKey key;
    private final Map<UUID, String> truths = new HashMap<>();

    public Extracted(DatabaseForTests database) {
        this.store = database.open();
        this.key = Intake.recordKey(store.secrets());
    }

    /** Imports rows (without header) as an agency's extract; makes the agency where it is new. Returns its class. */
    public int imported(Path folder, String agency, String rows) {
        Agencies agencies = new Agencies(store.engine());
        int partnership = agencies.partnership("harrowmere", "Harrowmere");
        int id = agencies.agency(partnership, agency, "Agency " + agency, Agencies.Kind.OTHER);
        try {
            Path file =
                    Files.writeString(Files.createTempDirectory(folder, agency).resolve("people.csv"), HEADER + rows);
            Mapping mapping = Mapping.parse(MAPPING, "people.map.yaml");
            Intake.into(store, Clock.systemUTC(), 1_000)
                    .run(new ImportRequest(file, agency, mapping, null, true), Progress.SILENT);
        } catch (IOException | clew.app.intake.mapping.MappingInvalid e) {
            throw new IllegalStateException(e);
        }
        return agencies.classOf(id, Agencies.Handling.CONTENT, "none");
    }

    /** Joins by a model of what was imported. */
    public PictureBuild.Built joined() {
        LearntModel.putInForce(store);
        return built();
    }

    /** Joins by the model in force. */
    public PictureBuild.Built built() {
        return new PictureBuild(store.engine(), key, Clock.systemUTC(), 2).run(phase -> {});
    }

    /** The id of an agency's record by the sender's key. */
    public UUID record(String agency, String id) {
        return clew.core.standard.RecordIdentity.of(agency, "PEOPLE", "person", List.of(id), "")
                .id(key);
    }

    /** The partition of records into persons, as the engine stored it. */
    Set<Set<UUID>> persons() {
        return new HashSet<>(store
                .engine()
                .in(sql -> sql.sql("select record_id, person_id from picture.membership")
                        .query((row, number) -> Map.entry(row.getObject(2, UUID.class), row.getObject(1, UUID.class)))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())))
                .values());
    }

    /** Whether these records carry one sender's key: in these extracts that is the true person. */
    boolean isOneTruePerson(Set<UUID> records) {
        return records.stream().map(this::truth).distinct().count() == 1;
    }

    private String truth(UUID record) {
        return truths().getOrDefault(record, record.toString());
    }

    private Map<UUID, String> truths() {
        if (truths.isEmpty()) {
            store.engine()
                    .in(sql -> sql.sql("select record_id, body ->> 'local_id' from picture.record")
                            .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                            .list())
                    .forEach(entry -> truths.put(entry.getKey(), entry.getValue()));
        }
        return truths;
    }
}
