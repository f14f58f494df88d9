package clew.app.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few rows of a call, inserted by one statement: a COPY asks the server three times, and the temporary tables that it needs cost more to empty than the rows to write. */
final class InsertText implements RowText {
    /** A statement takes 65,535 values. */
    private static final int MOST_ROWS = 1_000;

    private final String table;
    private final String columns;
    private final int width;
    private final List<@Nullable String> cells = new ArrayList<>();

    InsertText(String table, String columns) {
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
    public void send(Connection connection) throws SQLException {
        for (int from = 0; from < cells.size(); from += MOST_ROWS * width) {
            send(connection, cells.subList(from, Math.min(cells.size(), from + MOST_ROWS * width)));
        }
        cells.clear();
    }

    private void send(Connection connection, List<@Nullable String> some) throws SQLException {
        String row = "(" + String.join(", ", Collections.nCopies(width, "?")) + ")";
        String rows = String.join(", ", Collections.nCopies(some.size() / width, row));
        try (PreparedStatement statement =
                connection.prepareStatement("insert into %s (%s) values %s".formatted(table, columns, rows))) {
            for (int i = 0; i < some.size(); i++) {
                statement.setObject(i + 1, some.get(i), Types.OTHER); // the type is that of the column
            }
            statement.executeUpdate();
        }
    }
}
