package clew.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Row A4: a bad identifier never becomes a value; the record enters without it and the original is kept beside. */
class A4KeptBesideIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    @Test
    void aBadIdentifierIsLeftOutCountedAndKeptAsTheSenderWroteIt() throws IOException {
        ImportRig rig = new ImportRig(database, 100);
        Path file = PoliceExtract.write(
                folder.resolve("ids.csv"),
                List.of(
                        "C1,N1,Sam,Example,03/04/1990,M,9434765919,M1 1AE,,05/01/2026,,",
                        "C2,N2,Kim,Example,04/13/1990,X,9434765918,not a postcode,,05/01/2026,,"));
        ImportReport report = rig.run(file, PoliceExtract.mapping("delta"));
        assertThat(report.quarantined()).isZero();
        assertThat(report.findings())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "person.nhs_number", 1L,
                        "person.postcode", 1L,
                        "person.sex (SEX)", 1L,
                        "person.date_of_birth (DOB)", 1L));
        assertThat(rig.inForce(ImportRig.AGENCY))
                .anyMatch(json -> json.contains("Sam") && json.contains("9434765919") && json.endsWith(" 0"))
                .anyMatch(json -> json.contains("Kim") && !json.contains("nhs_number") && json.endsWith(" 4"));

        Derived kim = database.engine()
                .in(sql -> sql.sql("""
                        select m.body, s.line, s.body from records.source_row s join records.import i using (import_no)
                          join records.mapping m using (mapping_hash) where s.import_no = ? and s.row_no = 2""")
                        .param(report.importNo())
                        .query((row, n) -> new Derivation(row.getString(1), ImportRig.AGENCY, "ids.csv", ImportRig.KEY)
                                .records(row.getLong(2), row.getString(3))
                                .get(0))
                        .single());
        assertThat(kim.findings())
                .anyMatch(finding -> finding.message().endsWith("found 9434765918, in ids.csv:3, field nhs_number"));
    }

    @Test
    void oneBadValueExchangedForAnotherIsANewVersion() throws IOException {
        ImportRig rig = new ImportRig(database.store(), "kept-beside", 100);
        String bad = "C1,N1,Sam,Example,03/04/1990,M,9434765918,M1 1AE,,05/01/2026,,";
        rig.run(
                PoliceExtract.write(folder.resolve("a.csv"), List.of(bad)),
                PoliceExtract.mapping("delta"),
                "kept-beside");
        ImportReport other = rig.run(
                PoliceExtract.write(folder.resolve("b.csv"), List.of(bad.replace("65918", "65917"))),
                PoliceExtract.mapping("delta"),
                "kept-beside");
        assertThat(other.changed()).isEqualTo(1);
        assertThat(other.unchanged()).isEqualTo(2);
    }
}
