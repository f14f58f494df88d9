package clew.app.intake;

import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** A small extract of a police system as tests want it: crimes with their suspects, and people with two records a row. */
final class PoliceExtract {

    static final String HEADER =
            "CRIME_NO,NOMINAL_ID,FORENAME,SURNAME,DOB,SEX,NHS,POSTCODE,ALIASES,RECORDED,UPDATED,NOTES";

    private PoliceExtract() {}

    static String map(String extract) {
        return """
                map: crimes
                version: 1
                standard: 1
                system: CRIMES
                extract: %s
                include: {regime: part_3, purpose: safeguarding children, reason: named in a recorded crime}
                known_from: {column: RECORDED, format: dd/MM/yyyy}
                version_of: {column: UPDATED, format: dd/MM/yyyy HH:mm}
                records:
                  - shape: person
                    role: suspect
                    key: [NOMINAL_ID]
                    fields:
                      given_name: FORENAME
                      family_name: SURNAME
                      date_of_birth: {column: DOB, format: dd/MM/yyyy}
                      sex: {column: SEX, codes: {M: male, F: female}}
                      nhs_number: NHS
                      postcode: POSTCODE
                      also_known_as: {column: ALIASES, split: ";"}
                      simulated: {value: "yes"}
                  - shape: event
                    key: [CRIME_NO]
                    fields:
                      event_type: {value: crime}
                  - shape: involvement
                    key: [CRIME_NO, NOMINAL_ID]
                    fields:
                      person: {ref: person, role: suspect, key: [NOMINAL_ID]}
                      event: {ref: event, key: [CRIME_NO]}
                      role: {value: suspect}
                """.formatted(extract);
    }

    static Mapping mapping(String extract) {
        return parse(map(extract));
    }

    static Mapping parse(String map) {
        try {
            return Mapping.parse(map, "test.map.yaml");
        } catch (MappingInvalid e) {
            throw new AssertionError(e);
        }
    }

    static String row(int number, String forename, String updated) {
        return "C%05d,N%05d,%s,Example,03/04/1990,M,,M1 1AE,,05/01/2026,%s,"
                .formatted(number, number, forename, updated);
    }

    static Path write(Path file, List<String> rows) throws IOException {
        return Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    /** Many rows; every person comes back in about two of them, some with another spelling, and one row in fifty is bad. */
    static Path writeMany(Path file, int rows, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\n");
            for (int i = 0; i < rows; i++) {
                int person = random.nextInt(rows / 2 + 1);
                String key = random.nextInt(50) == 0 ? "" : "N%06d".formatted(person);
                String name = random.nextInt(9) == 0 ? "Sam" : "Sam" + (char) ('a' + person % 26);
                out.write(
                        "C%06d,%s,%s,Example,%02d/%02d/19%02d,%s,%s,M1 1AE,A;B,05/01/2026,05/01/2026 %02d:%02d,\"note, %d\"\n"
                                .formatted(
                                        i,
                                        key,
                                        name,
                                        1 + person % 28,
                                        1 + person % 12,
                                        person % 100,
                                        person % 2 == 0 ? "M" : "F",
                                        person % 7 == 0 ? "9434765919" : "",
                                        random.nextInt(24),
                                        random.nextInt(60),
                                        i));
            }
        }
        return file;
    }
}
