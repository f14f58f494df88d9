package clew.core.linkage;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How many pairs have each pattern of outcomes and were given by each set of rules. Adding up in any order gives the same counts. */
final class Histogram {
    private long[] patterns = new long[1 << 12];
    private long[] masks = new long[1 << 12];
    private long[] counts = new long[1 << 12];
    private int size;

    void add(long pattern, long mask, long count) {
        int slot = find(pattern, mask);
        if (counts[slot] == 0) {
            patterns[slot] = pattern;
            masks[slot] = mask;
            size++;
        }
        counts[slot] += count;
        if (size * 2 > counts.length) {
            grow();
        }
    }

    void add(Histogram other) {
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] != 0) {
                add(other.patterns[i], other.masks[i], other.counts[i]);
            }
        }
    }

    /** Sorted by pattern and mask, so that sums over it are the same on every run. */
    Entries entries() {
        Integer[] used = new Integer[size];
        int next = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                used[next++] = i;
            }
        }
        Arrays.parallelSort(
                used,
                (a, b) -> patterns[a] != patterns[b]
                        ? Long.compare(patterns[a], patterns[b])
                        : Long.compare(masks[a], masks[b]));
        Entries entries = new Entries(new long[size], new long[size], new long[size]);
        for (int i = 0; i < size; i++) {
            entries.patterns[i] = patterns[used[i]];
            entries.masks[i] = masks[used[i]];
            entries.counts[i] = counts[used[i]];
        }
        return entries;
    }

    /**
     * The histogram as parallel arrays.
     *
     * @param patterns of outcomes
     * @param masks of rules
     * @param counts of pairs
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Entries(long[] patterns, long[] masks, long[] counts) {
        int size() {
            return counts.length;
        }

        /** Those given by any of these rules, one bit each. */
        Entries givenBy(long rules) {
            int[] some = IntStream.range(0, size())
                    .filter(i -> (masks[i] & rules) != 0)
                    .toArray();
            return new Entries(
                    IntStream.of(some).mapToLong(i -> patterns[i]).toArray(),
                    IntStream.of(some).mapToLong(i -> masks[i]).toArray(),
                    IntStream.of(some).mapToLong(i -> counts[i]).toArray());
        }
    }

    private int find(long pattern, long mask) {
        long hash = (pattern * 0x9E3779B97F4A7C15L ^ mask) * 0xC2B2AE3D27D4EB4FL;
        int slot = (int) (hash >>> 33) & counts.length - 1;
        while (counts[slot] != 0 && (patterns[slot] != pattern || masks[slot] != mask)) {
            slot = slot + 1 & counts.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldPatterns = patterns;
        long[] oldMasks = masks;
        long[] oldCounts = counts;
        patterns = new long[oldCounts.length * 2];
        masks = new long[oldCounts.length * 2];
        counts = new long[oldCounts.length * 2];
        for (int i = 0; i < oldCounts.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = find(oldPatterns[i], oldMasks[i]);
                patterns[slot] = oldPatterns[i];
                masks[slot] = oldMasks[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
