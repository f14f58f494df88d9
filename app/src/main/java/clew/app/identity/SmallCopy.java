package clew.app.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Adds a few rows to tables of the Picture in force, on the connection of a transaction: sent by {@link #finish}, one table after the other. Not thread-safe. */
final class SmallCopy implements CopyTables {
    private static final int BYTES = 1 << 13;

    private final PGConnection connection;
    private final Map<String, CopyRows> tables = new LinkedHashMap<>();
    private final List<Full> full = new ArrayList<>();

    private record Full(String command, byte[] bytes, int length) {}

    SmallCopy(Connection connection) throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
    }

    @Override
    public CopyRows table(String name) {
        return rows(Picture.IN_FORCE + "." + name);
    }

    /** Rows for a table by its full name, with its columns where not all are given. */
    CopyRows rows(String name) {
        return tables.computeIfAbsent(name, table -> new CopyRows(this, "copy %s from stdin".formatted(table), BYTES));
    }

    void finish() {
        tables.values().forEach(CopyRows::flush);
        full.forEach(this::send);
        full.clear();
    }

    /** Keeps a full buffer until {@link #finish}, because what its rows replace is taken away before that. */
    @Override
    public void send(String command, byte[] bytes, int length) {
        full.add(new Full(command, bytes, length));
    }

    private void send(Full buffer) {
        try {
            CopyIn copy = connection.getCopyAPI().copyIn(buffer.command);
            try {
                copy.writeToCopy(buffer.bytes, 0, buffer.length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the Picture could not be changed: " + e.getMessage(), e);
        }
    }
}
