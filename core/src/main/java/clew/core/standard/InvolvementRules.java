package clew.core.standard;

import java.util.Optional;

/** The rules of an involvement's record. */
final class InvolvementRules {
    private static final int OLDEST_AGE = 120;

    static final Rule AGE = new Rule("An age is at most " + OLDEST_AGE + " years.", InvolvementRules::age);
    static final Rule VICTIM_RELATIONSHIP = new Rule(
            "A relationship to the victim is given only for a person other than the victim.",
            InvolvementRules::relationship);

    private InvolvementRules() {}

    private static Optional<Violation> age(StandardRecord record) {
        Integer age = record.get(InvolvementShape.AGE_AT_START);
        return Rules.when(
                age != null && age > OLDEST_AGE,
                Violation.refused("an age of 0 to " + OLDEST_AGE, String.valueOf(age), "age_at_start"));
    }

    private static Optional<Violation> relationship(StandardRecord record) {
        return Rules.when(
                record.is(InvolvementShape.ROLE, "victim") && record.has(InvolvementShape.RELATIONSHIP_TO_VICTIM),
                Violation.doubtful(
                        "no relationship to the victim, because this is the victim",
                        String.valueOf(record.get(InvolvementShape.RELATIONSHIP_TO_VICTIM)),
                        "relationship_to_victim"));
    }
}
