package clew.app.corrections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A case in which somebody asks to have put right what is recorded about them.
 *
 * @param openedBy name of who opened it
 * @param askedBy who asked
 * @param disputed what is said to be wrong, as typed
 * @param records those disputed; their sharing is paused until the outcome
 * @param steps what happened, oldest first
 * @param today the day on which it is read, in London
 */
public record Rectification(
        UUID id,
        String openedBy,
        Instant openedAt,
        RectificationClock clock,
        AskedBy askedBy,
        String disputed,
        List<UUID> records,
        List<Step> steps,
        LocalDate today) {

    public Rectification {
        records = List.copyOf(records);
        steps = List.copyOf(steps);
    }

    /** Who asked. */
    public enum AskedBy {
        PERSON("the person concerned"),
        PARENT("a parent or somebody with parental responsibility"),
        REPRESENTATIVE("somebody else on their behalf");

        private final String words;

        AskedBy(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What can happen in a case. */
    public enum Kind {
        EXTENDED("Two further months taken"),
        PUT_RIGHT("Put right"),
        PARTLY_PUT_RIGHT("Put right in part"),
        REFUSED("Refused"),
        TOLD("Recipient told"),
        COMPLAINT("Complaint");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether it ends the pause. */
        public boolean isOutcome() {
            return this == PUT_RIGHT || this == PARTLY_PUT_RIGHT || this == REFUSED;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Something that happened; {@code told} is the name of the agency that was told, or empty. */
    public record Step(Kind kind, String by, Instant at, String reason, String told) {}

    /** An agency that saw the disputed records, from the ledger, and whether it was told of the outcome. */
    public record Recipient(int agency, String name, long looks, Instant lastLook, boolean told) {}

    /** Whether sharing is paused still. */
    public boolean isOpen() {
        return steps.stream().noneMatch(step -> step.kind().isOutcome());
    }

    public boolean isOverdue() {
        return isOpen() && today.isAfter(clock.due());
    }
}
