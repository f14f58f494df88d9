package clew.core.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How many pairs have each pattern of outcomes and were given by each set of rules. Adding up in any order gives the same counts. One a thread. */
final class Histogram {
    private static final int SMALLEST = 1 << 12;
    /** Numbers of the entries by hash, from 1; 0 is free. */
    private int[] slots = new int[SMALLEST * 2];
    /** By entry: pattern, mask, count. */
    private long[] entries = new long[SMALLEST * 3];

    private int size;
    /** By entry: its place among all entries of all threads. */
    private int[] places = {};

    /**
     * Counts a pair.
     *
     * @return the number of its entry
     */
    int add(long pattern, long mask) {
        int entry = find(pattern, mask);
        entries[entry * 3 + 2]++;
        return entry;
    }

    /** Place of an entry in what {@link #entries} gave. */
    int place(int entry) {
        return places[entry];
    }

    private int find(long pattern, long mask) {
        int slot = hash(pattern, mask) & slots.length - 1;
        while (slots[slot] != 0) {
            int entry = slots[slot] - 1;
            if (entries[entry * 3] == pattern && entries[entry * 3 + 1] == mask) {
                return entry;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return put(slot, pattern, mask);
    }

    private int put(int slot, long pattern, long mask) {
        if (size * 3 == entries.length) {
            entries = Arrays.copyOf(entries, size * 6);
        }
        entries[size * 3] = pattern;
        entries[size * 3 + 1] = mask;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int entry = 0; entry < size; entry++) {
            int slot = hash(entries[entry * 3], entries[entry * 3 + 1]) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = entry + 1;
        }
    }

    private static int hash(long pattern, long mask) {
        long hash = (pattern * 0x9E3779B97F4A7C15L ^ mask) * 0xC2B2AE3D27D4EB4FL;
        return (int) (hash >>> 33);
    }

    /** What some threads counted, together; sorted by pattern and mask, so that sums over it are the same on every run. */
    static Entries entries(List<Histogram> histograms) {
        int all = histograms.stream().mapToInt(one -> one.size).sum();
        long[] patterns = new long[all];
        long[] masks = new long[all];
        long[] counts = new long[all];
        int next = 0;
        for (Histogram one : histograms) {
            one.places = new int[one.size];
            for (int entry = 0; entry < one.size; entry++, next++) {
                patterns[next] = one.entries[entry * 3];
                masks[next] = one.entries[entry * 3 + 1];
                counts[next] = one.entries[entry * 3 + 2];
            }
        }
        int[] places = new int[all];
        Entries entries = merged(patterns, masks, counts, places);
        next = 0;
        for (Histogram one : histograms) {
            System.arraycopy(places, next, one.places, 0, one.size);
            next += one.size;
        }
        return entries;
    }

    /** Adds up the counts of equal entries, and tells the place of each. */
    private static Entries merged(long[] patterns, long[] masks, long[] counts, int[] places) {
        int[] order = LongSort.order(patterns, masks);
        Entries entries = new Entries(new long[order.length], new long[order.length], new long[order.length]);
        int last = -1;
        for (int from : order) {
            if (last < 0 || entries.patterns[last] != patterns[from] || entries.masks[last] != masks[from]) {
                last++;
                entries.patterns[last] = patterns[from];
                entries.masks[last] = masks[from];
            }
            entries.counts[last] += counts[from];
            places[from] = last;
        }
        return entries.first(last + 1);
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

        /** The same, each counted so many times. */
        Entries times(long factor) {
            return new Entries(
                    patterns,
                    masks,
                    LongStream.of(counts).map(count -> count * factor).toArray());
        }

        private Entries first(int size) {
            return new Entries(Arrays.copyOf(patterns, size), Arrays.copyOf(masks, size), Arrays.copyOf(counts, size));
        }
    }
}
