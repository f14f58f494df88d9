package clew.app.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table in the text format of COPY: columns one after the other, then {@link #end}. Full buffers go to the loader. Not thread-safe.
 */
final class CopyRows {
    static final int BUFFER_BYTES = 1 << 20;

    private final CopyTables loader;
    private final String command;
    private byte[] buffer;
    private int length;
    private boolean inRow;
    private long rows;

    CopyRows(CopyTables loader, String command, int bytes) {
        this.loader = loader;
        this.command = command;
        this.buffer = new byte[bytes];
    }

    CopyRows text(@Nullable String value) {
        separate();
        if (value == null) {
            return raw("\\N");
        }
        room(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return rest(value.substring(i));
            }
            put(c);
        }
        return this;
    }

    CopyRows number(long value) {
        separate();
        return raw(Long.toString(value));
    }

    CopyRows uuid(UUID value) {
        separate();
        return raw(value.toString());
    }

    CopyRows date(@Nullable LocalDate value) {
        return text(value == null ? null : value.toString());
    }

    CopyRows instant(Instant value) {
        return text(value.toString());
    }

    /** Ends the row; may wait until the database has taken earlier ones. */
    void end() {
        room(1);
        buffer[length++] = '\n';
        inRow = false;
        rows++;
        if (length >= BUFFER_BYTES) {
            flush();
        }
    }

    long rows() {
        return rows;
    }

    void flush() {
        if (length > 0) {
            loader.send(command, buffer, length);
            buffer = new byte[buffer.length];
            length = 0;
        }
    }

    private void separate() {
        if (inRow) {
            room(1);
            buffer[length++] = '\t';
        }
        inRow = true;
    }

    private CopyRows raw(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            buffer[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    private CopyRows rest(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        room(bytes.length);
        for (byte b : bytes) {
            if (b < 0) {
                buffer[length++] = b;
            } else {
                put((char) b);
            }
        }
        return this;
    }

    private void put(char ascii) {
        switch (ascii) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            default -> buffer[length++] = (byte) ascii;
        }
    }

    private void escaped(char letter) {
        buffer[length++] = '\\';
        buffer[length++] = (byte) letter;
    }

    // Every character may need an escape, so twice its length is kept free.
    private void room(int characters) {
        long wanted = length + 2L * characters + 2;
        if (wanted > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.toIntExact(Math.max(wanted, buffer.length * 2L)));
        }
    }
}
