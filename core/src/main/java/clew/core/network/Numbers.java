package clew.core.network;

import java.util.Arrays;

/** Numbers that are gathered and then put in order. Not thread-safe. */
final class Numbers {
    private long[] numbers = new long[64];
    private int size;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    /** All of them, ascending. */
    long[] sorted() {
        long[] all = Arrays.copyOf(numbers, size);
        Arrays.sort(all);
        return all;
    }

    /** Each of them once, ascending. */
    long[] distinct() {
        long[] all = sorted();
        int kept = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[kept++] = all[i];
            }
        }
        return Arrays.copyOf(all, kept);
    }
}
