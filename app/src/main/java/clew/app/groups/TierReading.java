package clew.app.groups;

import clew.app.identity.PersonsShown;
import clew.core.network.records.RecordNetwork;
import clew.core.standard.StandardRecord;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The evidence of a tier, read under its rights: what they hide is not there. */
final class TierReading {
    private static final String RECORDS = """
            select r.record_id, a.slug, coalesce(r.known_from, (r.received_at at time zone 'Europe/London')::date), r.body::text
              from picture.record r join access.agency a using (agency_id)""";
    private static final String AT_WORK = """
            select distinct f.to_record from picture.record i join picture.reference f on f.from_record = i.record_id and f.field = 'person'
             where (i.shape = 'involvement' and i.body ->> 'role' = 'professional')
            union
            select f.to_record from picture.record i join picture.reference f on f.from_record = i.record_id and f.field = 'person'
             where i.shape = 'relationship' and i.body ->> 'reason' in ('worker_on_the_case', 'health_professional', 'teacher', 'coach_or_leader')""";

    /** Millions of records are read as they come, and never held all at once. */
    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcClient sql;

    /** @param sql in a transaction that carries the tier's rights */
    TierReading(JdbcClient sql) {
        this.sql = sql;
    }

    RecordNetwork network() {
        Map<UUID, UUID> persons = PersonsShown.firstRecords(sql);
        RecordNetwork.Builder builder = new RecordNetwork.Builder();
        sql.sql(RECORDS).withFetchSize(ROWS_AT_A_TIME).query(row -> {
            builder.add(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    StandardRecord.fromJson(row.getString(4)));
        });
        return builder.build(record -> persons.containsKey(record) ? String.valueOf(persons.get(record)) : null);
    }

    /** Records of those who are somewhere because of their work, as a professional. */
    Set<UUID> atWork() {
        return sql.sql(AT_WORK).query(UUID.class).list().stream().collect(Collectors.toSet());
    }
}
