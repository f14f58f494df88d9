package clew.app.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.intake.source.Columns;
import clew.app.intake.source.JsonRow;
import clew.app.intake.source.Limits;
import clew.app.intake.source.Row;
import clew.core.standard.DeploymentKey;
import clew.core.standard.PersonShape;
import clew.core.standard.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    private static final DeploymentKey KEY = DeploymentKey.of("a key for tests only".getBytes(StandardCharsets.UTF_8));
    private static final String HEAD = """
            map: m
            version: 1
            standard: 1
            system: S
            extract: delta
            include: {regime: part_3, purpose: safeguarding children, reason: named in a recorded crime}
            """;

    private static Mapping person(String fields) throws MappingInvalid {
        return Mapping.parse(
                HEAD + "records:\n  - shape: person\n    key: [ID]\n    fields:\n      full_name: NAME\n" + fields,
                "m.map.yaml");
    }

    private static MappedRow map(Mapping mapping, String json) {
        return new RowMapper(mapping, "agency", KEY, "a.jsonl").map((Row) new JsonRow(Limits.ORDINARY).read(1, json));
    }

    @Test
    void everyFaultIsReportedAtOnceWithItsLine() {
        assertThatThrownBy(() -> Mapping.parse("""
                        map: m
                        version: one
                        standard: 9
                        system: S
                        extract: some
                        colour: blue
                        format: {encoding: UTF-99, delimiter: "::"}
                        include: {regime: part_3, purpose: safeguarding children, reason: named in a crime}
                        records:
                          - shape: persn
                            key: [A]
                            fields: {given_name: A}
                          - shape: person
                            fields:
                              forename: A
                              sex: {column: SEX, codes: {M: man from mars}}
                              date_of_birth: {column: DOB, format: dd/MM/yy}
                              given_name: {column: A, split: ";"}
                              family_name: {column: A, value: b}
                              regime: R
                          - shape: involvement
                            key: []
                            fields:
                              person: P
                              event: {ref: person, key: [A]}
                        """, "bad.map.yaml"))
                .isInstanceOf(MappingInvalid.class)
                .satisfies(e -> assertThat(((MappingInvalid) e).violations())
                        .extracting(violation -> violation.line() + " " + violation.field())
                        .contains(
                                "2 version",
                                "3 standard",
                                "5 extract",
                                "6 colour",
                                "7 format.encoding",
                                "7 format.delimiter",
                                "10 records.shape",
                                "13 records.key",
                                "15 person.forename",
                                "16 person.sex",
                                "17 person.date_of_birth.format",
                                "18 person.given_name",
                                "19 person.family_name",
                                "20 person.regime",
                                "24 involvement.person",
                                "25 involvement.event"));
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> Mapping.parse("map: m\nversion: [1\nx: {", "bad.map.yaml"))
                .isInstanceOf(MappingInvalid.class)
                .hasMessageContaining("expected YAML, found")
                .hasMessageContaining("in bad.map.yaml:");
        assertThatThrownBy(() -> Mapping.parse("map: m\nmap: n\n", "bad.map.yaml"))
                .isInstanceOf(MappingInvalid.class);
        assertThatThrownBy(() -> Mapping.parse("", "bad.map.yaml")).isInstanceOf(MappingInvalid.class);
        assertThatThrownBy(() -> Mapping.parse("- a\n", "bad.map.yaml")).isInstanceOf(MappingInvalid.class);
    }

    @Test
    void columnsThatTheFileLacksAreNamedTogether() throws MappingInvalid {
        Mapping mapping = person("      sex: SEX\n      postcode: PC\n");
        assertThatThrownBy(() -> mapping.requireColumns(new Columns(List.of("ID", "NAME", "OTHER")), "a.csv"))
                .hasMessageContaining("field PC")
                .hasMessageContaining("field SEX")
                .hasMessageNotContaining("field NAME");
    }

    @Test
    void textStaysTextWhateverYamlMightMakeOfIt() throws MappingInvalid {
        Mapping mapping = person("      sex: {column: SEX, codes: {1: male, 02: female, no: not_known}}\n");
        assertThat(map(mapping, "{\"ID\":\"a\",\"NAME\":\"Sam\",\"SEX\":\"02\"}")
                        .records()
                        .getFirst()
                        .record()
                        .toJson())
                .contains("\"sex\":\"" + PersonShape.SEX.type().read("female").orThrow() + "\"");
        assertThat(map(mapping, "{\"ID\":\"a\",\"NAME\":\"Sam\",\"SEX\":\"2\"}")
                        .records()
                        .getFirst()
                        .findings())
                .extracting(Violation::message)
                .containsExactly("expected one of 02, 1, no, found 2, in a.jsonl:1, field sex (SEX)");
    }

    @ParameterizedTest
    @CsvSource({
        "dd/MM/yyyy, 03/04/2009, 2009-04-03",
        "MM/dd/yyyy, 04/03/2009, 2009-04-03",
        "yyyyMMdd, 20090403, 2009-04-03",
        "dd-MMM-yyyy, 03-Apr-2009, 2009-04-03",
        "MM/yyyy, 04/2009, 2009-04",
        "dd/MM/yyyy, 2009, 2009",
        "dd/MM/yyyy, 31/02/2009, ",
        "dd/MM/yyyy, 04/13/2009, ",
        "MM/dd/yyyy, 13/04/2009, ",
        "dd/MM/yyyy, n/k, "
    })
    void aDateIsReadAsDeclaredAndNeverGuessed(String format, String written, String read) throws MappingInvalid {
        MappedRecord record = map(
                        person("      date_of_birth: {column: DOB, format: %s}\n".formatted(format)),
                        "{\"ID\":\"a\",\"NAME\":\"Sam\",\"DOB\":\"%s\"}".formatted(written))
                .records()
                .getFirst();
        assertThat(record.record().texts(PersonShape.DATE_OF_BIRTH))
                .isEqualTo(read == null ? List.of() : List.of(read));
    }

    @Test
    void severalFormatsAreTriedAndColumnsJoinedAndSplit() throws MappingInvalid {
        Mapping mapping = person("""
                      date_of_birth: {column: DOB, format: [dd/MM/yyyy, yyyy-MM-dd]}
                      also_known_as: {column: ALIASES, split: "|"}
                      address: {columns: [A1, A2, A3], join: ", "}
                """);
        String json = map(
                        mapping,
                        "{\"ID\":\"a\",\"NAME\":\"Sam\",\"DOB\":\"2009-04-03\",\"ALIASES\":\"Sammy | |S\",\"A1\":\"1\",\"A2\":\"\",\"A3\":\"High Street\"}")
                .records()
                .getFirst()
                .record()
                .toJson();
        assertThat(json)
                .contains("\"also_known_as\":[\"Sammy\",\"S\"]")
                .contains("\"date_of_birth\":\"2009-04-03\"")
                .contains("\"address\":\"1, High Street\"");
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "UNKNOWN", "n/k", "-"})
    void whatSaysNotKnownIsNoKey(String key) throws MappingInvalid {
        MappedRow row = map(person(""), "{\"ID\":\"%s\",\"NAME\":\"Sam\"}".formatted(key));
        assertThat(row.enters()).isFalse();
        assertThat(row.identified()).isFalse();
        assertThat(row.refused().getFirst().message()).startsWith("expected the key of a person, found");
    }

    @Test
    void aRecordIsMadeOnlyWhereItsColumnIsNotBlank() throws MappingInvalid {
        Mapping mapping = Mapping.parse(HEAD + """
                        records:
                          - shape: person
                            role: child
                            key: [ID]
                            fields: {full_name: NAME}
                          - shape: person
                            role: mother
                            key: [ID]
                            when: MOTHER
                            fields: {full_name: MOTHER}
                          - shape: relationship
                            key: [ID]
                            when: MOTHER
                            fields:
                              person: {ref: person, role: mother, key: [ID]}
                              other_person: {ref: person, role: child, key: [ID]}
                              reason: {value: parent}
                        """, "m.map.yaml");
        assertThat(map(mapping, "{\"ID\":\"a\",\"NAME\":\"Sam\",\"MOTHER\":\"\"}")
                        .records())
                .hasSize(1);
        MappedRow both = map(mapping, "{\"ID\":\"a\",\"NAME\":\"Sam\",\"MOTHER\":\"Kim\"}");
        assertThat(both.refused()).isEmpty();
        assertThat(both.records()).hasSize(3);
        assertThat(both.records().get(2).record().toJson())
                .contains("\"person\":\"" + both.records().get(1).id() + "\"")
                .contains("\"other_person\":\"" + both.records().get(0).id() + "\"");
        assertThat(both.records().get(0).id())
                .isNotEqualTo(both.records().get(1).id());
    }

    @Test
    void theSameRowAlwaysGivesTheSameIdsAndContents() throws MappingInvalid {
        String json = "{\"ID\":\"a\",\"NAME\":\"Sam\"}";
        MappedRecord one = map(person(""), json).records().getFirst();
        MappedRecord two = map(person("      sex: SEX\n"), json).records().getFirst();
        assertThat(two.id()).isEqualTo(one.id());
        assertThat(two.contentHash()).isEqualTo(one.contentHash());
        assertThat(map(person(""), json.replace("Sam", "Kim"))
                        .records()
                        .getFirst()
                        .contentHash())
                .isNotEqualTo(one.contentHash());
    }
}
