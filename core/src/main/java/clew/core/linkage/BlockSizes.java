package clew.core.linkage;

import java.util.Arrays;

/** How many blocks of two records or more there are of each size. Not thread-safe. */
final class BlockSizes {
    /** Sizes below this are counted, larger ones listed: of these there are few. */
    private static final int COUNTED = 1 << 12;

    private final int[] counts = new int[COUNTED];
    private int[] larger = new int[16];
    private int listed;

    void add(int size) {
        if (size < COUNTED) {
            counts[size]++;
            return;
        }
        if (listed == larger.length) {
            larger = Arrays.copyOf(larger, listed * 2);
        }
        larger[listed++] = size;
    }

    /** The largest size of block with which all blocks up to it stay within an allowance of pairs; 1 where there is none. */
    int largestWithin(long allowance) {
        long pairs = 0;
        int largest = 1;
        for (int size = 2; size < COUNTED; size++) {
            pairs += counts[size] * RuleBlocks.pairs(size);
            if (pairs > allowance) {
                return largest;
            }
            largest = counts[size] > 0 ? size : largest;
        }
        Arrays.sort(larger, 0, listed);
        for (int i = 0; i < listed; i++) {
            pairs += RuleBlocks.pairs(larger[i]);
            boolean isLastOfSize = i == listed - 1 || larger[i + 1] > larger[i];
            if (pairs > allowance) {
                return largest;
            }
            largest = isLastOfSize ? larger[i] : largest;
        }
        return largest;
    }

    /** Blocks up to a size. */
    int blocksUpTo(int largest) {
        int blocks = 0;
        for (int size = 2; size < COUNTED && size <= largest; size++) {
            blocks += counts[size];
        }
        for (int i = 0; i < listed; i++) {
            blocks += larger[i] <= largest ? 1 : 0;
        }
        return blocks;
    }

    /** Records in blocks up to a size. */
    int recordsUpTo(int largest) {
        int records = 0;
        for (int size = 2; size < COUNTED && size <= largest; size++) {
            records += counts[size] * size;
        }
        for (int i = 0; i < listed; i++) {
            records += larger[i] <= largest ? larger[i] : 0;
        }
        return records;
    }
}
