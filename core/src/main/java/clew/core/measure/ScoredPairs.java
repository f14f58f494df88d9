package clew.core.measure;

/**
 * Pairs of rows with a weight each, each unordered pair at most once. A view: whoever holds the pairs shows them as
 * they lie in memory.
 */
public interface ScoredPairs {

    /** How many pairs. */
    int size();

    /** One row of a pair. */
    int left(int pair);

    /** The other row of a pair, never the same as {@link #left}. */
    int right(int pair);

    /** The weight of a pair: higher is more likely one person; any fixed unit, from -2^62 to 2^62 - 1. */
    long weight(int pair);

    /** Pairs held in arrays of one length, which are not copied. */
    static ScoredPairs of(int[] left, int[] right, long[] weight) {
        if (left.length != right.length || left.length != weight.length) {
            throw new IllegalArgumentException("expected arrays of one length, found %d, %d and %d"
                    .formatted(left.length, right.length, weight.length));
        }
        return new ScoredPairs() {
            @Override
            public int size() {
                return left.length;
            }

            @Override
            public int left(int pair) {
                return left[pair];
            }

            @Override
            public int right(int pair) {
                return right[pair];
            }

            @Override
            public long weight(int pair) {
                return weight[pair];
            }
        };
    }
}
