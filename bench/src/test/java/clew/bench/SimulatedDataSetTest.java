package clew.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.core.linkage.RecordTable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedDataSetTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeTwoAgencies() throws IOException {
        write("extracts/quarnmere-police/crimes.map.yaml", """
                system: CRIMES
                format: {encoding: windows-1252, delimiter: "|"}
                records:
                  - shape: person
                    role: suspect
                    key: [NOMINAL, FORCE]
                    when: NOMINAL
                    fields:
                      given_name: FORENAME
                      date_of_birth: {column: DOB, format: dd/MM/yyyy}
                      sex: {column: SEX, codes: {1: male, 2: female}}
                  - shape: event
                    key: [CRIME_NO]
                """, StandardCharsets.UTF_8);
        write("extracts/quarnmere-police/crimes.csv", """
                CRIME_NO|NOMINAL|FORCE|FORENAME|DOB|SEX
                1|77|Q|Zo\u00eb|03/04/2009|2
                2|77|Q|Zoe|03/04/2009|2
                3||Q||UNKNOWN|
                4|78|Q|Sam|about 2008|1
                """, Charset.forName("windows-1252"));
        write("extracts/school/pupils.map.yaml", """
                system: SIMS
                records:
                  - {shape: person, role: pupil, key: [ID], fields: {full_name: name, upn: upn}}
                """, StandardCharsets.UTF_8);
        write("extracts/school/pupils.jsonl", "{\"ID\":\"5\",\"name\":\"Zoe Hale\"}\n", StandardCharsets.UTF_8);
        write("truth/persons.csv", """
                agency,system,shape,role,key,person_id
                Quarnmere Police,CRIMES,person,suspect,77|Q,p1
                Quarnmere Police,CRIMES,person,suspect,78|Q,p2
                Quarnmere Police,CRIMES,vehicle,,9,v1
                school,SIMS,person,pupil,5,p1
                """, StandardCharsets.UTF_8);
    }

    private void write(String name, String text, Charset charset) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text, charset);
    }

    @Test
    void persons_of_all_agencies_are_read_once_each_in_the_terms_of_the_standard() throws IOException {
        RecordTable records = new SimulatedDataSet("region", folder).records();
        assertThat(IntStream.range(0, records.rows()).mapToObj(records::idOf))
                .containsExactly("CRIMES/suspect/77|Q", "CRIMES/suspect/78|Q", "SIMS/pupil/5");
        assertThat(value(records, 0, PersonFields.GIVEN_NAME)).isEqualTo("Zo\u00eb");
        assertThat(value(records, 0, PersonFields.DATE_OF_BIRTH)).isEqualTo("2009-04-03");
        assertThat(value(records, 0, PersonFields.SEX)).isEqualTo("female");
        assertThat(value(records, 1, PersonFields.DATE_OF_BIRTH)).isEqualTo("about 2008");
        assertThat(value(records, 2, PersonFields.FULL_NAME)).isEqualTo("Zoe Hale");
        assertThat(value(records, 2, PersonFields.UPN)).isEmpty();
    }

    private static String value(RecordTable records, int row, PersonFields field) {
        return records.valueOf(row, field.ordinal());
    }

    @Test
    void truth_is_found_by_agency_system_role_and_key() throws IOException {
        SimulatedDataSet region = new SimulatedDataSet("region", folder);
        RecordTable records = region.records();
        assertThat(region.truth(records).together(0, 2)).isTrue();
        assertThat(region.truth(records).together(0, 1)).isFalse();
    }

    @Test
    void the_region_is_written_as_one_file_that_the_command_reads() throws IOException {
        DataSet set = new SimulatedDataSet("region", folder).asFiles();
        assertThat(Files.readAllLines(set.files().get(0)))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("record,cluster,full_name,given_name");
        assertThat(Files.readAllLines(set.files().get(0)).get(1)).startsWith("quarnmere-police/CRIMES/suspect/77|Q,0,");
        assertThat(Files.readString(set.map()))
                .startsWith("id: record\ncolumns:\n")
                .contains("  upn: identifier\n");
    }

    @Test
    void a_record_without_truth_is_said() throws IOException {
        write("truth/persons.csv", "agency,system,shape,role,key,person_id\n", StandardCharsets.UTF_8);
        SimulatedDataSet region = new SimulatedDataSet("region", folder);
        RecordTable records = region.records();
        assertThatThrownBy(() -> region.truth(records)).hasMessageContaining("quarnmere-police/CRIMES/suspect/77|Q");
    }
}
