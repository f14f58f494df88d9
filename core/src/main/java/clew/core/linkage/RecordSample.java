package clew.core.linkage;

import java.util.Arrays;

/**
 * One record in so many, chosen by a hash of its place, so that threads change nothing and records that stand side by side are no sooner or later chosen together. Of
 * all pairs it holds one in the square of that, and so of those that any set of rules gives.
 *
 * @param oneIn a record is chosen of so many, two or more
 * @param rows those chosen, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record RecordSample(int oneIn, int[] rows) {
    private static final int SCRAMBLE = 0x2545F491;

    static RecordSample of(int records, int oneIn) {
        int below = (int) ((1L << 32) / oneIn);
        int[] rows = new int[records];
        int size = 0;
        for (int row = 0; row < records; row++) {
            if (Integer.compareUnsigned(Atom.mix(row ^ SCRAMBLE), below) < 0) {
                rows[size++] = row;
            }
        }
        return new RecordSample(oneIn, Arrays.copyOf(rows, size));
    }

    /** How many pairs one of the sample stands for. */
    long pairsEach() {
        return (long) oneIn * oneIn;
    }

    /** How many pairs some of the sample stand for; what is unlimited stays so. */
    long times(long pairs) {
        return pairs > Long.MAX_VALUE / pairsEach() ? Long.MAX_VALUE : pairs * pairsEach();
    }

    /** How large a block is of which so many records are in the sample; what is unlimited stays so. */
    int times(int size) {
        return size > Integer.MAX_VALUE / oneIn ? Integer.MAX_VALUE : size * oneIn;
    }
}
