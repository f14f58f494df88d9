package clew.core.network;

import java.util.Arrays;

/** A column of numbers that grows at its end. Not thread-safe while it grows. */
final class Ints {
    private static final int FIRST = 8;

    private int[] values = new int[FIRST];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + FIRST);
        }
        values[size++] = value;
    }

    int get(int place) {
        return values[place];
    }

    void set(int place, int value) {
        values[place] = value;
    }

    int size() {
        return size;
    }

    /** Gives back what it holds beyond its end. */
    void trim() {
        values = size == values.length ? values : Arrays.copyOf(values, size);
    }
}
