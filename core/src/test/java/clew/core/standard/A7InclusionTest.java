package clew.core.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A7: who may be in the Picture. */
class A7InclusionTest {

    private static Inclusion declared(String purpose, String roll, String assessment, LocalDate day, String source) {
        return new Inclusion(
                "Northmoor Police", "part_3", purpose, "named in a recorded crime", roll, assessment, day, source);
    }

    @Test
    void a_full_declaration_is_allowed() {
        assertThat(declared("safeguarding children", null, null, null, "own_record")
                        .isAllowed())
                .isTrue();
    }

    @Test
    void what_is_not_declared_is_named() {
        Inclusion nothing = new Inclusion(null, null, " ", null, null, null, null, null);
        assertThat(nothing.isAllowed()).isFalse();
        assertThat(nothing.missing())
                .extracting(Violation::field)
                .containsExactly("controller", "regime", "purpose", "reason_for_inclusion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "immigration enforcement",
                "immigration_enforcement",
                "IMMIGRATION CONTROL",
                "housing",
                "eviction",
                "benefits",
                "benefit fraud",
                "school exclusion",
                "exclusions"
            })
    void purposes_that_may_not_exist_are_refused(String purpose) {
        List<Violation> violations = declared(purpose, null, null, null, null).violations();
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("purpose");
            assertThat(violation.severity()).isEqualTo(Severity.REFUSED);
            assertThat(violation.expected()).contains("which Clew never serves");
        });
        assertThat(Common.PURPOSE.type().read(purpose)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void a_purpose_that_nobody_knows_is_refused() {
        assertThat(declared("marketing", null, null, null, null).violations())
                .extracting(Violation::found)
                .containsExactly("marketing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pupil_roll",
                "patient list",
                "attendance register",
                "ANPR reads",
                "handset download",
                "communications data",
                "whole population",
                "everybody we have"
            })
    void a_whole_roll_needs_an_impact_assessment_with_a_date(String roll) {
        LocalDate signed = LocalDate.of(2026, 3, 1);
        assertThat(declared("safeguarding children", roll, null, null, null).isAllowed())
                .isFalse();
        assertThat(declared("safeguarding children", roll, "DPIA 12", null, null)
                        .isAllowed())
                .isFalse();
        assertThat(declared("safeguarding children", roll, " ", signed, null).isAllowed())
                .isFalse();
        assertThat(declared("safeguarding children", roll, "DPIA 12", signed, null)
                        .isAllowed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHIS", "covert_human_source", "directed surveillance", "undercover", "intercept"})
    void covert_material_is_refused_even_with_an_assessment(String source) {
        assertThat(declared("safeguarding children", null, "DPIA 12", LocalDate.of(2026, 3, 1), source)
                        .violations())
                .extracting(Violation::field)
                .containsExactly("source_kind");
    }

    @Test
    void each_record_is_held_to_the_same() {
        StandardRecord.Builder record =
                new SampleRecords(3).next(VehicleShape.SHAPE, 0).change();
        record.set(VehicleShape.LOCAL_ID, "7");
        assertThat(record.build().check()).isEmpty();
        record.code(Common.ROLL_KIND, "number_plate_reads");
        assertThat(record.build().check()).extracting(Violation::field).containsExactly("roll_kind");
        record.set(Common.IMPACT_ASSESSMENT, "DPIA 12").set(Common.IMPACT_ASSESSMENT_DATE, LocalDate.of(2026, 3, 1));
        assertThat(record.build().check()).isEmpty();
        assertThat(record.clear(Common.CONTROLLER).build().check())
                .extracting(Violation::field)
                .containsExactly("controller");
    }
}
