package clew.app.corrections;

import java.util.List;
import java.util.UUID;

/**
 * A Decision that one field of a record says something wrong.
 *
 * @param decision its id
 * @param field name of the field in the standard
 * @param old what the record said, as canonical texts; empty when it said nothing
 * @param mended what it should say; empty when it should say nothing
 */
public record Correction(UUID decision, UUID record, String field, List<String> old, List<String> mended) {

    public Correction {
        old = List.copyOf(old);
        mended = List.copyOf(mended);
        if (old.equals(mended)) {
            throw new IllegalArgumentException("expected a correction to change " + field + ", found the same value");
        }
    }

    /** How a correction stands to what the sender says now. */
    public enum State {
        /** The sender still says the old value: the corrected one is used. */
        IN_FORCE,
        /** The sender has since sent the corrected value: the correction has fallen away. */
        MENDED_BY_SENDER,
        /** The sender has since sent a third value: theirs is used, and somebody should look again. */
        OVERTAKEN;

        /** As it stands in the store. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What the correction is, when the field says this. */
    State state(List<String> said) {
        if (said.equals(old)) {
            return State.IN_FORCE;
        }
        return said.equals(mended) ? State.MENDED_BY_SENDER : State.OVERTAKEN;
    }
}
