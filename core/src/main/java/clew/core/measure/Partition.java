package clew.core.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records divided into persons: each record, by its row, lies in exactly one part. Two partitions are equal when they
 * divide the rows alike, whatever their labels were. Immutable; making one from any labels takes O(n).
 */
public final class Partition {

    /** The part of each row, numbered 0, 1, 2... by first appearance. */
    private final int[] part;

    private final int[] size;

    private Partition(int[] part, int parts) {
        this.part = part;
        this.size = new int[parts];
        for (int p : part) {
            size[p]++;
        }
    }

    /** The partition that gives rows of one label one part; labels may be any numbers. */
    public static Partition of(int[] labels) {
        long[] keys = new long[labels.length];
        for (int row = 0; row < labels.length; row++) {
            keys[row] = labels[row];
        }
        return ofKeys(keys);
    }

    /** The partition that gives rows of one text one part. */
    public static Partition ofTexts(List<String> labels) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] part = new int[labels.size()];
        for (int row = 0; row < part.length; row++) {
            part[row] = numbers.computeIfAbsent(labels.get(row), label -> numbers.size());
        }
        return new Partition(part, numbers.size());
    }

    /** The partition of {@code rows} rows in which each is alone. */
    public static Partition alone(int rows) {
        int[] part = new int[rows];
        Arrays.setAll(part, row -> row);
        return new Partition(part, rows);
    }

    /** Numbers the keys by first appearance: an open table of rows, each standing for its key. */
    private static Partition ofKeys(long[] keys) {
        int[] firstRow = new int[Integer.highestOneBit(Math.max(1, keys.length)) * 4];
        int[] part = new int[keys.length];
        int parts = 0;
        for (int row = 0; row < keys.length; row++) {
            int slot = slot(keys, row, firstRow);
            int first = firstRow[slot] - 1;
            if (first < 0) {
                firstRow[slot] = row + 1;
            }
            part[row] = first < 0 ? parts++ : part[first];
        }
        return new Partition(part, parts);
    }

    private static int slot(long[] keys, int row, int[] firstRow) {
        int mask = firstRow.length - 1;
        long mixed = keys[row] * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (firstRow[slot] != 0 && keys[firstRow[slot] - 1] != keys[row]) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** How many rows. */
    public int rows() {
        return part.length;
    }

    /** How many parts. */
    public int parts() {
        return size.length;
    }

    /** The part of a row, from 0 to {@link #parts()} - 1, numbered by first appearance. */
    public int part(int row) {
        return part[row];
    }

    /** How many rows a part holds, at least 1. */
    public int size(int part) {
        return size[part];
    }

    /** Whether two rows lie in one part. */
    public boolean together(int left, int right) {
        return part[left] == part[right];
    }

    /** The number of pairs of rows that lie in one part: the sum of s (s - 1) / 2 over parts of size s. */
    public long pairs() {
        long pairs = 0;
        for (int s : size) {
            pairs += (long) s * (s - 1) / 2;
        }
        return pairs;
    }

    /** The coarsest partition finer than both: rows are together when they are together in this one and in the other. */
    public Partition meet(Partition other) {
        requireSameRows(other);
        long[] keys = new long[part.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (long) part[row] * other.parts() + other.part[row];
        }
        return ofKeys(keys);
    }

    /** The rows, those of one part side by side, parts in order, rows rising within a part. */
    int[] rowsByPart() {
        int[] next = starts();
        int[] rows = new int[part.length];
        for (int row = 0; row < part.length; row++) {
            rows[next[part[row]]++] = row;
        }
        return rows;
    }

    /** Where each part begins in {@link #rowsByPart()}. */
    int[] starts() {
        int[] start = new int[size.length];
        for (int p = 1; p < start.length; p++) {
            start[p] = start[p - 1] + size[p - 1];
        }
        return start;
    }

    void requireSameRows(Partition other) {
        if (other.rows() != rows()) {
            throw new IllegalArgumentException("expected %d rows, found %d".formatted(rows(), other.rows()));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Partition that && Arrays.equals(part, that.part);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(part);
    }

    @Override
    public String toString() {
        return "Partition of %d rows into %d parts".formatted(rows(), parts());
    }
}
