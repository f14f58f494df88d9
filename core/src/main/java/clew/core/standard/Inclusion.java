package clew.core.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On what ground records enter: declared once for an extract, or carried by one record. Whole rolls are refused without a dated impact
 * assessment; purposes that Clew never serves and material of covert sources are refused always.
 *
 * @param controller the organisation that answers for the records
 * @param regime a code of list {@code regime}
 * @param purpose a code or wording of list {@code purpose}
 * @param reason why they are in the picture
 * @param rollKind a code or wording of list {@code roll_kind}, when they are a whole roll or come out of one
 * @param impactAssessment reference of the impact assessment
 * @param impactAssessmentDate the day it was signed
 * @param sourceKind a code or wording of list {@code source_kind}
 */
public record Inclusion(
        @Nullable String controller,
        @Nullable String regime,
        @Nullable String purpose,
        @Nullable String reason,
        @Nullable String rollKind,
        @Nullable String impactAssessment,
        @Nullable LocalDate impactAssessmentDate,
        @Nullable String sourceKind) {

    /** The ground that a record carries. */
    public static Inclusion of(StandardRecord record) {
        return new Inclusion(
                record.get(Common.CONTROLLER),
                code(record.get(Common.REGIME)),
                code(record.get(Common.PURPOSE)),
                record.get(Common.REASON_FOR_INCLUSION),
                code(record.get(Common.ROLL_KIND)),
                record.get(Common.IMPACT_ASSESSMENT),
                record.get(Common.IMPACT_ASSESSMENT_DATE),
                code(record.get(Common.SOURCE_KIND)));
    }

    private static @Nullable String code(@Nullable Code code) {
        return code == null ? null : code.code();
    }

    /** Whether all that this declares may enter, and all that is needed is declared. */
    public boolean isAllowed() {
        return missing().isEmpty() && violations().isEmpty();
    }

    /** What each record needs and this does not declare: controller, regime, purpose and reason. */
    public List<Violation> missing() {
        List<Violation> missing = new ArrayList<>();
        need(missing, Common.CONTROLLER, controller);
        need(missing, Common.REGIME, regime);
        need(missing, Common.PURPOSE, purpose);
        need(missing, Common.REASON_FOR_INCLUSION, reason);
        return missing;
    }

    private static void need(List<Violation> missing, Field<?> field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            missing.add(Violation.refused(field.type().expected(), "nothing", field.name()));
        }
    }

    /** Everything declared that may not be. */
    public List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        read(Common.REGIME, regime).ifPresent(violations::add);
        read(Common.PURPOSE, purpose).ifPresent(violations::add);
        read(Common.SOURCE_KIND, sourceKind).ifPresent(violations::add);
        roll().ifPresent(violations::add);
        return violations;
    }

    private static Optional<Violation> read(Field<Code> field, @Nullable String text) {
        if (text != null && field.type().read(text) instanceof Reading.Unreadable<Code> wrong) {
            return Optional.of(Violation.refused(wrong.expected(), wrong.found(), field.name()));
        }
        return Optional.empty();
    }

    private Optional<Violation> roll() {
        if (rollKind == null || rollKind.isBlank()) {
            return Optional.empty();
        }
        boolean assessed = impactAssessment != null && !impactAssessment.isBlank() && impactAssessmentDate != null;
        String found = "a whole roll (" + rollKind + ") without one";
        return Rules.when(
                !assessed,
                Violation.refused("an impact assessment with reference and date", found, Common.ROLL_KIND.name()));
    }
}
