package clew.core.standard;

import java.util.Objects;
import java.util.Optional;

/** The rules of a relationship's record. */
final class RelationshipRules {
    static final Rule TWO = new Rule("Nobody is related to themself.", RelationshipRules::two);

    private RelationshipRules() {}

    private static Optional<Violation> two(StandardRecord record) {
        boolean person = same(record, RelationshipShape.PERSON, RelationshipShape.OTHER_PERSON);
        boolean unidentified =
                same(record, RelationshipShape.UNIDENTIFIED_PERSON, RelationshipShape.OTHER_UNIDENTIFIED_PERSON);
        return Rules.when(
                person || unidentified, Violation.refused("two different people", "the same twice", "other_person"));
    }

    private static boolean same(StandardRecord record, Field<Reference> one, Field<Reference> other) {
        return record.has(one) && Objects.equals(record.get(one), record.get(other));
    }
}
