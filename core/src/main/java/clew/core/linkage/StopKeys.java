package clew.core.linkage;

import java.util.List;

/** Keys of a rule under which no pairs are looked for, because too many records shared them when the model was trained. Immutable and thread-safe. */
final class StopKeys {
    static final StopKeys NONE = new StopKeys(List.of());

    /** Open addressing; 0 is free. */
    private final long[] slots;

    StopKeys(List<Long> keys) {
        slots = new long[keys.isEmpty() ? 0 : Integer.highestOneBit(keys.size() * 2) * 2];
        for (long key : keys) {
            int slot = (int) key & slots.length - 1;
            while (slots[slot] != 0 && slots[slot] != key) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = key;
        }
    }

    boolean isEmpty() {
        return slots.length == 0;
    }

    boolean contains(long key) {
        if (slots.length == 0) {
            return false;
        }
        int slot = (int) key & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = slot + 1 & slots.length - 1;
        }
        return slots[slot] == key;
    }
}
