package clew.core.linkage;

import java.nio.charset.StandardCharsets;

/** Distinct texts with a number each, in the order of first use: found by an open-addressing hash. 0 is the empty text. Not thread-safe while growing. */
final class Texts {
    /** So many texts are looked for together. */
    static final int TOGETHER = 64;

    /** The fractional part of the golden ratio, in 64 bits. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final TextPool pool = new TextPool();
    /** Hash in the upper half, number + 1 in the lower; 0 where free. */
    private long[] slots = new long[1 << 8];

    private final int[] hashes = new int[TOGETHER];
    /** Written only so that fetching is not left out as useless. */
    private int fetched;

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

    /**
     * The numbers of some texts, given now to those that are new. What there is to look at is fetched for all of them first, so that memory is not waited for again and
     * again.
     *
     * @param utf8 holds them
     * @param from the first byte of each
     * @param to after the last byte of each
     * @param size how many there are, at most {@link #TOGETHER}
     * @param into takes the numbers
     * @param at where the first of them is put
     */
    void number(byte[] utf8, int[] from, int[] to, int size, int[] into, int at) {
        for (int i = 0; i < size; i++) {
            hashes[i] = hash(utf8, from[i], to[i]);
        }
        fetched = fetch(size);
        for (int i = 0; i < size; i++) {
            into[at + i] = number(utf8, from[i], to[i], hashes[i]);
        }
    }

    private int number(byte[] utf8, int from, int to, int hash) {
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
        if (pool.size() * 3L > slots.length * 2L) {
            grow(slots.length * 2);
        }
        return pool.size() - 1;
    }

    /** What it gives back means nothing. */
    private int fetch(int size) {
        int seen = 0;
        for (int i = 0; i < size; i++) {
            int entry = (int) slots[hashes[i] & slots.length - 1];
            seen += entry == 0 ? 0 : pool.fetch(entry - 1);
        }
        return seen;
    }

    /** Makes room for so many texts in all, of so many bytes. */
    void expect(int texts, long bytes) {
        pool.expect(texts, bytes);
        int least = slots.length;
        while (least < 1 << 30 && texts * 3L > least * 2L) {
            least *= 2;
        }
        if (least > slots.length) {
            grow(least);
        }
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

    private void grow(int to) {
        long[] old = slots;
        slots = new long[to];
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

    private static int hash(byte[] utf8, int from, int to) {
        long hash = scrambled(EightBytes.upTo(utf8, from, to) + to - from);
        hash = scrambled(hash ^ EightBytes.upTo(utf8, from + 8, to));
        for (int at = from + 16; at < to; at += 8) {
            hash = scrambled(hash ^ EightBytes.upTo(utf8, at, to));
        }
        return (int) (hash * SPREAD >>> 32);
    }

    private static long scrambled(long value) {
        long spread = value * SPREAD;
        return spread ^ spread >>> 32;
    }
}
