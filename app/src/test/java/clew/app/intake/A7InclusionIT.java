package clew.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.store.DatabaseForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row A7: who may be in the Picture. What may not is refused before a row is read, or leaves nothing behind. */
class A7InclusionIT {

    private static final String INCLUDE =
            "include: {regime: part_3, purpose: safeguarding children, reason: named in a recorded crime}";

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    private static String including(String include) {
        return PoliceExtract.map("delta").replace(INCLUDE, include);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|include",
                "include: {purpose: safeguarding children, reason: named in a crime}|include.regime",
                "include: {regime: part_3, reason: named in a crime}|include.purpose",
                "include: {regime: part_3, purpose: safeguarding children}|include.reason",
                "include: {regime: gdpr of mars, purpose: safeguarding children, reason: named in a crime}|include.regime",
                "include: {regime: uk_gdpr, purpose: immigration enforcement, reason: named in a crime}|never serves",
                "include: {regime: uk_gdpr, purpose: housing, reason: named in a crime}|never serves",
                "include: {regime: uk_gdpr, purpose: benefit fraud, reason: named in a crime}|never serves",
                "include: {regime: uk_gdpr, purpose: school exclusion, reason: named in a crime}|never serves",
                "include: {regime: uk_gdpr, purpose: safeguarding children, reason: all pupils of the school}|include.roll_kind",
                "include: {regime: uk_gdpr, purpose: safeguarding children, reason: school roll}|include.roll_kind",
                "include: {regime: uk_gdpr, purpose: safeguarding children, reason: x, roll_kind: pupil roll}|impact assessment with reference and date",
                "include: {regime: uk_gdpr, purpose: safeguarding children, reason: x, roll_kind: anpr, impact_assessment: DPIA 7}|impact assessment with reference and date",
                "include: {regime: part_3, purpose: safeguarding children, reason: x, source_kind: chis}|without a covert human source",
                "include: {regime: part_3, purpose: safeguarding children, reason: x, source_kind: surveillance}|without covert surveillance"
            })
    void whatMayNotEnterIsRefusedBeforeARowIsRead(String include, String complaint) {
        assertThatThrownBy(() -> Mapping.parse(including(include == null ? "" : include), "a.map.yaml"))
                .isInstanceOf(MappingInvalid.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aWholeRollWithADatedImpactAssessmentMayEnterAndSaysSo() throws IOException {
        ImportRig rig = new ImportRig(database.store(), "roll-school", 100);
        Mapping mapping = PoliceExtract.parse(
                including(
                        "include: {regime: uk_gdpr, purpose: safeguarding children, reason: all pupils, roll_kind: pupil roll, impact_assessment: DPIA 7, impact_assessment_date: 2026-01-02}"));
        Path file = PoliceExtract.write(folder.resolve("roll.csv"), List.of(PoliceExtract.row(1, "Sam", "")));
        assertThat(rig.run(file, mapping, "roll-school").added()).isEqualTo(3);
        assertThat(rig.inForce("roll-school"))
                .allMatch(json -> json.contains("\"roll_kind\":\"pupil_roll\"")
                        && json.contains("\"impact_assessment\":\"DPIA 7\""));
    }

    @Test
    void everyRecordCarriesControllerRegimePurposeAndReason() throws IOException {
        ImportRig rig = new ImportRig(database, 100);
        rig.run(
                PoliceExtract.write(folder.resolve("one.csv"), List.of(PoliceExtract.row(1, "Sam", ""))),
                PoliceExtract.mapping("delta"));
        assertThat(rig.inForce(ImportRig.AGENCY))
                .hasSize(3)
                .allMatch(
                        json -> json.contains(
                                "\"controller\":\"aldmoor-police\",\"regime\":\"part_3\",\"purpose\":\"safeguarding_children\",\"reason_for_inclusion\":\"named in a recorded crime\""));
    }

    @Test
    void aRowOfACovertSourceOrForAForbiddenPurposeLeavesNothingButItsLine() throws IOException {
        ImportRig rig = new ImportRig(database.store(), "covert", 100);
        Mapping mapping = PoliceExtract.parse(
                including(
                        "include: {regime: part_3, purpose: {column: NHS}, reason: named in a crime, source_kind: {column: NOTES}}"));
        Path file = PoliceExtract.write(
                folder.resolve("covert.csv"),
                List.of(
                        "C1,N1,Sam,Example,,M,safeguarding,,,05/01/2026,,professional",
                        "C2,N2,Hidden,Example,,M,safeguarding,,,05/01/2026,,CHIS",
                        "C3,N3,Hidden,Example,,M,immigration,,,05/01/2026,,professional"));
        ImportReport report = rig.run(file, mapping, "covert");
        assertThat(report.quarantined()).isEqualTo(2);
        List<String> kept = database.engine()
                .in(sql -> sql.sql(
                                "select line || body || violations::text from records.quarantine where import_no = ? order by line")
                        .param(report.importNo())
                        .query(String.class)
                        .list());
        assertThat(kept).hasSize(2).noneMatch(text -> text.contains("Hidden")).noneMatch(text -> text.contains("N2"));
        assertThat(kept.get(0)).contains("without a covert human source");
    }

    @Test
    void aRowWithoutAReasonGoesToQuarantine() throws IOException {
        ImportRig rig = new ImportRig(database.store(), "reasons", 100);
        Mapping mapping = PoliceExtract.parse(
                including("include: {regime: part_3, purpose: safeguarding children, reason: {column: NOTES}}"));
        Path file = PoliceExtract.write(
                folder.resolve("reasons.csv"),
                List.of(PoliceExtract.row(1, "Sam", "") + "named in a crime", PoliceExtract.row(2, "Kim", "")));
        ImportReport report = rig.run(file, mapping, "reasons");
        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(report.added()).isEqualTo(3);
    }
}
