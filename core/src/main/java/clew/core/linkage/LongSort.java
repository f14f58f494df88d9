package clew.core.linkage;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Orders things by one number, then by another, without an object for each. */
final class LongSort {
    private LongSort() {}

    /** The numbers from 0 to size - 1, ordered by the first key, ties by the second, further ties by number. */
    static int[] order(int size, IntToLongFunction first, IntToLongFunction second) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        radix(order, second);
        radix(order, first);
        return order;
    }

    /** Stable, least significant byte first; bytes that are the same everywhere are passed over. */
    private static void radix(int[] order, IntToLongFunction key) {
        long[] keys = new long[order.length];
        long differing = 0;
        for (int i = 0; i < order.length; i++) {
            keys[i] = key.applyAsLong(order[i]) ^ Long.MIN_VALUE;
            differing |= keys[i] ^ keys[0];
        }
        int[] spare = new int[order.length];
        long[] spareKeys = new long[order.length];
        for (int shift = 0; shift < 64; shift += 8) {
            if ((differing >>> shift & 0xFF) != 0) {
                pass(order, keys, spare, spareKeys, shift);
            }
        }
    }

    private static void pass(int[] order, long[] keys, int[] spare, long[] spareKeys, int shift) {
        int[] place = new int[257];
        for (long key : keys) {
            place[(int) (key >>> shift & 0xFF) + 1]++;
        }
        for (int i = 0; i < 256; i++) {
            place[i + 1] += place[i];
        }
        for (int i = 0; i < order.length; i++) {
            int to = place[(int) (keys[i] >>> shift & 0xFF)]++;
            spare[to] = order[i];
            spareKeys[to] = keys[i];
        }
        System.arraycopy(spare, 0, order, 0, order.length);
        System.arraycopy(spareKeys, 0, keys, 0, keys.length);
    }
}
