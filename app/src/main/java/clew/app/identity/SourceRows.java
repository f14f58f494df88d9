package clew.app.identity;

import clew.app.store.OneMessage;
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
             order by c.import_no, c.row_no, c.record_id""";

    private static final String OF_THESE = """
            select c.import_no, c.row_no, s.line, s.body, c.record_id, c.version_no, c.shape, c.role, c.class_id, c.known_from, c.received_at,
                   i.agency_id, a.slug, i.file_name, encode(i.mapping_hash, 'hex')
              from unnest(?::uuid[]) w (record_id)
             cross join lateral (
                select h.* from records.header h join records.import i on i.import_no = h.import_no and i.accepted_at is not null
                 where h.record_id = w.record_id
                 order by h.sender_version desc nulls last, h.extract_time desc nulls last, h.received_at desc, h.version_no desc
                 limit 1) c
              join records.source_row s on s.import_no = c.import_no and s.row_no = c.row_no
              join records.import i on i.import_no = c.import_no
              join access.agency a on a.agency_id = i.agency_id
             where not c.withdrawn
             order by c.import_no, c.row_no, c.record_id""";

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

    /** Those that hold the version in force of one of these records, known when the message was sent; so are their imports to the extracts. */
    static List<SourceRow> ask(OneMessage message, Collection<UUID> records, Extracts extracts) throws SQLException {
        List<SourceRow> rows = new ArrayList<>();
        message.ask(
                OF_THESE,
                row -> {
                    if (rows.isEmpty() || !rows.getLast().isAt(row)) {
                        rows.add(row(row));
                        extracts.know(
                                row.getInt(1), row.getInt(12), row.getString(13), row.getString(14), row.getString(15));
                    }
                    rows.getLast().heads().add(head(row));
                },
                message.array("uuid", records));
        return rows;
    }

    /**
     * One row as received.
     *
     * @param body JSON object of the sender's columns and values
     * @param heads of the records whose version in force it holds
     */
    record SourceRow(int importNo, long rowNo, long line, String body, List<Head> heads) {
        private boolean isAt(ResultSet row) throws SQLException {
            return row.getLong(2) == rowNo && row.getInt(1) == importNo;
        }
    }

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
        SourceRow row = row(result);
        do {
            row.heads().add(head(result));
            more = result.next();
        } while (more && row.isAt(result));
        return row;
    }

    private static SourceRow row(ResultSet result) throws SQLException {
        return new SourceRow(
                result.getInt(1), result.getLong(2), result.getLong(3), result.getString(4), new ArrayList<>(4));
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private static Head head(ResultSet result) throws SQLException {
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
