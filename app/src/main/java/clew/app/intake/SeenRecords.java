package clew.app.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which records a full extract holds, whether they changed or not: what is absent from it was withdrawn. Kept in a temporary table, because
 * memory must not grow with the file. Of other extracts nothing is kept.
 */
final class SeenRecords {

    private final Connection connection;
    private final boolean needed;
    private final CopyText copy = CopyText.into("seen_record", "record_id");

    SeenRecords(Connection connection, boolean needed) throws SQLException {
        this.connection = connection;
        this.needed = needed;
        if (!needed) return;
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists seen_record");
            statement.execute("create temporary table seen_record (record_id uuid not null) on commit preserve rows");
        }
        connection.commit();
    }

    /** Of rows that are no full extract. */
    static SeenRecords none(Connection connection) throws SQLException {
        return new SeenRecords(connection, false);
    }

    boolean needed() {
        return needed;
    }

    void add(Chunk chunk) throws SQLException {
        if (!needed) return;
        for (PreparedRow row : chunk.rows())
            row.identities().forEach(record -> copy.plain(record).end());
        copy.send(connection);
    }

    void drop() throws SQLException {
        if (!needed) return;
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists seen_record");
        }
    }
}
