package clew.core.standard;

import java.time.LocalDate;
import java.util.Optional;

/** The rules of an event's record. */
final class EventRules {
    static final Rule CRIME_HAS_TIME =
            new Rule("An event says when it occurred, or when it was recorded or known.", EventRules::timed);
    static final Rule GROUP_HAS_BASIS = new Rule(
            "A group-based crime says on what basis it is counted so, or why that is missing.", EventRules::basis);
    static final Rule RECORDED_AFTER =
            new Rule("An event is not recorded before it occurred.", EventRules::recordedAfter);

    private EventRules() {}

    private static Optional<Violation> timed(StandardRecord record) {
        boolean timed =
                record.has(Common.OCCURRED) || record.has(EventShape.RECORDED_ON) || record.has(Common.KNOWN_FROM);
        return Rules.when(
                !timed, Violation.refused("when it occurred, was recorded or was known", "none of them", "occurred"));
    }

    private static Optional<Violation> basis(StandardRecord record) {
        boolean said = record.has(EventShape.GROUP_BASIS)
                || record.has(EventShape.GROUP_BASIS.whyMissing().orElseThrow());
        return Rules.when(
                record.is(EventShape.GROUP_BASED, "yes") && !said,
                Violation.doubtful("the basis, because it is group-based", "nothing", "group_basis"));
    }

    private static Optional<Violation> recordedAfter(StandardRecord record) {
        LocalDate recorded = record.get(EventShape.RECORDED_ON);
        UncertainDate occurred = record.get(Common.OCCURRED);
        boolean before = recorded != null && occurred != null && recorded.isBefore(occurred.earliest());
        return Rules.when(
                before,
                Violation.doubtful(
                        "a day on or after " + occurred + ", when it occurred",
                        String.valueOf(recorded),
                        "recorded_on"));
    }
}
