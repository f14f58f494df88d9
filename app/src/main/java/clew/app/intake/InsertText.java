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
        if (cells.isEmpty()) return;
        String row = "(" + String.join(", ", Collections.nCopies(width, "?")) + ")";
        String rows = String.join(", ", Collections.nCopies(cells.size() / width, row));
        try (PreparedStatement statement =
                connection.prepareStatement("insert into %s (%s) values %s".formatted(table, columns, rows))) {
            for (int i = 0; i < cells.size(); i++) {
                statement.setObject(i + 1, cells.get(i), Types.OTHER); // the type is that of the column
            }
            statement.executeUpdate();
        }
        cells.clear();
    }
}
