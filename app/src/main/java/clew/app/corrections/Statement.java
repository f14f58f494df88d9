package clew.app.corrections;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was decided or proposed about a record, as it is shown: nothing of it is ever taken away but by a disposal.
 *
 * @param kind what it is
 * @param field title of the field; empty for an addition
 * @param old what the record said, in words; empty when it said nothing
 * @param mended what it should say, or the added text
 * @param by name of who decided it
 * @param agency their agency
 * @param reason as typed
 * @param state of a correction, or the answer to a proposal, in words; empty while there is nothing to say
 * @param open whether the owner may still end the correction, or answer the proposal
 */
public record Statement(
        UUID decision,
        UUID record,
        Kind kind,
        String field,
        String old,
        String mended,
        String by,
        String agency,
        Instant at,
        String reason,
        String state,
        boolean open,
        @Nullable UUID about) {

    /** What can be said about a record. */
    public enum Kind {
        CORRECTION,
        ADDENDUM,
        CORRECTION_ENDED,
        CORRECTION_PROPOSED,
        PROPOSAL_ACCEPTED,
        PROPOSAL_REFUSED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
