package clew.core.linkage;

/**
 * Remembers the outcome of comparing two values, so that the same two are hardly ever compared twice. Direct-mapped: a newer pair takes the place of an older
 * one. One instance a thread and comparison.
 */
final class LevelCache {
    private static final int MOST_BITS = 17;
    private static final int LEAST_BITS = 6;
    private final int shift;
    private final long[] entries;

    /** A cache for comparisons among some records. */
    LevelCache(int records) {
        int bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, 2 * (31 - Integer.numberOfLeadingZeros(records))));
        shift = 64 - bits;
        entries = new long[1 << bits];
    }

    /** The remembered level, or -1; level + 1 is kept in the low 4 bits. */
    int get(int left, int right) {
        long key = key(left, right);
        long entry = entries[slot(key)];
        return entry >>> 4 == key ? (int) (entry & 15) - 1 : -1;
    }

    void put(int left, int right, int level) {
        long key = key(left, right);
        entries[slot(key)] = key << 4 | level + 1;
    }

    private static long key(int left, int right) {
        return (long) left << 30 | right;
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
    }
}
