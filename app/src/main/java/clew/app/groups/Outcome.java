package clew.app.groups;

import java.util.Optional;
import java.util.UUID;

/** What became of something that somebody wanted to decide. */
public sealed interface Outcome {

    /** @param id of what was decided */
    record Done(UUID id) implements Outcome {}

    /** @param words what stands in the way, in words for who asked */
    record Wrong(String field, String words) implements Outcome {
        private static final int SHORTEST_REASON = 10;

        /** What is wrong with a reason; empty for nothing. */
        static Optional<Wrong> reason(String typed) {
            return typed.strip().length() < SHORTEST_REASON
                    ? Optional.of(new Wrong("reason", "Enter a reason of at least " + SHORTEST_REASON + " letters"))
                    : Optional.empty();
        }
    }
}
