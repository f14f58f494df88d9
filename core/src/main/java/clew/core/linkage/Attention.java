package clew.core.linkage;

import java.util.List;

/**
 * Records that look like one person but were not joined by machine, or were joined in spite of a doubt: for a person to look at.
 *
 * @param why what kind of matter it is
 * @param reason in plain words
 * @param rows of the {@link RecordTable} concerned, ascending
 * @param tie the two rows that it hangs on, ascending; none where it hangs on no two of them
 */
public record Attention(Why why, String reason, List<Integer> rows, List<Integer> tie) {
    /** What may need a person. */
    public enum Why {
        /** People's decisions or answers contradict each other. */
        CONTRADICTION,
        /** They would have been joined but for a doubt. */
        HELD_BACK,
        /** A doubt, and a weight not far below the threshold: two persons that may be one. */
        NEARLY,
        /** One person, of whom one weak link holds two groups of records together. */
        BRIDGE,
        /** One person of very many records. */
        LARGE,
        /** So many records hang together that they were not looked at pair by pair: weaker ties among them were left out. */
        CHAINED
    }

    public Attention {
        rows = List.copyOf(rows);
        tie = List.copyOf(tie);
    }

    /** A matter that hangs on no two of its records. */
    public Attention(Why why, String reason, List<Integer> rows) {
        this(why, reason, rows, List.of());
    }

    /** Whether the records are one person now; else they are several, or nothing is said. */
    public boolean isJoined() {
        return why == Why.BRIDGE || why == Why.LARGE;
    }
}
