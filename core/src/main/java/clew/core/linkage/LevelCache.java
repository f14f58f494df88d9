package clew.core.linkage;

/**
 * Remembers the outcome of comparing two values, so that the same two are hardly ever compared twice. Direct-mapped: a newer pair takes the place of an older
 * one. One instance a thread and comparison.
 */
final class LevelCache {
    private static final int BITS = 17;
    private final long[] entries = new long[1 << BITS];

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

    private static int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 64 - BITS);
    }
}
