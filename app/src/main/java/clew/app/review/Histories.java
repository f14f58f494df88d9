package clew.app.review;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a person came to be: which records came when, the ids given to them, their joins and splits, and what people decided. */
public final class Histories {

    private final AppTransactions app;

    Histories(AppTransactions app) {
        this.app = app;
    }

    /** One thing that happened. */
    public sealed interface Step {

        Instant at();

        /**
         * A version of a record was received.
         *
         * @param first is it the first version?
         */
        record Received(Instant at, UUID record, String agency, String system, boolean first, boolean withdrawn)
                implements Step {}

        /** A person id was given. */
        record Issued(Instant at, UUID person) implements Step {}

        /** A person id leads to another since two persons were joined. */
        record Joined(Instant at, UUID from, UUID to) implements Step {}

        /** A person id is a person of its own again. */
        record Split(Instant at, UUID person) implements Step {}

        /** Somebody decided. */
        record Made(Decided decided) implements Step {
            @Override
            public Instant at() {
                return decided.at();
            }
        }
    }

    /** All of these records that the viewer may see, the latest first. What rests on any other record is left out. */
    public List<Step> of(Rights rights, Collection<UUID> records) {
        return app.read(rights, sql -> {
            List<Step> steps = new ArrayList<>(received(sql, records));
            steps.addAll(ids(sql, records));
            new StoredDecisions(sql).about(records).stream().map(Step.Made::new).forEach(steps::add);
            steps.sort(Comparator.comparing(Step::at).reversed());
            return steps;
        });
    }

    /** What people decided about any of these records, the latest first. */
    public List<Decided> decided(Rights rights, Collection<UUID> records) {
        return app.read(rights, sql -> new StoredDecisions(sql).about(records).reversed());
    }

    private static List<Step> received(JdbcClient sql, Collection<UUID> records) {
        return sql.sql("""
                select h.received_at, h.record_id, a.name, i.system, h.withdrawn,
                       h.version_no = (select min(o.version_no) from records.header o where o.record_id = h.record_id)
                  from records.header h
                  join records.import i using (import_no)
                  join access.agency a using (agency_id)
                 where h.record_id = any (cast(? as uuid[])) order by h.received_at, h.record_id, h.version_no""")
                .param(StoredDecisions.array(records))
                .<Step>query((row, number) -> new Step.Received(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(6),
                        row.getBoolean(5)))
                .list();
    }

    private static List<Step> ids(JdbcClient sql, Collection<UUID> records) {
        return sql.sql("select at, kind, person, other from register.history_of(cast(? as uuid[]))")
                .param(StoredDecisions.array(records))
                .<Step>query((row, number) -> step(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class)))
                .list();
    }

    private static Step step(Instant at, String kind, UUID person, @Nullable UUID other) {
        if (other == null) {
            return new Step.Issued(at, person);
        }
        return kind.equals("join") ? new Step.Joined(at, person, other) : new Step.Split(at, person);
    }
}
