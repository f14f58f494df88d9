package clew.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.intake.mapping.Mapping;
import clew.app.store.DatabaseForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 3x5x2 on each item, 5x5x5 read by a stated mapping, and who may see an item before it is first saved. */
class F1GradingIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    private static final String HEADER = "REF,TEXT,SRC,INF,HND,COND,OSRC,OINF,OHND,VRM,SEEN,UPDATED\n";
    private static final String MAP = """
            map: intelligence
            version: 1
            standard: 1
            system: INTEL
            extract: delta
            include: {regime: part_3, purpose: prevention and detection of crime against children, reason: named in intelligence}
            version_of: {column: UPDATED, format: dd/MM/yyyy}
            records:
              - shape: vehicle
                role: vehicle
                key: [VRM]
                when: VRM
                fields:
                  registration: VRM
                  simulated: {value: "yes"}
              - shape: intelligence
                role: item
                key: [REF]
                handling: {column: SEEN}
                fields:
                  text: TEXT
                  source_evaluation: SRC
                  information_assessment: INF
                  handling: HND
                  handling_conditions: COND
                  imported_source: OSRC
                  imported_information: OINF
                  imported_handling: OHND
                  vehicle: {ref: vehicle, role: vehicle, key: [VRM]}
                  simulated: {value: "yes"}
            """;
    private static int number;

    private ImportRig rig;
    private String agency;

    @BeforeEach
    void force() {
        agency = "force-" + ++number;
        rig = new ImportRig(database.store(), agency, 100);
    }

    @Test
    void an_item_without_conditions_shows_and_one_with_conditions_points() throws IOException {
        send("I1,seen,1,A,P,,,,,,,", "I2,seen,2,D,C,ask the originator,,,,,,");
        assertThat(classes("intelligence"))
                .containsExactlyInAnyOrder("content part_3_intelligence", "pointer part_3_intelligence");
    }

    @Test
    void an_item_whose_handling_cannot_be_told_waits_in_quarantine() throws IOException {
        ImportReport report = send("I1,seen,1,A,,,,,,,,", "I2,seen,1,A,X,,,,,,,", "I3,seen,1,A,P,,,,,,perhaps,");
        assertThat(report.quarantined()).isEqualTo(3);
        assertThat(violations())
                .anySatisfy(
                        words -> assertThat(words).contains("handling P or C").contains("\"line\": 2"))
                .anySatisfy(
                        words -> assertThat(words).contains("\"found\": \"X\"").contains("\"line\": 3"))
                .anySatisfy(words -> assertThat(words).contains("perhaps").contains("visibility"));
    }

    @ParameterizedTest
    @CsvSource({
        "A,1,1, 1A,C, pointer part_3_closed",
        "B,2,2, 1A,P, content part_3_intelligence",
        "C,3,3, 3B,C, pointer part_3_closed",
        "D,4,4, 3D,C, hidden part_3_intelligence",
        "E,5,5, 2E,C, pointer part_3_intelligence"
    })
    void an_older_grade_is_read_by_the_dated_mapping_kept_beside_and_its_loss_noted(
            String source, String information, String handling, String grade, String code, String seen)
            throws IOException {
        send("I1,seen,,,,,%s,%s,%s,,,".formatted(source, information, handling));
        String record = rig.inForce(agency).getFirst();
        assertThat(record)
                .contains("\"imported_source\":\"" + source + "\"")
                .contains("\"source_evaluation\":\"" + grade.charAt(0) + "\"")
                .contains("\"information_assessment\":\"" + grade.charAt(1) + "\"")
                .contains("\"handling\":\"" + code + "\"")
                .endsWith(" 1");
        assertThat(classes("intelligence")).containsExactly(seen);
    }

    @Test
    void a_re_grade_by_the_sender_is_a_new_version_in_its_own_class_and_the_old_one_is_kept() throws IOException {
        send("I1,seen,1,A,P,,,,,,,01/01/2026");
        send("I1,seen,1,A,C,ask first,,,,,,02/01/2026");
        send("I1,seen,1,A,P,,,,,,,01/01/2026"); // the old file once more
        assertThat(classes("intelligence")).containsExactly("pointer part_3_intelligence");
        assertThat(versions("intelligence"))
                .containsExactly("content part_3_intelligence", "pointer part_3_intelligence");
    }

    @Test
    void the_owner_may_show_less_of_one_record_than_its_grade_allows_and_never_more() throws IOException {
        send("I1,seen,1,A,P,,,,,,hidden,", "I2,seen,1,A,C,ask,,,,,content,");
        assertThat(classes("intelligence"))
                .containsExactlyInAnyOrder("hidden part_3_intelligence", "pointer part_3_intelligence");
    }

    @Test
    void what_came_along_with_an_item_shows_no_more_than_the_item_until_another_row_tells_it_openly()
            throws IOException {
        send("I1,seen,1,A,P,,,,,AB12 CDE,hidden,");
        assertThat(classes("vehicle")).containsExactly("hidden part_3_intelligence");

        send("I2,seen,1,A,C,ask,,,,XY34 ZZZ,,");
        assertThat(classes("vehicle"))
                .containsExactlyInAnyOrder("hidden part_3_intelligence", "pointer part_3_intelligence");
        send("I3,seen,1,A,P,,,,,XY34 ZZZ,,");
        send("I4,seen,1,A,C,ask,,,,XY34 ZZZ,,");
        assertThat(classes("vehicle"))
                .containsExactlyInAnyOrder("hidden part_3_intelligence", "content part_3_intelligence");
    }

    @Test
    void a_dated_policy_by_type_of_record_holds_from_its_day_and_the_last_one_rules() throws IOException {
        SharingRules rules = new SharingRules(database.engine());
        LocalDate today = LocalDate.of(2020, 1, 1);
        int id = new clew.app.access.Agencies(database.engine()).find(agency).orElseThrow();
        send("I1,seen,1,A,P,,,,,AB12 CDE,,");
        rules.choose(new SharingRules.Policy(
                id,
                "vehicle",
                clew.core.standard.Visibility.HIDDEN,
                today,
                "Kit Vale, records manager",
                "to be agreed"));
        rules.choose(new SharingRules.Policy(
                id,
                "intelligence",
                clew.core.standard.Visibility.HIDDEN,
                LocalDate.of(2999, 1, 1),
                "Kit Vale, records manager",
                "from then on"));
        send("I2,seen,1,A,P,,,,,EF56 GHJ,,");
        assertThat(classes("vehicle"))
                .containsExactlyInAnyOrder("content part_3_intelligence", "hidden part_3_intelligence");
        assertThat(classes("intelligence"))
                .containsExactly("content part_3_intelligence", "content part_3_intelligence");
    }

    private ImportReport send(String... rows) throws IOException {
        Path file = Files.writeString(
                folder.resolve("intel-" + ++number + ".csv"), HEADER + String.join("\n", rows) + "\n");
        Mapping mapping = PoliceExtract.parse(MAP);
        return rig.run(file, mapping, agency);
    }

    private List<String> classes(String shape) {
        return classes("records.current h", shape);
    }

    private List<String> versions(String shape) {
        return classes("records.header h join records.import using (import_no)", shape);
    }

    private List<String> classes(String from, String shape) {
        return database.engine()
                .in(sql -> sql.sql("select c.handling || ' ' || c.restriction from " + from
                                + " join access.class c on c.class_id = h.class_id join access.agency a on a.agency_id = c.agency_id"
                                + " where a.slug = ? and h.shape = ? order by h.version_no")
                        .params(agency, shape.toLowerCase(Locale.ROOT))
                        .query(String.class)
                        .list());
    }

    private List<String> violations() {
        return database.engine()
                .in(sql -> sql.sql(
                                "select violations::text from records.quarantine join records.import using (import_no) join access.agency using (agency_id) where slug = ?")
                        .param(agency)
                        .query(String.class)
                        .list());
    }
}
