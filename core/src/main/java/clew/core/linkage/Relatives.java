package clew.core.linkage;

import clew.core.explain.Explanation;

/**
 * What is known of pairs of two people of one home, against two strangers.
 *
 * @param prior log2 of the odds of such a pair before it is looked at, in millionths of a bit
 * @param weights by slot, state and level, in millionths of a bit
 */
@SuppressWarnings("ArrayRecordComponent")
record Relatives(long prior, long[][][] weights) {
    private static final long HARDLY = -12 * Explanation.UNITS_PER_BIT;
    private static final long SURELY = 40 * Explanation.UNITS_PER_BIT;

    /** log2(1 + odds), in millionths of a bit, for odds given as log2: by this the weight of one person is less. */
    static long lessening(long odds) {
        if (odds < HARDLY) {
            return 0;
        }
        return odds > SURELY
                ? odds
                : Explanation.units(StrictMath.log1p(StrictMath.pow(2, (double) odds / Explanation.UNITS_PER_BIT))
                        / StrictMath.log(2));
    }
}
