package clew.app.groups;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a line stands.
 *
 * @param day draft: the last day on which it can be decided before it ends; parked: the day on which it comes back; otherwise the day of the verdict
 * @param verdict the one that rules, or null when there is none
 * @param fresh episodes that the verdict did not know: why a rejected line is back, or what came to an accepted one
 */
public record Standing(State state, LocalDate day, @Nullable Verdict verdict, List<UUID> fresh) {

    public Standing {
        fresh = List.copyOf(fresh);
    }

    /** The states of a line. */
    public enum State {
        DRAFT,
        /** Rejected once, and back because of new evidence. */
        RETURNED,
        PARKED,
        /** One person asks for the rejection; a second one answers. */
        REJECTION_ASKED,
        REJECTED,
        ACCEPTED,
        /** Nobody decided in time. */
        ENDED;

        /** Whether somebody can still decide on it. */
        public boolean isOpen() {
            return this != REJECTED && this != ACCEPTED;
        }

        /** Whether it belongs to the list of drafts. */
        public boolean isDraft() {
            return this == DRAFT || this == RETURNED || this == REJECTION_ASKED;
        }
    }
}
