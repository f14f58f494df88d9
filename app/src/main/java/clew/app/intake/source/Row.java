package clew.app.intake.source;

import java.util.Arrays;

/**
 * One row as received.
 *
 * @param values in the order of the columns; may be shorter than the columns
 */
@SuppressWarnings("ArrayRecordComponent") // hot path: rows are never compared
public record Row(long line, String body, Columns columns, String[] values) implements Line {

    /** The value of a column, without surrounding blanks; empty where the row or the file has none. */
    public String value(String column) {
        int position = columns.indexOf(column);
        return position < 0 || position >= values.length ? "" : values[position].strip();
    }

    @Override
    public String toString() {
        return line + ": " + Arrays.toString(values);
    }
}
