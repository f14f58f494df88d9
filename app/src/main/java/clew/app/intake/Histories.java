package clew.app.intake;

import clew.app.store.OneMessage;
import clew.core.standard.Visibility;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is already known of some records: their accepted versions, and those this import has staged. */
final class Histories {

    private static final String QUERY = """
            select h.record_id, h.content_hash, h.sender_version, h.extract_time, h.received_at, h.version_no, h.withdrawn, s.checksum, h.known_from,
                   c.handling, c.restriction
              from unnest(?::uuid[]) wanted (record_id)
              join records.header h on h.record_id = wanted.record_id
              join records.import i on i.import_no = h.import_no
              join access.class c on c.class_id = h.class_id
              left join records.source_row s on s.import_no = h.import_no and s.row_no = h.row_no
             where i.accepted_at is not null or i.import_no = ?""";

    private final Map<UUID, History> histories = new HashMap<>();

    /** A table that has just grown has no statistics yet, and a scan of all of it for each chunk would make an import quadratic. */
    private static final String BY_INDEX =
            "select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true)";

    static Histories of(Connection connection, int importNo, Collection<UUID> records) throws SQLException {
        OneMessage message = new OneMessage(connection);
        Histories found = ask(message, importNo, records);
        message.send();
        return found;
    }

    /** The same, known when the message was sent. */
    static Histories ask(OneMessage message, int importNo, Collection<UUID> records) throws SQLException {
        Histories found = new Histories();
        if (!records.isEmpty()) {
            message.add(BY_INDEX);
            message.ask(
                    QUERY,
                    row -> found.of(row.getObject(1, UUID.class)).add(version(row)),
                    message.array("uuid", records),
                    importNo);
        }
        return found;
    }

    /** The history of one record; empty where nothing is known. */
    History of(UUID record) {
        return histories.computeIfAbsent(record, id -> new History());
    }

    private static Version version(ResultSet result) throws SQLException {
        return new Version(
                result.getObject(2, UUID.class),
                instant(result, 3),
                instant(result, 4),
                result.getObject(5, OffsetDateTime.class).toInstant(),
                result.getObject(9, LocalDate.class),
                result.getLong(6),
                result.getBoolean(7),
                result.getBytes(8),
                new RecordClass(
                        Visibility.valueOf(result.getString(10).toUpperCase(Locale.ROOT)), result.getString(11)));
    }

    private static @Nullable Instant instant(ResultSet result, int column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
