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
import java.util.List;
import java.util.UUID;

/** Small extracts of simulated people, imported into a test's database through the intake. */
final class Extracted {
    static final String HEADER =
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

    Extracted(DatabaseForTests database) {
        this.store = database.open();
        this.key = Intake.recordKey(store.secrets());
    }

    /** Imports rows (without header) as an agency's extract; makes the agency where it is new. Returns its class. */
    int imported(Path folder, String agency, String rows) {
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

    PictureBuild.Built joined() {
        return new PictureBuild(store.engine(), key, Clock.systemUTC(), 2).run(phase -> {});
    }

    /** The id of an agency's record by the sender's key. */
    UUID record(String agency, String id) {
        return clew.core.standard.RecordIdentity.of(agency, "PEOPLE", "person", List.of(id), "")
                .id(key);
    }
}
