package clew.app.identity;

import clew.app.corrections.Mending;
import clew.core.standard.StandardRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The standard records of the Picture, read under the rights of the transaction. */
final class StoredRecords {
    private final JdbcClient sql;

    StoredRecords(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * One record with where it comes from.
     *
     * @param agency its name
     * @param keyless a correction cannot find it
     */
    record Stored(
            UUID id,
            StandardRecord standard,
            String agency,
            String system,
            String role,
            @Nullable LocalDate knownFrom,
            Instant receivedAt,
            boolean keyless) {}

    /** A value that could not be read and was kept beside. */
    record KeptBeside(UUID record, String field, String expected, String found) {}

    /** The records of these ids that the viewer may see, by agency, system, then id. */
    List<Stored> of(Collection<UUID> records) {
        // A correction is used at once, also where the Picture was built before it.
        Mending mending = Mending.of(sql, records);
        return sql.sql("""
                select r.record_id, r.body, (select a.name from access.agency a where a.agency_id = r.agency_id) as agency,
                       i.system, r.role, r.known_from, r.received_at, h.keyless
                  from picture.record r
                  join records.header h on h.record_id = r.record_id and h.version_no = r.version_no
                  join records.import i on i.import_no = h.import_no
                 where r.record_id = any(cast(? as uuid[]))
                 order by agency, i.system, r.record_id""")
                .param(StoredPersons.array(records))
                .query((row, number) -> new Stored(
                        row.getObject(1, UUID.class),
                        mending.mend(row.getObject(1, UUID.class), StandardRecord.fromJson(row.getString(2)))
                                .record(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getBoolean(8)))
                .list();
    }

    List<KeptBeside> keptBeside(Collection<UUID> records) {
        return sql.sql("""
                select record_id, field, expected, found from picture.finding
                 where record_id = any(cast(? as uuid[])) order by record_id, field, line, found""")
                .param(StoredPersons.array(records))
                .query((row, number) -> new KeptBeside(
                        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
