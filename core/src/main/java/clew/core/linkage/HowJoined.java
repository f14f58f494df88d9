package clew.core.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * How the records of a person hang together: the strongest ties that hold them all, one fewer than there are records (the maximum spanning tree; Prim 1957).
 *
 * @param person its number
 * @param rows its records, ascending
 * @param ties strongest first; the last is the weakest link
 */
public record HowJoined(int person, List<Integer> rows, List<Tie> ties) {

    public HowJoined {
        rows = List.copyOf(rows);
        ties = List.copyOf(ties);
        if (ties.size() != Math.max(0, rows.size() - 1)) {
            throw new IllegalArgumentException(
                    "expected " + (rows.size() - 1) + " ties of " + rows.size() + " records, found " + ties.size());
        }
    }

    /**
     * A pair that holds two parts of a person together.
     *
     * @param left row of one record
     * @param right row of the other, a higher one
     * @param weight of the pair, in millionths of a bit
     */
    public record Tie(int left, int right, long weight) {}

    /** Looks at every two records of a person: O(n^2). */
    static HowJoined of(LinkResult result, int person) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < result.rows(); row++) {
            if (result.personOf(row) == person) {
                rows.add(row);
            }
        }
        return new HowJoined(
                person, rows, ties(rows.stream().mapToInt(row -> row).toArray(), result::weight));
    }

    /** Weighs two records. */
    interface PairWeight {
        long of(int one, int other);
    }

    /** The strongest ties that hold all these rows, strongest first: O(n^2) looks. */
    static List<Tie> ties(int[] rows, PairWeight weights) {
        List<Tie> ties = new ArrayList<>();
        long[] best = new long[rows.length];
        int[] from = new int[rows.length];
        boolean[] taken = new boolean[rows.length];
        java.util.Arrays.fill(best, Long.MIN_VALUE);
        int last = 0;
        for (int tie = 1; tie < rows.length; tie++) {
            taken[last] = true;
            int next = -1;
            for (int i = 0; i < taken.length; i++) {
                if (!taken[i]) {
                    long weight = weights.of(rows[last], rows[i]);
                    if (weight > best[i]) {
                        best[i] = weight;
                        from[i] = last;
                    }
                    next = next < 0 || best[i] > best[next] ? i : next;
                }
            }
            int one = rows[from[next]];
            int other = rows[next];
            ties.add(new Tie(Math.min(one, other), Math.max(one, other), best[next]));
            last = next;
        }
        ties.sort(java.util.Comparator.comparingLong(Tie::weight)
                .reversed()
                .thenComparingInt(Tie::left)
                .thenComparingInt(Tie::right));
        return ties;
    }
}
