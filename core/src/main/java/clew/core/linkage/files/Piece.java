package clew.core.linkage.files;

import clew.core.linkage.EightBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A run of whole records of a CSV file, as bytes. Filled again and again from one stream, each time from where the last piece of the file ended. */
final class Piece {
    static final int USUAL = 2 << 20;
    private static final int LARGEST = 1 << 30;
    private byte[] bytes = new byte[0];
    private int end;

    /** Bytes of the file after the records of the last piece. */
    static final class Rest {
        private final InputStream stream;
        private final int usual;
        private long taken;
        private byte[] left = {};

        Rest(InputStream stream, int usual) {
            this.stream = stream;
            this.usual = usual;
        }

        /** Bytes of the source in all, as far as its stream tells; no fewer than were taken. */
        long total() throws IOException {
            return taken + stream.available();
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the last record ends; 0 when the file is at its end. */
    int end() {
        return end;
    }

    /**
     * Takes the next records.
     *
     * @return whether there was anything left
     * @throws IOException when one record is too large for any piece
     */
    boolean fill(Rest rest) throws IOException {
        int size = Math.max(rest.usual, rest.left.length * 2);
        int held = rest.left.length;
        bytes = bytes.length >= size ? bytes : new byte[size];
        System.arraycopy(rest.left, 0, bytes, 0, held);
        while (true) {
            int read = rest.stream.readNBytes(bytes, held, bytes.length - held);
            rest.taken += read;
            held += read;
            boolean all = held < bytes.length;
            end = all ? held : endOfRecords(bytes, held);
            if (all || end > 0) {
                rest.left = Arrays.copyOfRange(bytes, end, held);
                return end > 0;
            }
            if (bytes.length >= LARGEST) {
                throw new IOException("a record of more than " + LARGEST + " bytes");
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    /** Where the last whole record ends among the first bytes; 0 when none does. They begin with a record. */
    static int endOfRecords(byte[] bytes, int held) {
        // Looking for a quote is many times faster than looking what each byte means, and most pieces hold none.
        return EightBytes.hold(bytes, held, '"') ? endWithQuotes(bytes, held) : endWithoutQuotes(bytes, held);
    }

    private static int endWithoutQuotes(byte[] bytes, int held) {
        int end = held;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static int endWithQuotes(byte[] bytes, int held) {
        int end = 0;
        State state = State.FIELD_BEGINS;
        for (int i = 0; i < held; i++) {
            state = state.after(bytes[i]);
            end = state == State.FIELD_BEGINS && bytes[i] == '\n' ? i + 1 : end;
        }
        return end;
    }

    /** What the next byte means. */
    private enum State {
        FIELD_BEGINS,
        PLAIN,
        QUOTED,
        /** After a quote inside quotes, which ends them unless another follows. */
        QUOTE_SEEN;

        State after(byte c) {
            if (this == QUOTED) {
                return c == '"' ? QUOTE_SEEN : QUOTED;
            }
            if (c == '"') {
                return this == PLAIN ? PLAIN : QUOTED;
            }
            return c == ',' || c == '\n' || c == '\r' ? FIELD_BEGINS : PLAIN;
        }
    }
}
