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
    private final OutputStream stream;
    private byte[] buffer = new byte[BUFFER];
    private final byte[] digits = new byte[LONGEST_NUMBER];
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

    /** A whole number from 0. */
    void number(long number) throws IOException {
        room(LONGEST_NUMBER);
        digits(number, 1);
    }

    /** A fixed-point number with six decimals. */
    void millionths(long value) throws IOException {
        room(LONGEST_NUMBER);
        if (value < 0) {
            buffer[size++] = '-';
        }
        long magnitude = Math.abs(value);
        digits(magnitude / Explanation.UNITS_PER_BIT, 1);
        buffer[size++] = '.';
        digits(magnitude % Explanation.UNITS_PER_BIT, 6);
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
        return c == ',' || c == '"' || c == '\n' || c == '\r';
    }

    private void digits(long number, int least) {
        int from = digits.length;
        for (long rest = number; rest > 0 || digits.length - from < least; rest /= 10) {
            digits[--from] = (byte) ('0' + rest % 10);
        }
        System.arraycopy(digits, from, buffer, size, digits.length - from);
        size += digits.length - from;
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
