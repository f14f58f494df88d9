package clew.app.identity;

import clew.app.store.OneMessage;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Adds a few rows to tables of the Picture in force, in a transaction: handed over by {@link #finish}, one table after the other. As long as they are few they go along in a
 * message; a COPY asks the server three times for each table. Not thread-safe.
 */
final class SmallCopy implements CopyTables {
    private static final int BYTES = 1 << 13;
    /** Bytes up to which rows go as parameters. */
    private static final int FEW = 1 << 15;

    private final Connection connection;
    private final OneMessage message;
    private final Map<String, CopyRows> tables = new LinkedHashMap<>();
    private final List<Full> full = new ArrayList<>();

    private record Full(String table, byte[] bytes, int length) {}

    /** @param message by which few rows go, behind what it has by then */
    SmallCopy(Connection connection, OneMessage message) {
        this.connection = connection;
        this.message = message;
    }

    @Override
    public CopyRows table(String name) {
        return rows(Picture.IN_FORCE + "." + name);
    }

    /** Rows for a table by its full name, with its columns where not all are given. */
    CopyRows rows(String name) {
        return tables.computeIfAbsent(name, table -> new CopyRows(this, table, BYTES));
    }

    void finish() throws SQLException {
        tables.values().forEach(CopyRows::flush);
        if (full.stream().mapToInt(Full::length).sum() > FEW) {
            message.send();
            for (Full buffer : full) {
                copy(buffer);
            }
        } else {
            for (Full buffer : full) {
                insert(buffer);
            }
        }
        full.clear();
    }

    /** Keeps a full buffer until {@link #finish}, because what its rows replace is taken away before that. */
    @Override
    public void send(String table, byte[] bytes, int length) {
        full.add(new Full(table, bytes, length));
    }

    // One text for a table, however many rows: it is parsed once.
    private void insert(Full buffer) throws SQLException {
        List<List<@Nullable String>> rows = rows(buffer);
        Object[] columns = new Object[rows.get(0).size()];
        for (int column = 0; column < columns.length; column++) {
            int of = column;
            columns[column] =
                    message.array("text", rows.stream().map(row -> row.get(of)).toArray());
        }
        message.add(InsertedRows.into(connection, buffer.table), columns);
    }

    private void copy(Full buffer) throws SQLException {
        CopyIn copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy %s from stdin".formatted(buffer.table));
        try {
            copy.writeToCopy(buffer.bytes, 0, buffer.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** The rows of a buffer, by their values. */
    private static List<List<@Nullable String>> rows(Full buffer) {
        String text = new String(buffer.bytes, 0, buffer.length, StandardCharsets.UTF_8);
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (String line : text.split("\n")) {
            List<@Nullable String> row = new ArrayList<>();
            for (String value : line.split("\t", -1)) {
                row.add(value.equals("\\N") ? null : plain(value));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String plain(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            plain.append(c == '\\' ? unescaped(value.charAt(++i)) : c);
        }
        return plain.toString();
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> letter;
        };
    }
}
