package clew.core.linkage.files;

import java.util.List;

/** Input that cannot be linked as it is: the message says what was expected, what was found, and where. */
public final class UnreadableInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableInput(String expected, String found, String where) {
        super("expected " + expected + ", found " + found + ", in " + where);
    }

    /** Several things at once, a line each. */
    UnreadableInput(List<String> told) {
        super(String.join("\n", told));
    }
}
