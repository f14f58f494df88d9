package clew.app.intake.source;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A file's text that can be wound back to the start of a line. It keeps the text since the last {@link #release}, so that after a broken row
 * reading can go on at the next line. Not thread-safe.
 */
final class Text extends Reader {

    private static final int BLOCK = 16_384;

    private final Reader in;
    private final char[] block = new char[BLOCK];
    private final StringBuilder kept = new StringBuilder();
    private int start; // of kept: the first line not released
    private int next; // of kept: what the parser has not taken yet
    private boolean ended;

    Text(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (next == kept.length() && !fill()) return -1;
        int count = Math.min(length, kept.length() - next);
        kept.getChars(next, next + count, buffer, offset);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (ended) return false;
        int count = in.read(block, 0, BLOCK);
        ended = count < 0;
        if (!ended) kept.append(block, 0, count);
        return !ended;
    }

    /** Forgets so many lines. A line ends with LF, CR LF or CR, as the CSV parser counts them. */
    void release(long lines) throws IOException {
        for (long i = 0; i < lines; i++) start = endOfLine(Integer.MAX_VALUE);
        if (start > 4 * BLOCK) compact();
    }

    /**
     * Takes the first kept line, and winds back so that reading goes on behind it.
     *
     * @param longest line to hold, in characters
     * @return the line without its end, or null where it is longer than that
     */
    @Nullable
    String takeLine(int longest) throws IOException {
        int end = endOfLine(longest);
        if (end - start > longest + 2) return null;
        int last = end;
        while (last > start && isLineEnd(kept.charAt(last - 1))) last--;
        String line = kept.substring(start, last);
        start = end;
        next = end;
        if (start > 4 * BLOCK) compact();
        return line;
    }

    /** Whether nothing is left behind the last line taken. */
    boolean atEnd() throws IOException {
        return next == kept.length() && !fill();
    }

    private void compact() {
        kept.delete(0, start);
        next = Math.max(0, next - start);
        start = 0;
    }

    private int endOfLine(int longest) throws IOException {
        for (int i = start; ; i++) {
            if (i == kept.length() && (i - start > longest || !fill())) return i;
            char c = kept.charAt(i);
            if (c == '\n') return i + 1;
            if (c == '\r') return (i + 1 < kept.length() || fill()) && kept.charAt(i + 1) == '\n' ? i + 2 : i + 1;
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
