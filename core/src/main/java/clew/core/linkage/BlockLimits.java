package clew.core.linkage;

/**
 * What the blocks of each rule may come to at most.
 *
 * @param allowances pairs that each rule may give; empty to deal the budget out
 * @param largest records of a block under each rule; empty for no limit
 */
@SuppressWarnings("ArrayRecordComponent")
record BlockLimits(long[] allowances, int[] largest) {
    static final BlockLimits NONE = new BlockLimits(new long[0], new int[0]);

    int largestOf(int rule) {
        return largest.length == 0 ? Integer.MAX_VALUE : largest[rule];
    }

    long allowance(int rule, long dealt) {
        return allowances.length == 0 ? dealt : allowances[rule];
    }
}
