package clew.core.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rules that each record obeys. */
final class CommonRules {
    static final List<Rule> ALL = List.of(
            new Rule("Handling C needs its conditions in words.", CommonRules::conditions),
            new Rule(
                    "A record taken from a whole roll is refused unless an impact assessment is named with its date.",
                    record -> Inclusion.of(record).violations().stream().findFirst()),
            new Rule("Nothing is known before it happened.", CommonRules::knownAfter));

    private CommonRules() {}

    private static Optional<Violation> conditions(StandardRecord record) {
        boolean unsaid = record.is(Common.HANDLING, "C") && !record.has(Common.HANDLING_CONDITIONS);
        return Rules.when(
                unsaid,
                Violation.refused("conditions in words, because handling is C", "nothing", "handling_conditions"));
    }

    private static Optional<Violation> knownAfter(StandardRecord record) {
        LocalDate known = record.get(Common.KNOWN_FROM);
        UncertainDate occurred = record.get(Common.OCCURRED);
        if (known == null || occurred == null || !known.isBefore(occurred.earliest())) {
            return Optional.empty();
        }
        return Optional.of(Violation.doubtful(
                "a day on or after " + occurred.earliest() + ", when it happened", known.toString(), "known_from"));
    }
}
