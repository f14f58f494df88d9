package clew.app.review;

import clew.app.review.Outcome.Done;
import clew.app.review.Outcome.Wrong;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Taking a decision back: it holds no longer, as if it had never been taken; everybody who saw or decided on what it joined is told, and what was decided since on the
 * same records is opened again.
 */
public final class Undo {

    private static final String MINE = "user_id = access.me() and expires_at > now()";

    private final AppTransactions app;

    Undo(AppTransactions app) {
        this.app = app;
    }

    /**
     * Who saw or decided on it while it held.
     *
     * @param name of somebody of the viewer's own agency; null for people of others, who are counted
     * @param agency theirs
     * @param people how many
     * @param looks how many times they looked
     */
    public record Seen(@Nullable String name, String agency, long people, long looks, Instant last) {}

    /**
     * That a decision was taken back which somebody had looked at or taken.
     *
     * @param at when it was taken back
     * @param decision the one that was; null when it does not show to who is told
     * @param isNew was it not shown before?
     */
    public record Notice(UUID id, Instant at, @Nullable Decided decision, boolean isNew) {}

    /** A decision about who is who; empty when there is none that the viewer may see. */
    public Optional<Decided> find(Rights rights, UUID decision) {
        return app.read(rights, sql -> Optional.ofNullable(new StoredDecisions(sql).find(decision)));
    }

    /** Who saw or decided on it since: those of the viewer's agency by name, of others so many of an agency. */
    public List<Seen> seenSince(Rights rights, UUID decision) {
        return app.read(
                rights,
                sql -> sql.sql("select shown_name, agency, people, looks, last_look from decisions.seen_since(?)")
                        .param(decision)
                        .query((row, number) -> new Seen(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getObject(5, OffsetDateTime.class).toInstant()))
                        .list());
    }

    /** Takes a decision back. */
    public Outcome withdraw(Rights rights, UUID decision, String reason) {
        return referring(rights, decision, reason, (sql, gone) -> {
            if (!gone.canBeWithdrawn()) {
                return new Wrong("reason", "This was taken back already");
            }
            UUID withdrawal = refer(sql, rights, "decision_withdrawn", gone, reason);
            sql.sql("select decisions.tell(?)")
                    .param(withdrawal)
                    .query(Integer.class)
                    .single();
            new Append(sql, rights).linkAgain(withdrawal);
            return new Done(withdrawal);
        });
    }

    /** Looks again at a decision that was opened, and lets it stand. */
    public Outcome uphold(Rights rights, UUID decision, String reason) {
        return referring(
                rights,
                decision,
                reason,
                (sql, again) -> again.reopened()
                        ? new Done(refer(sql, rights, "decision_upheld", again, reason))
                        : new Wrong("reason", "This does not wait to be looked at again"));
    }

    /** What the viewer is told, the newest first; from now on it is known to them. */
    public List<Notice> notices(Rights rights) {
        return app.write(rights, sql -> {
            List<Told> told = sql.sql("""
                    select t.delivery_id, t.due_at, t.delivered_at is null,
                           (select (d.body ->> 'decision')::uuid from decisions.decision d where d.decision_id = t.about)
                      from desk.delivery t where %s order by t.due_at desc, t.delivery_id limit 200""".formatted(MINE))
                    .query((row, number) -> new Told(
                            row.getObject(1, UUID.class),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getBoolean(3),
                            row.getObject(4, UUID.class)))
                    .list();
            sql.sql("update desk.delivery set delivered_at = now() where delivered_at is null and " + MINE)
                    .update();
            StoredDecisions stored = new StoredDecisions(sql);
            return told.stream()
                    .map(one -> new Notice(
                            one.id, one.at, one.decision == null ? null : stored.find(one.decision), one.isNew))
                    .toList();
        });
    }

    /** How many the viewer was not shown yet. */
    public int unread(Rights rights) {
        return app.read(
                rights,
                sql -> sql.sql("select count(*) from desk.delivery where delivered_at is null and " + MINE)
                        .query(Integer.class)
                        .single());
    }

    private record Told(
            UUID id, Instant at, boolean isNew, @Nullable UUID decision) {}

    private Outcome referring(
            Rights rights, UUID decision, String reason, BiFunction<JdbcClient, Decided, Outcome> work) {
        if (reason.isBlank()) {
            return new Wrong("reason", "Enter a reason");
        }
        return app.write(rights, sql -> {
            Decided found = new StoredDecisions(sql).find(decision);
            return found == null ? new Wrong("reason", "There is no such decision") : work.apply(sql, found);
        });
    }

    private static UUID refer(JdbcClient sql, Rights rights, String kind, Decided to, String reason) {
        Map<UUID, Integer> classes = new java.util.HashMap<>();
        sql.sql("select record_id, class_id from decisions.about where decision_id = ?")
                .param(to.id())
                .query(row -> {
                    classes.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return new Append(sql, rights)
                .decision(
                        kind,
                        reason,
                        to.records(),
                        classes,
                        Map.of("decision", to.id().toString()));
    }
}
