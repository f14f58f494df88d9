package clew.app.groups;

import clew.app.identity.PersonsShown;
import clew.core.network.BlockList;
import clew.core.standard.StandardRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The evidence of a tier, read under its rights: what they hide is not there. */
final class TierReading {
    private static final String RECORDS = """
            select r.record_id, a.slug, coalesce(r.known_from, (r.received_at at time zone 'Europe/London')::date), r.body::text, r.version_no
              from picture.record r join access.agency a using (agency_id)""";
    private static final String THESE = " where r.record_id = any (?::uuid[])";
    private static final String OF_THESE = " and i.record_id = any (?::uuid[])";
    private static final String AT_WORK = """
            select distinct f.to_record from picture.record i join picture.reference f on f.from_record = i.record_id and f.field = 'person'
             where (i.shape = 'involvement' and i.body ->> 'role' = 'professional'
                 or i.shape = 'relationship' and i.body ->> 'reason' in ('worker_on_the_case', 'health_professional', 'teacher', 'coach_or_leader'))""";

    /** Millions of records are read as they come, and never held all at once. */
    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcClient sql;

    /** @param sql in a transaction that carries the tier's rights */
    TierReading(JdbcClient sql) {
        this.sql = sql;
    }

    /** A record as a tier may see it. */
    record Seen(UUID id, String agency, LocalDate known, StandardRecord record, long version) {}

    /** Every record, one after the other. */
    void all(Consumer<Seen> to) {
        sql.sql(RECORDS).withFetchSize(ROWS_AT_A_TIME).query(row -> {
            to.accept(seen(row));
        });
    }

    /** Of these records those that show. */
    void these(Collection<UUID> records, Consumer<Seen> to) {
        sql.sql(RECORDS + THESE).param(records.toArray(UUID[]::new)).query(row -> {
            to.accept(seen(row));
        });
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                StandardRecord.fromJson(row.getString(4)),
                row.getLong(5));
    }

    /** The first record of the person of each record. */
    Map<UUID, UUID> persons() {
        return PersonsShown.firstRecords(sql);
    }

    /** The same for the persons of these records alone. */
    Map<UUID, UUID> persons(Collection<UUID> records) {
        return PersonsShown.firstRecords(sql, records);
    }

    /** Records of those who are somewhere because of their work, as a professional. */
    Set<UUID> atWork() {
        return Set.copyOf(sql.sql(AT_WORK).query(UUID.class).list());
    }

    /** Records of what makes no tie on a day, by the entries of the block list of which the tier holds every record. */
    BlockList blocked(LocalDate day) {
        Map<String, String> why = new HashMap<>();
        sql.sql("select unnest(records)::text from groups.blocked_on(?)")
                .param(day)
                .query(row -> {
                    why.put(row.getString(1), "on the block list");
                });
        return BlockList.of(why);
    }

    /** Records of those whom these records have somewhere because of their work. */
    Set<UUID> atWork(Collection<UUID> records) {
        return Set.copyOf(sql.sql(AT_WORK + OF_THESE)
                .param(records.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
