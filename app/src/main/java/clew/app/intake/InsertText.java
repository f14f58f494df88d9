package clew.app.intake;

import clew.app.store.OneMessage;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few rows of a call, inserted by one statement that goes along in a message: a COPY asks the server three times, and the temporary tables that it needs cost more to empty than the rows to write. */
final class InsertText implements RowText {
    /** A statement takes 65,535 values. */
    private static final int MOST_ROWS = 1_000;

    private final OneMessage message;
    private final String table;
    private final String columns;
    private final int width;
    private final List<@Nullable String> cells = new ArrayList<>();

    /** @param message that takes the rows when they are sent */
    InsertText(OneMessage message, String table, String columns) {
        this.message = message;
        this.table = table;
        this.columns = columns;
        this.width = columns.split(",").length;
    }

    @Override
    public RowText text(String value) {
        cells.add(value);
        return this;
    }

    @Override
    public RowText number(long value) {
        cells.add(Long.toString(value));
        return this;
    }

    @Override
    public RowText plain(@Nullable Object value) {
        cells.add(value == null ? null : value.toString());
        return this;
    }

    @Override
    public RowText bytes(byte[] value) {
        cells.add("\\x" + HexFormat.of().formatHex(value));
        return this;
    }

    @Override
    public void end() {
        if (cells.size() % width != 0) {
            throw new IllegalStateException(
                    "expected rows of %d values for %s, found %d in all".formatted(width, table, cells.size()));
        }
    }

    @Override
    public void send(Connection connection) {
        for (int from = 0; from < cells.size(); from += MOST_ROWS * width) {
            send(cells.subList(from, Math.min(cells.size(), from + MOST_ROWS * width)));
        }
        cells.clear();
    }

    private void send(List<@Nullable String> some) {
        String row = "(" + String.join(", ", Collections.nCopies(width, "?")) + ")";
        String rows = String.join(", ", Collections.nCopies(some.size() / width, row));
        message.add(
                "insert into %s (%s) values %s".formatted(table, columns, rows),
                some.stream().map(OneMessage.Text::new).toArray());
    }
}
