package clew.app.access;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How somebody is let into a record: asked for with a reason and approved by others, or opened by oneself and reviewed after.
 * A grant attaches to a record, never to a person whom a machine joined, and ends by itself. Everything is appended under
 * row-level security, which checks once more who may do it.
 */
public final class Grants {

    /** How long a request waits; from then on it shows as not given, whether it was refused, forgotten, or about nothing. */
    public static final int DAYS_A_REQUEST_WAITS = 14;

    /** The longest for which access can be given. */
    public static final int MOST_DAYS = 366;

    private final AppTransactions app;
    private final Apart apart;
    private final Clock clock;

    Grants(AppTransactions app, Apart apart, Clock clock) {
        this.app = app;
        this.apart = apart;
        this.clock = clock;
    }

    /** Whether a challenge opened the record. */
    public sealed interface Challenge {

        /** @param until the first instant at which it is closed again */
        record Opened(Instant until) implements Challenge {}

        /** A second factor is missing, or was proved too long ago. */
        record NeedsSecondFactor() implements Challenge {}

        /** There is no such record, or not for this user: the same answer for both. */
        record NotOpened() implements Challenge {}
    }

    /** How a grant stands. */
    public enum State {
        IN_FORCE,
        ENDED,
        WAITING,
        NOT_GIVEN
    }

    /**
     * A grant or a request for one, as its user sees it.
     *
     * @param kind {@code specific} or {@code challenged}
     * @param until when it ends or ended; null for a request
     */
    public record Own(
            UUID id,
            String kind,
            UUID record,
            String reason,
            Instant from,
            @Nullable Instant until,
            State state) {}

    /**
     * A request or a challenge, as those see it who decide.
     *
     * @param user shown name and agency of who asked or opened
     * @param until when a challenge ends; null for a request
     */
    public record Task(
            UUID id,
            String user,
            String agency,
            UUID record,
            String shape,
            String purpose,
            String reason,
            Instant at,
            @Nullable Instant until) {}

    /** Asks for access. Says nothing about whether there is such a record. */
    public void ask(Viewer viewer, UUID record, String reason) {
        app.run(
                viewer.rights(),
                sql -> sql.sql("insert into access.request values (?, ?, ?, ?, ?, ?)")
                        .params(
                                UUID.randomUUID(),
                                viewer.user(),
                                record,
                                viewer.purpose().name(),
                                reason,
                                now())
                        .update());
    }

    /** Opens a record by oneself, until the end of the next day in London. */
    public Challenge open(Viewer viewer, UUID record, String reason) {
        if (!hasSecondFactor(viewer)) {
            return new Challenge.NeedsSecondFactor();
        }
        Instant until = LocalDate.ofInstant(clock.instant(), Viewers.LONDON)
                .plusDays(2)
                .atStartOfDay(Viewers.LONDON)
                .toInstant();
        boolean opened = app.write(viewer.rights(), sql -> appendChallenge(sql, viewer, record, reason, until));
        if (!opened) {
            return new Challenge.NotOpened();
        }
        apart.forGrant(record, viewer.user());
        return new Challenge.Opened(until);
    }

    /** Whether a second factor was proved lately enough to open a record by oneself. */
    public boolean hasSecondFactor(Viewer viewer) {
        @Nullable Instant at = viewer.secondFactorAt();
        return at != null && at.plus(SecondFactor.GOOD_FOR).isAfter(clock.instant());
    }

    private boolean appendChallenge(JdbcClient sql, Viewer viewer, UUID record, String reason, Instant until) {
        return sql.sql("""
                        insert into access.granted (grant_id, kind, user_id, record_id, purpose, reason, given_by, from_at, until_at)
                        select ?, 'challenged', ?, ?, ?, ?, ?, ?, ? where access.may_challenge(?)""")
                        .params(
                                UUID.randomUUID(),
                                viewer.user(),
                                record,
                                viewer.purpose().name(),
                                reason,
                                viewer.user(),
                                now(),
                                until.atOffset(ZoneOffset.UTC),
                                record)
                        .update()
                == 1;
    }

    /** Requests that wait for this viewer's decision, the oldest first. */
    public List<Task> toDecide(Viewer viewer) {
        return app.read(
                viewer.rights(),
                sql -> sql.sql("""
                        select r.request_id as id, u.shown_name, a.name as agency, r.record_id, access.shape_of(r.record_id) as shape,
                               r.purpose, r.reason, r.asked_at as at, null::timestamptz as until_at
                          from access.request r join access.person_user u using (user_id) join access.agency a using (agency_id)
                         where r.user_id <> :me and r.asked_at > :since and access.decides_on(r.record_id)
                           and not exists (select from access.request_decision d where d.request_id = r.request_id)
                         order by r.asked_at, r.request_id""")
                        .param("me", viewer.user())
                        .param("since", waitingSince())
                        .query((row, number) -> task(row))
                        .list());
    }

    /**
     * Decides on a request. Nobody decides on their own.
     *
     * @param until the first instant at which it is closed again; null to refuse
     * @return false when it is not this viewer's to decide, or is decided
     */
    public boolean decide(Viewer viewer, UUID request, @Nullable Instant until, String reason) {
        List<UUID> decided = app.write(
                viewer.rights(),
                sql -> sql.sql("""
                        with decided as (
                            insert into access.request_decision
                            select r.request_id, ?, ?, ?, nullif(?, '')::timestamptz, ? from access.request r
                             where r.request_id = ? and r.user_id <> ? and access.decides_on(r.record_id) and r.asked_at > ?
                            on conflict do nothing returning request_id)
                        select r.record_id from decided join access.request r using (request_id)""")
                        .params(
                                until != null,
                                viewer.user(),
                                now(),
                                until == null ? "" : until.toString(),
                                reason,
                                request,
                                viewer.user(),
                                waitingSince())
                        .query(UUID.class)
                        .list());
        if (until != null) {
            decided.forEach(record -> apart.give(request, record, viewer.user()));
        }
        return !decided.isEmpty();
    }

    /** Challenges that nobody has reviewed yet, of records on which this viewer decides. */
    public List<Task> toReview(Viewer viewer) {
        return app.read(
                viewer.rights(),
                sql -> sql.sql("""
                        select g.grant_id as id, u.shown_name, a.name as agency, g.record_id, access.shape_of(g.record_id) as shape,
                               g.purpose, g.reason, g.from_at as at, g.until_at
                          from access.granted g join access.person_user u using (user_id) join access.agency a using (agency_id)
                         where g.kind = 'challenged' and g.user_id <> ? and access.decides_on(g.record_id)
                           and not exists (select from access.review r where r.grant_id = g.grant_id)
                         order by g.from_at, g.grant_id""")
                        .param(viewer.user())
                        .query((row, number) -> task(row))
                        .list());
    }

    /**
     * Says what the owner thinks of a challenge; one that is objected to ends at once.
     *
     * @return false when it is not this viewer's to review, or is reviewed
     */
    public boolean review(Viewer viewer, UUID grant, boolean confirmed, String reason) {
        return app.write(viewer.rights(), sql -> {
            int reviewed = sql.sql("""
                            insert into access.review
                            select g.grant_id, ?, ?, ?, ? from access.granted g
                             where g.grant_id = ? and g.kind = 'challenged' and g.user_id <> ? and access.decides_on(g.record_id)
                            on conflict do nothing""")
                    .params(confirmed, viewer.user(), now(), reason, grant, viewer.user())
                    .update();
            if (reviewed == 1 && !confirmed) {
                end(sql, viewer, grant, "the owner objected");
            }
            return reviewed == 1;
        });
    }

    /** Ends a grant: one's own, or one on whose record one decides. */
    public void end(Viewer viewer, UUID grant, String reason) {
        app.run(viewer.rights(), sql -> end(sql, viewer, grant, reason));
    }

    private void end(JdbcClient sql, Viewer viewer, UUID grant, String reason) {
        sql.sql("""
                insert into access.grant_ended select g.grant_id, ?, ?, ? from access.granted g where g.grant_id = ?
                on conflict do nothing""").params(now(), viewer.user(), reason, grant).update();
    }

    /** What a viewer was let into and what they asked for, the latest first. */
    public List<Own> own(Viewer viewer) {
        return app.read(
                Rights.of(viewer.user(), Set.of()),
                sql -> sql.sql("""
                        select g.grant_id as id, g.kind, g.record_id, g.reason, g.from_at as at,
                               least(g.until_at, x.ended_at) as until_at,
                               case when least(g.until_at, x.ended_at) > :now then 'IN_FORCE' else 'ENDED' end as state
                          from access.granted g left join access.grant_ended x using (grant_id)
                         where g.user_id = :me
                        union all
                        select r.request_id, 'specific', r.record_id, r.reason, r.asked_at, null,
                               case when r.asked_at > :since then 'WAITING' else 'NOT_GIVEN' end
                          from access.request r
                         where r.user_id = :me and not exists (select from access.granted g where g.request_id = r.request_id)
                         order by at desc, id""")
                        .param("me", viewer.user())
                        .param("now", now())
                        .param("since", waitingSince())
                        .query((row, number) -> new Own(
                                row.getObject("id", UUID.class),
                                row.getString("kind"),
                                row.getObject("record_id", UUID.class),
                                row.getString("reason"),
                                instant(row, "at"),
                                row.getObject("until_at") == null ? null : instant(row, "until_at"),
                                State.valueOf(row.getString("state"))))
                        .list());
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                row.getString("shown_name"),
                row.getString("agency"),
                row.getObject("record_id", UUID.class),
                row.getString("shape"),
                row.getString("purpose"),
                row.getString("reason"),
                instant(row, "at"),
                row.getObject("until_at") == null ? null : instant(row, "until_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime waitingSince() {
        return now().minusDays(DAYS_A_REQUEST_WAITS);
    }
}
