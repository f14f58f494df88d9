package clew.app.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Adds a few rows to tables of the Picture in force, on the connection of a transaction: sent by {@link #finish}, one table after the other. Not thread-safe. */
final class SmallCopy implements CopyTables {
    private static final int BYTES = 1 << 13;

    private final PGConnection connection;
    private final Map<String, CopyRows> tables = new LinkedHashMap<>();

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
    }

    @Override
    public void send(String command, byte[] bytes, int length) {
        try {
            CopyIn copy = connection.getCopyAPI().copyIn(command);
            try {
                copy.writeToCopy(bytes, 0, length);
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
