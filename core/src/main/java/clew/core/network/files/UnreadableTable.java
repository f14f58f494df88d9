package clew.core.network.files;

/** A table or a map that cannot be read as it is: the message says what was expected, what was found, and where. */
public final class UnreadableTable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableTable(String expected, String found, String where) {
        super("expected " + expected + ", found " + found + ", in " + where);
    }
}
