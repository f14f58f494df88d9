package clew.core.linkage.files;

import clew.core.explain.Explanation;
import clew.core.linkage.TextPool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes lines of CSV as bytes, without an object for each. Not thread-safe; flushed by its user. */
final class CsvLines {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NUMBER = 24;

    /** The two digits of every number below 100. */
    private static final byte[] TWO_DIGITS = twoDigits();

    /** A bit for each character below 64 that a cell must be quoted for. */
    private static final long QUOTED_FOR = 1L << ',' | 1L << '"' | 1L << '\n' | 1L << '\r';

    private static final byte[] MINUS = {'-'};

    private final OutputStream stream;
    private byte[] buffer = new byte[BUFFER];
    private int size;

    CsvLines(OutputStream stream) {
        this.stream = stream;
    }

    void plain(String ascii) throws IOException {
        plain(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    void plain(byte[] bytes) throws IOException {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /** A text as one cell, quoted where it must be. */
    void cell(TextPool texts, int number) throws IOException {
        int length = texts.length(number);
        room(length);
        texts.copy(number, buffer, size);
        for (int i = size; i < size + length; i++) {
            if (needsQuotes(buffer[i])) {
                plain(quoted(texts.text(number)).getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        size += length;
    }

    /** A whole number. */
    void number(long number) throws IOException {
        if (number >= 0 && number <= Integer.MAX_VALUE) {
            number((int) number);
        } else if (number < 0 && number > Integer.MIN_VALUE) {
            plain(MINUS);
            number((int) -number);
        } else {
            plain(Long.toString(number));
        }
    }

    /** A whole number from 0. */
    void number(int number) throws IOException {
        room(LONGEST_NUMBER);
        int end = size + digitsOf(number);
        int at = end;
        int rest = number;
        while (rest >= 100) {
            at -= 2;
            twoDigits(rest % 100, at);
            rest /= 100;
        }
        if (rest >= 10) {
            twoDigits(rest, at - 2);
        } else {
            buffer[at - 1] = (byte) ('0' + rest);
        }
        size = end;
    }

    /** A fixed-point number with six decimals. */
    void millionths(long value) throws IOException {
        room(LONGEST_NUMBER);
        if (value < 0) {
            buffer[size++] = '-';
        }
        long magnitude = Math.abs(value);
        int whole = Math.toIntExact(magnitude / Explanation.UNITS_PER_BIT);
        number(whole);
        int rest = (int) (magnitude - whole * Explanation.UNITS_PER_BIT);
        buffer[size++] = '.';
        twoDigits(rest / 10_000, size);
        twoDigits(rest / 100 % 100, size + 2);
        twoDigits(rest % 100, size + 4);
        size += 6;
    }

    void flush() throws IOException {
        stream.write(buffer, 0, size);
        size = 0;
        stream.flush();
    }

    /** A text as one cell, quoted where it must be. */
    static String quoted(String text) {
        boolean plain = text.chars().noneMatch(CsvLines::needsQuotes);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static boolean needsQuotes(int c) {
        return c < Long.SIZE && c >= 0 && (QUOTED_FOR >>> c & 1) != 0;
    }

    private static int digitsOf(int number) {
        int digits = 1;
        for (long bound = 10; number >= bound; bound *= 10) {
            digits++;
        }
        return digits;
    }

    private void twoDigits(int number, int at) {
        buffer[at] = TWO_DIGITS[2 * number];
        buffer[at + 1] = TWO_DIGITS[2 * number + 1];
    }

    private static byte[] twoDigits() {
        byte[] digits = new byte[200];
        for (int number = 0; number < 100; number++) {
            digits[2 * number] = (byte) ('0' + number / 10);
            digits[2 * number + 1] = (byte) ('0' + number % 10);
        }
        return digits;
    }

    private void room(int more) throws IOException {
        if (buffer.length - size < more) {
            flush();
            if (buffer.length < more) {
                buffer = Arrays.copyOf(buffer, more);
            }
        }
    }
}
