package clew.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import clew.app.access.Agencies;
import clew.app.store.DatabaseForTests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Row A2: any agency's extract comes in, the same file twice changes nothing, a corrected row is a new version. */
class A2ImportIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    private static int agencies;

    @TempDir
    Path folder;

    private String agency;
    private ImportRig rig;

    @BeforeEach
    void anAgencyOfItsOwn() {
        agency = "police-" + ++agencies;
        rig = new ImportRig(database.store(), agency, 3);
    }

    private ImportReport run(String extract, String... rows) throws IOException {
        Path file = PoliceExtract.write(folder.resolve("crimes-%d.csv".formatted(System.nanoTime())), List.of(rows));
        return rig.run(file, PoliceExtract.mapping(extract), agency);
    }

    @Test
    void oneRowGivesSeveralRecordsThatPointToEachOther() throws IOException {
        ImportReport report = run("delta", PoliceExtract.row(1, "Sam", "05/01/2026 10:00"));
        assertThat(report.added()).isEqualTo(3);
        List<String> records = rig.inForce(agency);
        assertThat(records)
                .hasSize(3)
                .anyMatch(json -> json.contains("\"given_name\":\"Sam\"") && json.startsWith("suspect"));
        assertThat(records).anyMatch(json -> json.contains("\"known_from\":\"2026-01-05\""));
    }

    @Test
    void theSameFileTwiceChangesNothing() throws IOException {
        Path file = PoliceExtract.writeMany(folder.resolve("many.csv"), 400, 7);
        ImportReport first = rig.run(file, PoliceExtract.mapping("delta"), agency);
        List<String> before = rig.inForce(agency);
        long events = rig.count("select count(*) from events.outbox");
        ImportReport second = rig.run(file, PoliceExtract.mapping("delta"), agency);
        assertThat(second.added() + second.changed() + second.withdrawn()).isZero();
        assertThat(second.unchanged()).isEqualTo(first.added() + first.changed() + first.unchanged());
        assertThat(rig.inForce(agency)).isEqualTo(before);
        assertThat(rig.count("select count(*) from events.outbox")).isEqualTo(events);
    }

    @Test
    void theSameRowsInAnotherFileChangeNothingAndKeepNothingTwice() throws IOException {
        run("delta", PoliceExtract.row(1, "Sam", "05/01/2026 10:00"), PoliceExtract.row(2, "Kim", "05/01/2026 10:00"));
        ImportReport again = run("delta", PoliceExtract.row(2, "Kim", "05/01/2026 10:00"));
        assertThat(again.added() + again.changed()).isZero();
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(rig.count("select count(*) from records.source_row where import_no = ?", again.importNo()))
                .isZero();
    }

    @Test
    void aChangedRowIsANewVersionOfTheSameRecord() throws IOException {
        run("delta", PoliceExtract.row(1, "Sam", "05/01/2026 10:00"));
        ImportReport changed = run("delta", PoliceExtract.row(1, "Samuel", "06/01/2026 10:00"));
        assertThat(changed.added()).isZero();
        assertThat(changed.changed()).isEqualTo(3);
        assertThat(rig.inForce(agency)).hasSize(3).anyMatch(json -> json.contains("Samuel"));
    }

    @Test
    void aRecordStatedAgainLaterIsTheSameAndOneKnownEarlierIsNews() throws IOException {
        String row = PoliceExtract.row(1, "Sam", "");
        ImportReport both = run("delta", row, row.replace("05/01/2026", "09/01/2026"));
        assertThat(both.changed()).isZero();
        assertThat(both.unchanged()).isEqualTo(3);
        assertThat(rig.inForce(agency)).allMatch(json -> json.contains("\"known_from\":\"2026-01-05\""));
        assertThat(run("delta", row.replace("05/01/2026", "02/01/2026")).changed())
                .isEqualTo(3);
        assertThat(run("delta", row).unchanged()).isEqualTo(3);
        assertThat(rig.inForce(agency)).hasSize(3).allMatch(json -> json.contains("\"known_from\":\"2026-01-02\""));
    }

    @Test
    void aStatementWithoutAVersionBelowOneThatHasItIsKeptOnce() throws IOException {
        run("delta", PoliceExtract.row(1, "Sam", "05/01/2026 10:00"));
        assertThat(run("delta", PoliceExtract.row(1, "Sam", "")).changed()).isEqualTo(3);
        assertThat(run("delta", PoliceExtract.row(1, "Sam", ""), PoliceExtract.row(2, "Kim", ""))
                        .changed())
                .isZero();
    }

    @Test
    void aLateOldVersionIsKeptAndDoesNotComeIntoForce() throws IOException {
        run("delta", PoliceExtract.row(1, "New", "06/01/2026 10:00"));
        ImportReport late = run("delta", PoliceExtract.row(1, "Old", "05/01/2026 10:00"));
        assertThat(late.changed()).isEqualTo(3);
        assertThat(rig.inForce(agency)).anyMatch(json -> json.contains("New")).noneMatch(json -> json.contains("Old"));
        assertThat(run("delta", PoliceExtract.row(1, "Old", "05/01/2026 10:00"), "")
                        .changed())
                .isZero();
    }

    @Test
    void whatIsAbsentFromAFullExtractIsWithdrawnAndMayComeBack() throws IOException {
        String one = PoliceExtract.row(1, "Sam", "05/01/2026 10:00");
        String two = PoliceExtract.row(2, "Kim", "05/01/2026 10:00");
        run("full", one, two);
        ImportReport without = run("full", one);
        assertThat(without.withdrawn()).isEqualTo(3);
        assertThat(rig.inForce(agency)).hasSize(3).noneMatch(json -> json.contains("Kim"));
        assertThat(rig.count(
                        "select count(*) from records.header where import_no = ? and withdrawn", without.importNo()))
                .isEqualTo(3);
        assertThat(run("full", one, two).changed()).isEqualTo(3);
        assertThat(rig.inForce(agency)).hasSize(6);
    }

    @Test
    void absenceFromADeltaSaysNothing() throws IOException {
        run("delta", PoliceExtract.row(1, "Sam", "05/01/2026 10:00"));
        assertThat(run("delta", PoliceExtract.row(2, "Kim", "05/01/2026 10:00")).withdrawn())
                .isZero();
        assertThat(rig.inForce(agency)).hasSize(6);
    }

    @Test
    void aRowInQuarantineIsNotTakenForAbsent() throws IOException {
        String one = PoliceExtract.row(1, "Sam", "05/01/2026 10:00");
        String two = PoliceExtract.row(2, "Kim", "05/01/2026 10:00");
        run("full", one, two);
        ImportReport badVersion = run("full", one, two.replace("05/01/2026 10:00", "31/02/2026 10:00"));
        assertThat(badVersion.quarantined()).isEqualTo(1);
        assertThat(badVersion.withdrawn()).isZero();
        ImportReport noKey = run("full", one, two.replace("N00002", ""));
        assertThat(noKey.withdrawalsHeld()).isTrue();
        assertThat(rig.inForce(agency)).hasSize(6);
    }

    @Test
    void aFullExtractThatHoldsAlmostNothingIsNotBelieved() throws IOException {
        String[] rows = IntStream.range(0, 20)
                .mapToObj(i -> PoliceExtract.row(i, "Sam", "05/01/2026 10:00"))
                .toArray(String[]::new);
        run("full", rows);
        assertThatThrownBy(() -> run("full", rows[0]))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("would withdraw 57 records and holds 3");
        assertThat(rig.inForce(agency)).hasSize(60);
    }

    @Test
    void aRowWithoutAKeyIsKnownByItsContentAndCannotBeCorrected() throws IOException {
        String map = PoliceExtract.map("append").replace("key: [NOMINAL_ID]\n    fields", "key: []\n    fields");
        Path file = PoliceExtract.write(
                folder.resolve("keyless.csv"),
                List.of(PoliceExtract.row(1, "Sam", ""), PoliceExtract.row(1, "Sam", "")));
        ImportReport report = rig.run(file, PoliceExtract.parse(map), agency);
        assertThat(report.added()).isEqualTo(3);
        assertThat(rig.count("select count(*) from records.header where import_no = ? and keyless", report.importNo()))
                .isEqualTo(1);
    }

    @Test
    void everyRowIsKeptAsReceivedWithItsLineAndChecksum() throws IOException {
        Path file = folder.resolve("kept.csv");
        Files.writeString(
                file,
                PoliceExtract.HEADER + "\n" + PoliceExtract.row(1, "Sam", "05/01/2026 10:00")
                        + "\"two\nlines, \\ and \t\"\n" + PoliceExtract.row(2, "  Zoë ", "05/01/2026 10:00") + "\n");
        ImportReport report = rig.run(file, PoliceExtract.mapping("delta"), agency);
        List<String> bodies = database.engine()
                .in(sql -> sql.sql(
                                "select line || ' ' || body from records.source_row where import_no = ? and checksum = substr(sha256(convert_to(body, 'UTF8')), 1, 16) order by row_no")
                        .param(report.importNo())
                        .query(String.class)
                        .list());
        assertThat(bodies).hasSize(2);
        assertThat(bodies.get(0)).startsWith("2 {").contains("\"NOTES\":\"two\\nlines, \\\\ and \\t\"");
        assertThat(bodies.get(1)).startsWith("4 {").contains("\"FORENAME\":\"  Zoë \"");
    }

    @Test
    void twoImportsOfOneFileAtOnceDoNotDouble() throws Exception {
        Path file = PoliceExtract.writeMany(folder.resolve("twice.csv"), 300, 3);
        ImportRig other = new ImportRig(database.store(), agency, 7);
        Callable<ImportReport> mine = () -> rig.run(file, PoliceExtract.mapping("delta"), agency);
        Callable<ImportReport> theirs = () -> other.run(file, PoliceExtract.mapping("delta"), agency);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<ImportReport>> reports = both.invokeAll(List.of(mine, theirs));
            assertThat(reports)
                    .extracting(Future::get)
                    .extracting(ImportReport::repeated)
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(rig.count(
                        "select count(*) - count(distinct (record_id, content_hash, sender_version)) from records.header h join records.import i using (import_no) join access.agency a using (agency_id) where a.slug = ?",
                        agency))
                .isZero();
    }

    @Test
    void aStagedImportShowsNowhereUntilItIsAccepted() throws IOException {
        Path file = PoliceExtract.writeMany(folder.resolve("staged.csv"), 50, 5);
        List<Long> visible = new java.util.ArrayList<>();
        Agencies agencies = new Agencies(database.engine());
        int classId = agencies.classOf(
                agencies.find(agency).orElseThrow(), Agencies.Handling.CONTENT, Restriction.PART_3.word());
        try {
            rig.intake.run(
                    new ImportRequest(file, agency, PoliceExtract.mapping("delta"), null, false),
                    (rows, portion) -> visible.add(database.asReaderOf(
                            java.util.Set.of(classId),
                            sql -> sql.sql("select count(*) from records.header")
                                    .query(Long.class)
                                    .single())));
        } catch (clew.app.intake.mapping.MappingInvalid e) {
            throw new AssertionError(e);
        }
        assertThat(visible).hasSizeGreaterThan(10).containsOnly(0L);
        assertThat(database.<Long>asReaderOf(
                        java.util.Set.of(classId),
                        sql -> sql.sql("select count(*) from records.header")
                                .query(Long.class)
                                .single()))
                .isPositive();
    }

    @Test
    void acceptanceTellsTheOtherRoomsOnce() throws IOException {
        ImportReport report = run("delta", PoliceExtract.row(1, "Sam", "05/01/2026 10:00"));
        assertThat(rig.count(
                        "select count(*) from events.outbox where kind = 'RecordsAccepted' and (body ->> 'import')::int = ?",
                        report.importNo()))
                .isEqualTo(1);
    }

    @Test
    void jsonLinesAndCsvWithTheSameValuesGiveTheSameRecords() throws IOException {
        run("delta", PoliceExtract.row(1, "Sam", "05/01/2026 10:00"));
        Path jsonl = Files.writeString(folder.resolve("crimes.jsonl"), """
                {"CRIME_NO":"C00001","NOMINAL_ID":"N00001","FORENAME":"Sam","SURNAME":"Example","DOB":"03/04/1990","SEX":"M","NHS":null,"POSTCODE":"M1 1AE","RECORDED":"05/01/2026","UPDATED":"05/01/2026 10:00"}
                """, StandardCharsets.UTF_8);
        ImportReport report = rig.run(jsonl, PoliceExtract.mapping("delta"), agency);
        assertThat(report.unchanged()).isEqualTo(3);
        assertThat(report.added() + report.changed()).isZero();
    }

    @Test
    void oneGreatExtractDoesNotMakeThePlannerTakeTheNextForAsGreat() throws IOException {
        Path great = PoliceExtract.writeMany(folder.resolve("great.csv"), 2_000, 7);
        rig.run(great, PoliceExtract.mapping("delta"), agency);
        database.owner().sql("analyze records.header").update();
        assertThat(database.owner().sql("""
                                select n_distinct from pg_stats
                                 where schemaname = 'records' and tablename like 'header%' and attname = 'import_no'""").query(Double.class).list())
                .hasSize(9)
                .allSatisfy(share -> assertThat(share).isCloseTo(-0.01, within(1e-6)));
    }
}
