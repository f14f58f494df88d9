package clew.core.measure;

import java.util.Arrays;

/**
 * Precision and recall of scored pairs at every threshold: a pair is found when its weight is at or above the
 * threshold. Eight bytes a pair; O(n log n) to make, O(log n) to ask. Immutable.
 */
public final class PairCurve {

    /** The pairs' weights rising, each doubled, plus 1 where truth says that the pair is one person. */
    private final long[] keys;

    /** How many right pairs lie at each place of {@link #keys} or above. */
    private final int[] rightFrom;

    private final long wanted;

    private PairCurve(long[] keys, long wanted) {
        this.keys = keys;
        this.wanted = wanted;
        this.rightFrom = new int[keys.length + 1];
        for (int i = keys.length - 1; i >= 0; i--) {
            rightFrom[i] = rightFrom[i + 1] + (int) (keys[i] & 1);
        }
    }

    /**
     * The curve of pairs against truth.
     *
     * @param wanted how many pairs there are to find, at least as many as are right among {@code pairs}: all pairs of
     *     {@code truth}, or those across sources where only these are asked for
     */
    public static PairCurve of(Partition truth, ScoredPairs pairs, long wanted) {
        long[] keys = new long[pairs.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = 2 * pairs.weight(i) + (truth.together(pairs.left(i), pairs.right(i)) ? 1 : 0);
        }
        Arrays.sort(keys);
        return new PairCurve(keys, wanted);
    }

    /** The curve of pairs against all pairs of truth. */
    public static PairCurve of(Partition truth, ScoredPairs pairs) {
        return of(truth, pairs, truth.pairs());
    }

    /** The counts when pairs at or above a weight are taken. */
    public Counts at(long weight) {
        return from(weight > Long.MAX_VALUE / 2 ? keys.length : first(2 * Math.max(weight, Long.MIN_VALUE / 2)));
    }

    /** The counts when all pairs are taken: what blocking left to be found. */
    public Counts all() {
        return from(0);
    }

    /**
     * The threshold with the highest F1, the higher threshold where two are alike, and its counts. Where no threshold is
     * better than finding nothing, it is {@link Long#MAX_VALUE}, which finds nothing.
     */
    public Best best() {
        Best best = new Best(Long.MAX_VALUE, from(keys.length));
        for (int i = keys.length - 1; i >= 0; i--) {
            if (i > 0 && keys[i] >> 1 == keys[i - 1] >> 1) {
                continue;
            }
            Counts counts = from(i);
            if (counts.f1() > best.counts().f1()) {
                best = new Best(keys[i] >> 1, counts);
            }
        }
        return best;
    }

    private Counts from(int place) {
        return new Counts(keys.length - place, rightFrom[place], wanted);
    }

    private int first(long key) {
        int low = 0;
        int high = keys.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * A threshold and what it finds.
     *
     * @param weight the threshold, in the unit of the pairs' weights
     * @param counts the counts at it
     */
    public record Best(long weight, Counts counts) {}
}
