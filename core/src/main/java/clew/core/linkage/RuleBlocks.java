package clew.core.linkage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of one rule: records that share a key, unless so many share it that comparing them all would cost too much. */
final class RuleBlocks {

    /**
     * A block that was left out.
     *
     * @param record one of it
     * @param size records in it
     */
    record Stopped(int record, int size) {}

    private final int largest;
    private final int[] rows;
    private final int[] ends;
    private long pairs;
    private final List<Stopped> stoppedBlocks = new ArrayList<>();
    private final List<Integer> strays = new ArrayList<>();
    private long @Nullable [] stopped;

    /** Whether two records have one key and not only one hash. */
    interface SameKey {
        boolean test(int one, int other);
    }

    /**
     * Blocks from sorted keys.
     *
     * @param keyed key in the upper half and record in the lower, ascending
     * @param size how many of them
     * @param records in all
     * @param allowance pairs that may be given at most
     * @param largestSize records of a block at most
     * @param sameKey tells records apart that are in one block by collision
     */
    RuleBlocks(long[] keyed, int size, int records, long allowance, int largestSize, SameKey sameKey) {
        BlockSizes sizes = sizes(keyed, size);
        largest = Math.min(largestSize, sizes.largestWithin(allowance));
        rows = new int[sizes.recordsUpTo(largest)];
        ends = new int[sizes.blocksUpTo(largest)];
        int block = 0;
        int next = 0;
        for (int from = 0; from < size; ) {
            int to = blockEnd(keyed, from, size);
            if (to - from > largest) {
                stop(keyed, from, to, records, sameKey);
            } else if (to - from > 1) {
                for (int i = from; i < to; i++) {
                    rows[next++] = (int) keyed[i];
                }
                ends[block++] = next;
                pairs += pairs(to - from);
            }
            from = to;
        }
    }

    /** Records of all blocks, block after block, ascending within each. */
    int[] rows() {
        return rows;
    }

    /** Where each block ends among {@link #rows}. */
    int[] ends() {
        return ends;
    }

    long pairs() {
        return pairs;
    }

    /** One bit a record for those in blocks that were left out; null when none was. */
    long @Nullable [] stopped() {
        return stopped;
    }

    /** Records of the largest block that was not left out; no limit where none was. */
    int largest() {
        return stoppedBlocks.isEmpty() ? Integer.MAX_VALUE : largest;
    }

    List<Stopped> stoppedBlocks() {
        return stoppedBlocks;
    }

    /** Records that were left out with a block whose key is not theirs, by collision. */
    List<Integer> strays() {
        return strays;
    }

    static long pairs(long size) {
        return size * (size - 1) / 2;
    }

    private void stop(long[] keyed, int from, int to, int records, SameKey sameKey) {
        int first = (int) keyed[from];
        stoppedBlocks.add(new Stopped(first, to - from));
        if (stopped == null) {
            stopped = new long[(records + 63) / 64];
        }
        for (int i = from; i < to; i++) {
            int record = (int) keyed[i];
            stopped[record >>> 6] |= 1L << record;
            if (!sameKey.test(first, record)) {
                strays.add(record);
            }
        }
    }

    private static int blockEnd(long[] keyed, int from, int size) {
        long key = keyed[from] >>> 32;
        int to = from + 1;
        while (to < size && keyed[to] >>> 32 == key) {
            to++;
        }
        return to;
    }

    private static BlockSizes sizes(long[] keyed, int size) {
        BlockSizes sizes = new BlockSizes();
        for (int from = 0; from < size; ) {
            int to = blockEnd(keyed, from, size);
            if (to - from > 1) {
                sizes.add(to - from);
            }
            from = to;
        }
        return sizes;
    }
}
