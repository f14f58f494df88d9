package clew.core.linkage;

import java.util.List;

/**
 * Records that look like one person but were not joined by machine, or were joined in spite of a doubt: for a person to look at.
 *
 * @param why what kind of matter it is
 * @param reason in plain words
 * @param rows of the {@link RecordTable} concerned, ascending
 */
public record Attention(Why why, String reason, List<Integer> rows) {
    /** What may need a person. */
    public enum Why {
        /** People's decisions contradict each other. */
        CONTRADICTION,
        /** They would have been joined but for a doubt. */
        HELD_BACK,
        /** A doubt, and a weight not far below the threshold: two persons that may be one. */
        NEARLY
    }

    public Attention {
        rows = List.copyOf(rows);
    }
}
