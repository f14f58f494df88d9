package clew.core.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Distinct texts with a number each, in the order of first use: UTF-8 bytes in one pool, found by an open-addressing hash. 0 is the empty text. Not thread-safe while growing. */
final class Texts {
    private byte[] pool = new byte[1 << 12];
    private int[] end = new int[1 << 8];
    private int[] slots = new int[1 << 9];
    private int size;

    Texts() {
        number("");
    }

    int size() {
        return size;
    }

    /** The number of a text, given now if it is new. */
    int number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int mask = slots.length - 1;
        int slot = hash(bytes) & mask;
        while (slots[slot] != 0) {
            if (equal(slots[slot] - 1, bytes)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        append(bytes);
        slots[slot] = size;
        if (size * 2L > slots.length) {
            rehash();
        }
        return size - 1;
    }

    String text(int number) {
        int start = start(number);
        return new String(pool, start, end[number] - start, StandardCharsets.UTF_8);
    }

    private int start(int number) {
        return number == 0 ? 0 : end[number - 1];
    }

    private boolean equal(int number, byte[] bytes) {
        return Arrays.equals(pool, start(number), end[number], bytes, 0, bytes.length);
    }

    private void append(byte[] bytes) {
        int from = size == 0 ? 0 : end[size - 1];
        int to = Math.addExact(from, bytes.length);
        if (to > pool.length) {
            pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(to, pool.length * 2L)));
        }
        if (size == end.length) {
            end = Arrays.copyOf(end, size * 2);
        }
        System.arraycopy(bytes, 0, pool, from, bytes.length);
        end[size++] = to;
    }

    private void rehash() {
        int[] old = slots;
        slots = new int[old.length * 2];
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = hash(Arrays.copyOfRange(pool, start(number), end[number])) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    private static int hash(byte[] bytes) {
        int hash = Arrays.hashCode(bytes) * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
