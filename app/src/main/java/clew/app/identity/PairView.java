package clew.app.identity;

import clew.app.store.Rights;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two records and the persons they belong to, beside each other: what somebody needs who is to say whether they are one.
 *
 * <p>Reads as {@code clew_app} with the rights given. The entry point that calls it writes the ledger's row.
 */
public interface PairView {

    /** The pair; empty when one of the records does not exist or the viewer may not see it, which look the same. */
    Optional<Pair> of(Rights rights, UUID left, UUID right);

    /**
     * A pair.
     *
     * @param left the viewer's person of the one record
     * @param right that of the other; the same when they are held to be one
     * @param link why they may be one; null where no reasons are kept for this pair
     */
    record Pair(PersonView.Person left, PersonView.Person right, PersonView.@Nullable Link link) {

        /** Are both records held to be one person? */
        public boolean isOne() {
            return left.records().equals(right.records());
        }
    }
}
