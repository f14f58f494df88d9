package clew.app.review;

import clew.app.events.Outbox;
import clew.app.store.Rights;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Appends decisions, in the transaction in which they are taken and in the name of who takes them. */
final class Append {

    private final JdbcClient sql;
    private final Rights rights;

    Append(JdbcClient sql, Rights rights) {
        this.sql = sql;
        this.rights = rights;
    }

    /**
     * A decision.
     *
     * @param about the records
     * @param classes of the records, each as it is now
     */
    UUID decision(
            String kind, String reason, Collection<UUID> about, Map<UUID, Integer> classes, Map<String, Object> body) {
        UUID decision = UUID.randomUUID();
        UUID first = about.iterator().next();
        sql.sql("""
                        insert into decisions.decision (decision_id, kind, made_by, agency_id, reason, class_id, body)
                        values (?, ?, ?, (select access.viewer_agency()), ?, ?, ?::jsonb)""")
                .params(
                        decision,
                        kind,
                        rights.user(),
                        reason.strip(),
                        Objects.requireNonNull(classes.get(first)),
                        JsonMapper.shared().writeValueAsString(body))
                .update();
        for (UUID record : about) {
            sql.sql("insert into decisions.about (decision_id, record_id, class_id) values (?, ?, ?)")
                    .params(decision, record, Objects.requireNonNull(classes.get(record)))
                    .update();
        }
        return decision;
    }

    /** Tells linking that who is who has changed. */
    void linkAgain(UUID decision) {
        Outbox.put(sql, "PersonDecided", "{\"decision\": \"" + decision + "\"}");
    }
}
