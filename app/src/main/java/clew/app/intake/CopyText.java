package clew.app.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows of one table in the text format of COPY, sent in one go. PostgreSQL does not COPY into a table that row-level security protects, so rows
 * for those go through a temporary table of the same form. Not thread-safe.
 */
final class CopyText implements RowText {

    private static final Map<PGConnection, Set<String>> MADE = Collections.synchronizedMap(new WeakHashMap<>());

    private final String command;
    private final String then;
    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean inRow;

    private CopyText(String command, String then) {
        this.command = command;
        this.then = then;
    }

    /** Rows for a temporary table of the caller's. */
    static CopyText into(String table, String columns) {
        return new CopyText("copy %s (%s) from stdin".formatted(table, columns), "");
    }

    /**
     * Rows for a protected table. The first time on a connection it makes the temporary table and commits; the table is emptied at each commit.
     *
     * @param connection in a transaction in which nothing was done yet, or one that has come here before
     */
    static CopyText through(Connection connection, String table, String columns) throws SQLException {
        String staging = "staging_" + table.substring(table.indexOf('.') + 1);
        if (!madeOn(connection).contains(staging)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create temporary table %s on commit delete rows as select %s from %s with no data"
                        .formatted(staging, columns, table));
            }
            connection.commit();
            madeOn(connection).add(staging);
        }
        return new CopyText(
                "copy %s (%s) from stdin".formatted(staging, columns),
                "insert into %s (%s) select %s from %s".formatted(table, columns, columns, staging));
    }

    private static Set<String> madeOn(Connection connection) throws SQLException {
        return MADE.computeIfAbsent(
                connection.unwrap(PGConnection.class), any -> Collections.synchronizedSet(new HashSet<>()));
    }

    @Override
    public CopyText text(String value) {
        separate();
        int plainFrom = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\' && c != '\n' && c != '\r' && c != '\t') continue;
            text.append(value, plainFrom, i).append('\\');
            text.append(c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : c);
            plainFrom = i + 1;
        }
        text.append(value, plainFrom, value.length());
        return this;
    }

    @Override
    public CopyText number(long value) {
        separate();
        text.append(value);
        return this;
    }

    @Override
    public CopyText plain(@Nullable Object value) {
        separate();
        text.append(value == null ? "\\N" : value);
        return this;
    }

    @Override
    public CopyText bytes(byte[] value) {
        separate();
        text.append("\\\\x").append(HexFormat.of().formatHex(value));
        return this;
    }

    @Override
    public void end() {
        text.append('\n');
        inRow = false;
    }

    private void separate() {
        if (inRow) text.append('\t');
        inRow = true;
    }

    @Override
    public void send(Connection connection) throws SQLException {
        if (text.isEmpty()) return;
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
        if (then.isEmpty()) return;
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(then);
        }
    }
}
