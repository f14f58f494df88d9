package clew.core.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts one after another, each as UTF-8 bytes in one array: no object a text. Not thread-safe while growing. */
public final class TextPool {
    private static final int MOST_EXPECTED = 1 << 30;
    private byte[] bytes = new byte[1 << 10];
    private int[] end = new int[1 << 7];
    private int size;

    /** Number of texts. */
    public int size() {
        return size;
    }

    /**
     * Adds a text, which gets the number that {@link #size} was.
     *
     * @param utf8 holds it
     * @param from its first byte
     * @param to after its last byte
     */
    public void add(byte[] utf8, int from, int to) {
        int start = size == 0 ? 0 : end[size - 1];
        int stop = Math.addExact(start, to - from);
        if (stop > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(stop, bytes.length * 2L)));
        }
        if (size == end.length) {
            end = Arrays.copyOf(end, size * 2);
        }
        System.arraycopy(utf8, from, bytes, start, to - from);
        end[size++] = stop;
    }

    /** Adds a text, which gets the number that {@link #size} was. */
    public void add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        add(utf8, 0, utf8.length);
    }

    /**
     * Makes room, so that growing need not copy again and again what is there.
     *
     * @param texts how many are likely in all
     * @param total their bytes; room for more than {@value #MOST_EXPECTED} is made only when they come
     */
    public void expect(int texts, long total) {
        int room = (int) Math.min(MOST_EXPECTED, total);
        end = texts > end.length ? Arrays.copyOf(end, texts) : end;
        bytes = room > bytes.length ? Arrays.copyOf(bytes, room) : bytes;
    }

    /** The text of this number. */
    public String text(int number) {
        int start = start(number);
        return new String(bytes, start, end[number] - start, StandardCharsets.UTF_8);
    }

    /** How many bytes a text takes. */
    public int length(int number) {
        return end[number] - start(number);
    }

    /** Copies the bytes of a text into an array, which must have room for them. */
    public void copy(int number, byte[] into, int at) {
        System.arraycopy(bytes, start(number), into, at, length(number));
    }

    /** How many bytes all texts take. */
    public int bytes() {
        return size == 0 ? 0 : end[size - 1];
    }

    /** Whether a text holds a byte. */
    boolean has(int number, byte wanted) {
        for (int i = start(number); i < end[number]; i++) {
            if (bytes[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** The bytes of all texts, one after another, and some more; not to be changed. */
    byte[] held() {
        return bytes;
    }

    /** Whether all texts are words of letters of one byte, none with more letters than a number. */
    boolean isPlainWords(int longest) {
        boolean plain = isPlain(0, bytes()) && !EightBytes.hold(bytes, bytes(), ' ');
        for (int number = 0; number < size && plain; number++) {
            plain = length(number) <= longest;
        }
        return plain;
    }

    /** Whether each letter of a text is one byte. */
    boolean isPlain(int number) {
        return isPlain(start(number), end[number]);
    }

    private boolean isPlain(int from, int to) {
        int bits = 0;
        for (int i = from; i < to; i++) {
            bits |= bytes[i];
        }
        return bits >= 0;
    }

    /** The hash of some letters of a plain text, as {@link String#hashCode} gives it. */
    int hash(int number, int from, int to) {
        int hash = 0;
        for (int i = start(number) + from; i < start(number) + to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }

    /** Fetches the beginning of a text; what it gives back means nothing. */
    public int fetch(int number) {
        int start = start(number);
        return start < bytes.length ? bytes[start] : 0;
    }

    byte at(int number, int place) {
        return bytes[start(number) + place];
    }

    boolean equal(int number, byte[] utf8, int from, int to) {
        int start = start(number);
        int last = end[number];
        if (last - start != to - from) {
            return false;
        }
        // Most texts are short: looking at sixteen bytes at once has no branches that a processor must guess.
        long different = EightBytes.upTo(bytes, start, last) ^ EightBytes.upTo(utf8, from, to)
                | EightBytes.upTo(bytes, start + 8, last) ^ EightBytes.upTo(utf8, from + 8, to);
        for (int i = 16; i < to - from; i += 8) {
            different |= EightBytes.upTo(bytes, start + i, last) ^ EightBytes.upTo(utf8, from + i, to);
        }
        return different == 0;
    }

    /** In the order of the bytes, which is the order of the code points. */
    int compare(int one, int other) {
        return Arrays.compareUnsigned(bytes, start(one), end[one], bytes, start(other), end[other]);
    }

    int compare(int number, byte[] utf8) {
        return Arrays.compareUnsigned(bytes, start(number), end[number], utf8, 0, utf8.length);
    }

    /** Eight bytes of a text from a place on, as one number of the same order when read as unsigned; zeros after its end. */
    long eight(int number, int place) {
        return Long.reverseBytes(EightBytes.upTo(bytes, start(number) + place, end[number]));
    }

    private int start(int number) {
        return number == 0 ? 0 : end[number - 1];
    }
}
