package clew.core.measure;

/**
 * How well a partition of records into persons agrees with the true one, counted over pairs of records. All counts
 * come from {@link Partition#meet}: a pair is right when it lies together in the true partition, in the found one, and
 * so in their meet. O(n log n).
 */
public final class Clusters {

    private Clusters() {}

    /** Counts all pairs of records: found = pairs together in {@code found}, wanted = pairs together in {@code truth}. */
    public static Counts pairs(Partition truth, Partition found) {
        return new Counts(found.pairs(), truth.meet(found).pairs(), truth.pairs());
    }

    /**
     * Counts only pairs whose records come from two sources, as linking without deduplication is measured. A pair
     * across sources is one that the division by source parts.
     *
     * @param source the source of each record
     */
    public static Counts pairsAcross(Partition truth, Partition found, Partition source) {
        return pairs(truth, found).minus(pairs(truth.meet(source), found.meet(source)));
    }

    /** How many pairs of one person come from two sources. */
    public static long truePairsAcross(Partition truth, Partition source) {
        return truth.pairs() - truth.meet(source).pairs();
    }
}
