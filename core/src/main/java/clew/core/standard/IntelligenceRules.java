package clew.core.standard;

import java.util.Optional;

/** The rules of an intelligence item's record. */
final class IntelligenceRules {
    static final Rule GRADED = new Rule(
            "An item is graded for source and information: by 3x5x2, or by 5x5x5 from which the 3x5x2 grade is made.",
            IntelligenceRules::graded);
    static final Rule HANDLED = new Rule("An item says how it is handled.", IntelligenceRules::handled);
    static final Rule CLASSIFIED = new Rule("Nothing above OFFICIAL enters.", IntelligenceRules::classified);

    private IntelligenceRules() {}

    private static Optional<Violation> graded(StandardRecord record) {
        boolean graded =
                record.has(IntelligenceShape.SOURCE_EVALUATION) && record.has(IntelligenceShape.INFORMATION_ASSESSMENT);
        boolean imported =
                record.has(IntelligenceShape.IMPORTED_SOURCE) && record.has(IntelligenceShape.IMPORTED_INFORMATION);
        return Rules.when(
                !graded && !imported,
                Violation.refused("a grade of source and information", "not both", "source_evaluation"));
    }

    private static Optional<Violation> handled(StandardRecord record) {
        return Rules.when(
                !record.has(Common.HANDLING) && !record.has(IntelligenceShape.IMPORTED_HANDLING),
                Violation.refused("handling P or C", "nothing", "handling"));
    }

    private static Optional<Violation> classified(StandardRecord record) {
        Code classification = record.get(IntelligenceShape.CLASSIFICATION);
        return Rules.when(
                classification != null && !classification.is("OFFICIAL"),
                Violation.refused("OFFICIAL", String.valueOf(classification), "classification"));
    }
}
