package clew.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.intake.mapping.Mapping;
import clew.app.store.DatabaseForTests;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Row A3: a bad row never stops a file, comes back in the sender's columns with its reason, and enters once mended. */
class A3QuarantineIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    private static int agencies;

    @TempDir
    Path folder;

    private String agency;
    private ImportRig rig;

    @BeforeEach
    void anAgencyOfItsOwn() {
        agency = "quarantine-" + ++agencies;
        rig = new ImportRig(database.store(), agency, 100);
    }

    private long waiting() {
        return rig.count(
                "select count(*) from records.quarantine q join records.import i using (import_no) join access.agency a using (agency_id) where a.slug = ? and q.settled_at is null",
                agency);
    }

    @Test
    void badRowsWaitAndTheOthersEnter() throws IOException {
        Path file = PoliceExtract.write(
                folder.resolve("mixed.csv"),
                List.of(
                        PoliceExtract.row(1, "Sam", "05/01/2026 10:00"),
                        "C00002,,Kim,Example,,F,,,,05/01/2026,05/01/2026 10:00,",
                        "too,short",
                        "C3,N3,\"a\"b,Example,,F,,,,05/01/2026,05/01/2026 10:00,",
                        PoliceExtract.row(4, "Ali", "05/01/2026 10:00")));
        ImportReport report = rig.run(file, PoliceExtract.mapping("delta"), agency);
        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.quarantined()).isEqualTo(3);
        assertThat(report.added()).isEqualTo(6);
        List<String> reasons = database.engine()
                .in(sql -> sql.sql(
                                "select line || ' ' || (violations -> 0 ->> 'expected') || ', ' || (violations -> 0 ->> 'found') || ', ' || (violations -> 0 ->> 'field') from records.quarantine where import_no = ? order by line")
                        .param(report.importNo())
                        .query(String.class)
                        .list());
        assertThat(reasons.get(0)).isEqualTo("3 the key of a person, nothing, NOMINAL_ID");
        assertThat(reasons.get(1)).isEqualTo("4 12 fields, as in the header, 2 fields, ");
        assertThat(reasons.get(2)).startsWith("5 a row of CSV, ");
    }

    @Test
    void aMendedFileEntersAndSettlesItsEntries() throws IOException {
        Path file = PoliceExtract.write(
                folder.resolve("round.csv"),
                List.of(
                        PoliceExtract.row(1, "Sam", "05/01/2026 10:00"),
                        "C00002,N00002,Kim,Example,,F,,,,05/01/2026,31/02/2026 10:00,\"a, b\"",
                        "C00003,N00003,Ali,Example,,M,,,,2026-01-05,05/01/2026 10:00,"));
        Mapping mapping = PoliceExtract.mapping("full");
        ImportReport first = rig.run(file, mapping, agency);
        assertThat(first.quarantined()).isEqualTo(2);

        Path back = folder.resolve("back.csv");
        assertThat(new QuarantineFile(database.engine()).write(first.importNo(), back))
                .isEqualTo(2);
        String written = Files.readString(back);
        assertThat(written)
                .startsWith(PoliceExtract.HEADER + ",clew_quarantine,clew_line,clew_reason,clew_as_received")
                .contains("\"a, b\"")
                .contains("expected a date like dd/MM/yyyy HH:mm, found 31/02/2026 10:00, field UPDATED");

        Files.writeString(back, written.replaceFirst("31/02/2026 10:00", "28/02/2026 10:00"));
        ImportReport half = rig.run(back, mapping, agency);
        assertThat(half.added()).isEqualTo(3);
        assertThat(half.withdrawn()).as("a returned file is no full extract").isZero();
        assertThat(waiting()).isEqualTo(1);

        Path again = folder.resolve("again.csv");
        new QuarantineFile(database.engine()).write(half.importNo(), again);
        Files.writeString(again, Files.readString(again).replaceFirst("2026-01-05", "05/01/2026"));
        rig.run(again, mapping, agency);
        assertThat(waiting()).isZero();
        assertThat(rig.inForce(agency)).hasSize(9);
    }

    @Test
    void theReturnedFileIsWrittenAsTheSenderWrites() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        Mapping mapping = PoliceExtract.parse(PoliceExtract.map("delta")
                .replace("include:", "format: {encoding: windows-1252, delimiter: \";\"}\ninclude:")
                .replace("split: \";\"", "split: \"/\""));
        String rows = PoliceExtract.HEADER + "\n" + "C1,,Zo\u00eb,O\u2019Example,,F,,,,05/01/2026,05/01/2026 10:00,\n";
        Path file = folder.resolve("west.csv");
        Files.writeString(file, rows.replace(',', ';'), windows);
        ImportReport report = rig.run(file, mapping, agency);
        Path back = folder.resolve("west-back.csv");
        new QuarantineFile(database.engine()).write(report.importNo(), back);
        String written = Files.readString(back, windows);
        assertThat(written).contains("C1;;Zo\u00eb;O\u2019Example;");
        Files.writeString(back, written.replace("C1;;", "C1;N1;"), windows);
        assertThat(rig.run(back, mapping, agency).added()).isEqualTo(3);
        assertThat(waiting()).isZero();
    }

    @Test
    void theSameBadRowInTheNextFileWaitsOnce() throws IOException {
        String bad = "C00002,,Kim,Example,,F,,,,05/01/2026,05/01/2026 10:00,";
        rig.run(PoliceExtract.write(folder.resolve("one.csv"), List.of(bad)), PoliceExtract.mapping("delta"), agency);
        ImportReport second = rig.run(
                PoliceExtract.write(folder.resolve("two.csv"), List.of(PoliceExtract.row(1, "Sam", ""), bad)),
                PoliceExtract.mapping("delta"),
                agency);
        assertThat(second.quarantined()).isEqualTo(1);
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void aBrokenJsonLineComesBackWithTheTextAsReceived() throws IOException {
        Path file = Files.writeString(
                folder.resolve("crimes.jsonl"),
                "{\"CRIME_NO\":\"C1\",\"NOMINAL_ID\":\"N1\",\"FORENAME\":\"Sam\",\"RECORDED\":\"05/01/2026\"}\n{\"CRIME_NO\":\"C2\", oops\n");
        ImportReport report = rig.run(file, PoliceExtract.mapping("delta"), agency);
        assertThat(report.quarantined()).isEqualTo(1);
        Path back = folder.resolve("json-back.csv");
        new QuarantineFile(database.engine()).write(report.importNo(), back);
        assertThat(Files.readString(back)).contains("\"{\"\"CRIME_NO\"\":\"\"C2\"\", oops\"");
    }
}
