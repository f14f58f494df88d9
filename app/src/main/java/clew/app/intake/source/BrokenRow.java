package clew.app.intake.source;

/**
 * A line that is no row of this file. It goes to quarantine; the file goes on.
 *
 * @param body a JSON object whose one column {@link #AS_RECEIVED} holds the text
 * @param expected what a row would have been
 * @param found what stood there instead
 */
public record BrokenRow(long line, String body, String expected, String found) implements Line {

    /** The column under which text that has no columns is kept. */
    public static final String AS_RECEIVED = "clew_as_received";

    static BrokenRow of(long line, String text, String expected, String found) {
        return new BrokenRow(line, Body.of(AS_RECEIVED, text), expected, found);
    }
}
