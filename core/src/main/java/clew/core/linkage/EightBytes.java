package clew.core.linkage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array as one number, the first byte lowest, so that texts are looked through, compared and hashed eight letters at a time. */
public final class EightBytes {
    /** The highest bit of each byte. */
    private static final long HIGH_BITS = 0x8080808080808080L;

    private static final long ONES = 0x0101010101010101L;
    /** By number of bytes: their bits. */
    private static final long[] FIRST = {
        0, 0xFFL, 0xFFFFL, 0xFFFFFFL, 0xFFFFFFFFL, 0xFFFFFFFFFFL, 0xFFFFFFFFFFFFL, 0xFFFFFFFFFFFFFFL, -1L
    };

    private static final VarHandle NUMBER = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private EightBytes() {}

    /** The eight bytes from a place on. */
    public static long at(byte[] bytes, int place) {
        return (long) NUMBER.get(bytes, place);
    }

    /** The first eight bytes from a place on, or those up to another where that is nearer, zeros after them; none where it is not after the first. */
    public static long upTo(byte[] bytes, int from, int to) {
        int size = Math.max(0, Math.min(Long.BYTES, to - from));
        return bytes.length - from >= Long.BYTES ? at(bytes, from) & FIRST[size] : oneByOne(bytes, from, size);
    }

    private static long oneByOne(byte[] bytes, int from, int size) {
        long some = 0;
        for (int i = size - 1; i >= 0; i--) {
            some = some << Byte.SIZE | bytes[from + i] & 0xFF;
        }
        return some;
    }

    /**
     * The highest bit of each byte that is of ASCII and below another, and of each that is not of ASCII; no other bits.
     *
     * @param limit from 1 to 128
     */
    public static long belowOrForeign(long eight, int limit) {
        return (~((eight | HIGH_BITS) - limit * ONES) | eight) & HIGH_BITS;
    }

    /** Whether a byte of ASCII stands among the first bytes of an array. */
    public static boolean hold(byte[] bytes, int size, char wanted) {
        int at = 0;
        for (; size - at >= Long.BYTES; at += Long.BYTES) {
            if (isAmong(at(bytes, at), wanted)) {
                return true;
            }
        }
        for (; at < size; at++) {
            if (bytes[at] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Whether a byte of ASCII is among eight. */
    private static boolean isAmong(long eight, char wanted) {
        long different = eight ^ wanted * ONES;
        return (different - ONES & ~different & HIGH_BITS) != 0;
    }
}
