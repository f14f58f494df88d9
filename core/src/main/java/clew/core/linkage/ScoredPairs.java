package clew.core.linkage;

import clew.core.explain.Explanation;

/** The pairs at or above the cut, best first, ties in the order of their records' ids. Rows are those of the {@link RecordTable}. Immutable by convention: no method changes it. */
public final class ScoredPairs {
    private static final double LN_2 = Math.log(2);

    private final int[] left;
    private final int[] right;
    private final long[] weight;

    ScoredPairs(int[] left, int[] right, long[] weight) {
        this.left = left;
        this.right = right;
        this.weight = weight;
    }

    /** Number of pairs. */
    public int size() {
        return left.length;
    }

    /** Row of the record whose source and id come first. */
    public int left(int pair) {
        return left[pair];
    }

    /** Row of the other record. */
    public int right(int pair) {
        return right[pair];
    }

    /** Total weight, prior included, in millionths of a bit. */
    public long weight(int pair) {
        return weight[pair];
    }

    /** How many pairs weigh at least so much, in millionths of a bit: they come first. Takes O(log pairs). */
    public int atLeast(long least) {
        int low = 0;
        int high = weight.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (weight[middle] >= least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** 1 / (1 + 2^-weight), in [0, 1]. */
    public double probability(int pair) {
        return probabilityOf(weight[pair]);
    }

    /** The probability, in [0, 1], that a total weight in millionths of a bit stands for. */
    public static double probabilityOf(long weight) {
        return 1 / (1 + Math.exp(-(double) weight / Explanation.UNITS_PER_BIT * LN_2));
    }

    /** The total weight, in millionths of a bit, that a probability in (0, 1) stands for. */
    public static long weightOf(double probability) {
        return Explanation.units(Math.log(probability / (1 - probability)) / Math.log(2));
    }
}
