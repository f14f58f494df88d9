package clew.app.groups;

import java.util.Set;
import java.util.UUID;

/**
 * A split or a merger that somebody decided, by records of people and things and of episodes: it holds for whatever line these belong to from then on.
 *
 * @param evidence records of the episodes of the line when it was decided
 * @param merges whether lines become one; otherwise some are set apart
 * @param records of those who are set apart, or of those of the other line
 */
record Cut(boolean merges, Set<UUID> evidence, Set<UUID> records) {
    Cut {
        evidence = Set.copyOf(evidence);
        records = Set.copyOf(records);
    }
}
