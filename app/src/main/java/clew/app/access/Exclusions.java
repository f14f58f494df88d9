package clew.app.access;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is shut out of which records because of a conflict of interest: declared by themselves, or set by who decides on the
 * record. From that moment the record does not exist for them, and only another person can let them in again.
 */
public final class Exclusions {

    private final AppTransactions app;
    private final Apart apart;
    private final Clock clock;

    Exclusions(AppTransactions app, Apart apart, Clock clock) {
        this.app = app;
        this.apart = apart;
        this.clock = clock;
    }

    /** One that somebody declared about themselves. */
    public record Declared(UUID record, Instant from, String reason) {}

    /**
     * One that this viewer may lift.
     *
     * @param user shown name of who is shut out
     */
    public record Standing(UUID id, String user, UUID record, Instant from, String reason) {}

    /** Shuts oneself out. Says nothing about whether there are such records. */
    public void declare(Viewer viewer, Collection<UUID> records, String reason) {
        app.run(
                viewer.rights(),
                sql -> records.forEach(record -> append(sql, viewer.user(), record, viewer.user(), reason)));
        records.forEach(record -> apart.forExclusion(record, viewer.user()));
    }

    /**
     * Shuts somebody else out.
     *
     * @param signInName of who is shut out
     * @return false when there is no such user, or the record is not this viewer's to decide on
     */
    public boolean set(Viewer viewer, String signInName, UUID record, String reason) {
        boolean set = app.write(
                viewer.rights(),
                sql -> sql.sql("""
                        select user_id from access.person_user
                         where sign_in_name = lower(?) and user_id <> ? and access.decides_on(?)""")
                        .params(signInName, viewer.user(), record)
                        .query(UUID.class)
                        .optional()
                        .map(user -> append(sql, user, record, viewer.user(), reason))
                        .isPresent());
        if (set) {
            apart.forExclusion(record, viewer.user());
        }
        return set;
    }

    /** Lets somebody in again whom this viewer may decide on. */
    public void lift(Viewer viewer, UUID exclusion, String reason) {
        app.run(
                viewer.rights(),
                sql -> sql.sql("""
                        insert into access.exclusion_ended
                        select e.exclusion_id, ?, ?, ? from access.exclusion e
                         where e.exclusion_id = ? and e.user_id <> ? and access.decides_on(e.record_id)
                        on conflict do nothing""")
                        .params(now(), viewer.user(), reason, exclusion, viewer.user())
                        .update());
    }

    /** What a viewer declared; not what others set, which would say that there is something. */
    public List<Declared> own(Viewer viewer) {
        return app.read(
                Rights.of(viewer.user(), Set.of()),
                sql -> sql.sql("""
                        select e.record_id, e.from_at, e.reason from access.exclusion e
                         where e.user_id = ? and e.set_by = e.user_id
                           and not exists (select from access.exclusion_ended x where x.exclusion_id = e.exclusion_id)
                         order by e.from_at desc, e.record_id""")
                        .param(viewer.user())
                        .query((row, number) -> new Declared(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3)))
                        .list());
    }

    /** Who is shut out of records that this viewer decides on. */
    public List<Standing> standing(Viewer viewer) {
        return app.read(
                viewer.rights(),
                sql -> sql.sql("""
                        select e.exclusion_id, u.shown_name, e.record_id, e.from_at, e.reason
                          from access.exclusion e join access.person_user u using (user_id)
                         where e.user_id <> ? and access.decides_on(e.record_id)
                           and not exists (select from access.exclusion_ended x where x.exclusion_id = e.exclusion_id)
                         order by e.from_at, e.exclusion_id""")
                        .param(viewer.user())
                        .query((row, number) -> new Standing(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getString(5)))
                        .list());
    }

    private UUID append(JdbcClient sql, UUID user, UUID record, UUID by, String reason) {
        UUID id = UUID.randomUUID();
        sql.sql("insert into access.exclusion values (?, ?, ?, ?, ?, ?)")
                .params(id, user, record, by, now(), reason)
                .update();
        return id;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
