package clew.core.simulate;

import java.util.Arrays;

/** A growing set of 64-bit hashes by open addressing; about 16 bytes an entry. Not thread-safe. */
final class LongSet {

    private long[] slots = new long[1 << 12];
    private int size;
    private boolean holdsZero;

    /** Adds a hash; true when it was not there. */
    boolean add(long value) {
        if (value == 0) {
            boolean fresh = !holdsZero;
            holdsZero = true;
            return fresh;
        }
        if (size * 3L > slots.length * 2L) {
            grow();
        }
        return insert(value);
    }

    private boolean insert(long value) {
        int at = (int) (value ^ (value >>> 32)) & (slots.length - 1);
        while (slots[at] != 0) {
            if (slots[at] == value) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = value;
        size++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        Arrays.stream(old).filter(value -> value != 0).forEach(this::insert);
    }
}
