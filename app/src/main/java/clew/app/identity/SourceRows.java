package clew.app.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of accepted imports that hold a version in force, each with the headers of the records it gives, as a stream in the order of receipt. The
 * connection must be in a transaction, or all rows would come at once.
 */
final class SourceRows implements AutoCloseable {
    private static final int ROWS_AT_A_TIME = 2_000;
    private static final String IN_FORCE = """
            select c.import_no, c.row_no, s.line, s.body, c.record_id, c.version_no, c.shape, c.role, c.class_id, c.known_from, c.received_at
              from records.current c
              join records.source_row s on s.import_no = c.import_no and s.row_no = c.row_no
             where not c.withdrawn
             order by c.import_no, c.row_no, c.record_id
            """;

    private static final String OF_THESE = """
            select c.import_no, c.row_no, s.line, s.body, c.record_id, c.version_no, c.shape, c.role, c.class_id, c.known_from, c.received_at
              from unnest(?::uuid[]) w (record_id)
             cross join lateral (
                select h.* from records.header h join records.import i on i.import_no = h.import_no and i.accepted_at is not null
                 where h.record_id = w.record_id
                 order by h.sender_version desc nulls last, h.extract_time desc nulls last, h.received_at desc, h.version_no desc
                 limit 1) c
              join records.source_row s on s.import_no = c.import_no and s.row_no = c.row_no
             where not c.withdrawn
             order by c.import_no, c.row_no, c.record_id
            """;

    private final PreparedStatement statement;
    private final ResultSet result;
    private boolean more;

    private SourceRows(PreparedStatement statement) throws SQLException {
        this.statement = statement;
        statement.setFetchSize(ROWS_AT_A_TIME);
        result = statement.executeQuery();
        more = result.next();
    }

    /** All of them. */
    static SourceRows all(Connection connection) throws SQLException {
        return new SourceRows(connection.prepareStatement(IN_FORCE));
    }

    /** Those that hold the version in force of one of these records. */
    static SourceRows of(Connection connection, Collection<UUID> records) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(OF_THESE);
        statement.setArray(1, connection.createArrayOf("uuid", records.toArray()));
        return new SourceRows(statement);
    }

    /**
     * One row as received.
     *
     * @param body JSON object of the sender's columns and values
     * @param heads of the records whose version in force it holds
     */
    record SourceRow(int importNo, long rowNo, long line, String body, List<Head> heads) {}

    /** The permanent header of the version in force of one record. */
    record Head(
            UUID record,
            long version,
            String shape,
            String role,
            int classId,
            @Nullable LocalDate knownFrom,
            Instant receivedAt) {}

    /** The next row; null after the last. */
    @Nullable
    SourceRow next() throws SQLException {
        if (!more) {
            return null;
        }
        int importNo = result.getInt(1);
        long rowNo = result.getLong(2);
        SourceRow row = new SourceRow(importNo, rowNo, result.getLong(3), result.getString(4), new ArrayList<>(4));
        do {
            row.heads().add(head());
            more = result.next();
        } while (more && result.getLong(2) == rowNo && result.getInt(1) == importNo);
        return row;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private Head head() throws SQLException {
        return new Head(
                result.getObject(5, UUID.class),
                result.getLong(6),
                result.getString(7),
                result.getString(8),
                result.getInt(9),
                result.getObject(10, LocalDate.class),
                result.getObject(11, OffsetDateTime.class).toInstant());
    }
}
