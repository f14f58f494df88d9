package clew.core.network;

import java.util.Arrays;

/** Texts numbered in the order in which they were first named, each kept once. An open-addressed table without an object for each. Not thread-safe while it grows. */
final class Names {
    private static final int FIRST = 8;
    private static final int SPREAD = 0x9E3779B9;

    private String[] names = new String[FIRST];
    /** A number and one, by hash; 0 where there is none. At most half of it is full. */
    private int[] table = new int[2 * FIRST];

    private int size;

    /** The number of a text, a new one where it was not named before. */
    int add(String name) {
        int place = place(name);
        if (table[place] > 0) {
            return table[place] - 1;
        }
        if (size == names.length) {
            grow();
            place = place(name);
        }
        names[size] = name;
        table[place] = ++size;
        return size - 1;
    }

    /** The number of a text, or -1. */
    int find(String name) {
        return table[place(name)] - 1;
    }

    String name(int number) {
        return names[number];
    }

    int size() {
        return size;
    }

    private int place(String name) {
        int last = table.length - 1;
        int place = name.hashCode() * SPREAD >>> Integer.numberOfLeadingZeros(last);
        while (table[place] > 0 && !names[table[place] - 1].equals(name)) {
            place = place + 1 & last;
        }
        return place;
    }

    private void grow() {
        names = Arrays.copyOf(names, size * 2);
        table = new int[size * 4];
        for (int number = 0; number < size; number++) {
            table[place(names[number])] = number + 1;
        }
    }
}
