package clew.app.groups;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is to be read again because of what arrived.
 *
 * @param records that came in
 * @param around these and all that hang together with them, of which the persons may be others now
 * @param everything why everything is to be read again; empty when nothing but these is
 */
record Arrived(Set<UUID> records, Set<UUID> around, String everything) {
    private static final int MOST = 5_000;
    private static final String RECORDS = """
            select distinct h.record_id from events.outbox o join records.header h on h.import_no = (o.body ->> 'import')::int
             where o.kind = ? and o.position > ? and o.position <= ? limit ?""";
    private static final String AROUND = """
            select other.record_id
              from picture.membership own join picture.component c using (component_id)
              join picture.component near using (whole_id) join picture.membership other on other.component_id = near.component_id
             where own.record_id = any (?::uuid[])""";

    static Arrived all(String why) {
        return new Arrived(Set.of(), Set.of(), why);
    }

    /** @param sql of the engine, who knows what hangs together whoever may see it; no more than ids leave here, and each tier reads them under its own rights */
    static Arrived read(JdbcClient sql, String kind, long after, long upto) {
        Set<UUID> records = sql.sql(RECORDS).params(kind, after, upto, MOST + 1).query(UUID.class).list().stream()
                .collect(Collectors.toSet());
        if (records.size() > MOST) {
            return all("more than " + MOST + " records came at once");
        }
        Set<UUID> around = sql.sql(AROUND).param(records.toArray(UUID[]::new)).query(UUID.class).list().stream()
                .collect(Collectors.toSet());
        around.addAll(records);
        return new Arrived(records, around, "");
    }

    boolean isEverything() {
        return !everything.isEmpty();
    }
}
