package clew.app.intake.source;

import java.io.IOException;

/**
 * A file that cannot be read as a whole. The message has the form {@code expected X, found Y, in file:line, field name}.
 */
public final class UnreadableInput extends IOException {

    private static final long serialVersionUID = 1;

    public UnreadableInput(String expected, String found, String where) {
        super("expected %s, found %s, in %s".formatted(expected, found, where));
    }

    public UnreadableInput(String expected, String found, String file, long line) {
        this(expected, found, line > 0 ? file + ":" + line : file);
    }

    public UnreadableInput(String expected, String found, String file, long line, String field) {
        this(expected, found, file + ":" + line + ", field " + field);
    }
}
