package clew.core.linkage;

import java.nio.charset.StandardCharsets;

/** Distinct texts with a number each, in the order of first use: found by an open-addressing hash. 0 is the empty text. Not thread-safe while growing. */
final class Texts {
    private final TextPool pool = new TextPool();
    /** Hash in the upper half, number + 1 in the lower; 0 where free. */
    private long[] slots = new long[1 << 8];

    Texts() {
        number("");
    }

    int size() {
        return pool.size();
    }

    /** The number of a text, given now if it is new. */
    int number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return number(bytes, 0, bytes.length, hash(bytes, 0, bytes.length));
    }

    /** The number of a text whose {@link #hash} is known. */
    int number(byte[] utf8, int from, int to, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            if ((int) (slots[slot] >>> 32) == hash && pool.equal((int) slots[slot] - 1, utf8, from, to)) {
                return (int) slots[slot] - 1;
            }
            slot = slot + 1 & mask;
        }
        pool.add(utf8, from, to);
        slots[slot] = (long) hash << 32 | pool.size();
        if (pool.size() * 2L > slots.length) {
            grow();
        }
        return pool.size() - 1;
    }

    /** Fetches what {@link #number} will look at for texts of some hashes, so that it need not wait for memory again and again; what it gives back means nothing. */
    int fetch(int[] hashes, int from, int to, int step) {
        int seen = 0;
        for (int i = from; i < to; i += step) {
            int entry = (int) slots[hashes[i] & slots.length - 1];
            seen += entry == 0 ? 0 : pool.fetch(entry - 1);
        }
        return seen;
    }

    String text(int number) {
        return pool.text(number);
    }

    TextPool pool() {
        return pool;
    }

    /** Gives back what only finding needs; no text can be added afterwards. */
    void freeze() {
        slots = new long[0];
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = entry;
            }
        }
    }

    static int hash(byte[] utf8, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + utf8[i];
        }
        return scrambled(hash);
    }

    /** Makes a hash of the sum of bytes, each but the last times a power of 31, that spreads over its lower bits. */
    static int scrambled(int sum) {
        int hash = sum * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
