package clew.core.linkage;

/**
 * Which blocks are built: all, or one in 2^bits of each rule, chosen by a hash of the key, so that a pair found under the first rule that gives it stands for 2^bits
 * pairs, whatever other rules give it too.
 *
 * @param bits 0 for all
 * @param allowances pairs that each rule may give; empty to deal the budget out
 * @param largest records of a block under each rule, at most; empty for no limit
 */
@SuppressWarnings("ArrayRecordComponent")
record BlockShare(int bits, long[] allowances, int[] largest) {
    static final BlockShare ALL = new BlockShare(0, new long[0], new int[0]);
    private static final int SCRAMBLE = 0x2545F491;

    /** One block in 2^bits. */
    static BlockShare oneIn(int bits) {
        return new BlockShare(bits, new long[0], new int[0]);
    }

    boolean isAll() {
        return bits == 0;
    }

    /** What a number of pairs in this share stands for; what is unlimited stays so. */
    long times(long pairs) {
        return pairs > Long.MAX_VALUE >>> bits ? Long.MAX_VALUE : pairs << bits;
    }

    /** This share of a number of pairs. */
    long of(long pairs) {
        return pairs >>> bits;
    }

    int largestOf(int rule) {
        return largest.length == 0 ? Integer.MAX_VALUE : largest[rule];
    }

    long allowance(int rule, long dealt) {
        return allowances.length == 0 ? dealt : allowances[rule];
    }

    /**
     * Keeps the keys of some records that are of this share.
     *
     * @param keys of records one after the other; 0 for none
     * @param count how many
     * @param first the first of the records
     * @param keyed takes them: the key in the upper half, the record in the lower
     * @param size how many it holds already
     * @return how many it holds then
     */
    int keep(int[] keys, int count, int first, long[] keyed, int size) {
        int next = size;
        for (int i = 0; i < count; i++) {
            if (keys[i] != 0 && isOfShare(keys[i])) {
                keyed[next++] = (long) keys[i] << 32 | first + i;
            }
        }
        return next;
    }

    private boolean isOfShare(int key) {
        return bits == 0 || Atom.mix(key ^ SCRAMBLE) >>> 32 - bits == 0;
    }
}
