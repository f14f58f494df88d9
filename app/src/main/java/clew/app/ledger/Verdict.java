package clew.app.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the verifier found. */
public sealed interface Verdict {

    /**
     * Every entry is as it was sealed, in its place, and every anchor agrees.
     *
     * @param entries how many are sealed
     * @param waiting how many are too young to be sealed
     */
    record Whole(long entries, long waiting) implements Verdict {}

    /**
     * The first thing that is not as it was.
     *
     * @param number the number of the sealed row
     * @param entry the entry it is about; null where none is known
     * @param expected what should be there
     * @param found what is
     */
    record Broken(long number, @Nullable UUID entry, String expected, String found) implements Verdict {}
}
