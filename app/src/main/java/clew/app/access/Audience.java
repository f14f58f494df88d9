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

/**
 * Who may see a record, as far as a viewer may know: nothing is said of a record that they may not see, nor of who is shut out.
 * Reads as {@code clew_app} with the rights given.
 */
public final class Audience {

    private final AppTransactions app;
    private final Clock clock;

    Audience(AppTransactions app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    /**
     * How one record is kept.
     *
     * @param shape of the record
     * @param agency that owns it
     * @param handling what other agencies see: {@code content}, {@code pointer} or {@code hidden}
     * @param base to whom it is kept: {@code none}, {@code subject}, {@code team:1} ...
     * @param own whether the viewer belongs to that agency
     * @param decides whether the viewer decides on access to it
     */
    public record Kept(
            UUID record, String shape, String agency, String handling, String base, boolean own, boolean decides) {}

    /** Somebody who was let in, and until when; only those who decide on the record are told. */
    public record LetIn(UUID grant, String user, String agency, String kind, UUID record, Instant until) {}

    /** The records that the viewer may see, by agency. */
    public List<Kept> of(Rights rights, Viewer viewer, Collection<UUID> records) {
        return app.read(
                rights,
                sql -> sql.sql("""
                        select h.record_id, h.shape, a.name, c.handling, c.base, c.agency_id = ? as own, access.decides_on(h.record_id) as decides
                          from records.current h join access.class c using (class_id) join access.agency a on a.agency_id = c.agency_id
                         where h.record_id = any (?::uuid[])
                         order by a.name, h.record_id""")
                        .params(viewer.agency(), array(records))
                        .query((row, number) -> new Kept(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBoolean(6),
                                row.getBoolean(7)))
                        .list());
    }

    /** Who is let into these records now, besides the viewer. */
    public List<LetIn> letIn(Rights rights, Viewer viewer, Collection<UUID> records) {
        return app.read(
                rights,
                sql -> sql.sql("""
                        select g.grant_id, u.shown_name, a.name, g.kind, g.record_id, g.until_at
                          from access.granted g join access.person_user u using (user_id) join access.agency a using (agency_id)
                         where g.record_id = any (?::uuid[]) and g.until_at > ? and g.user_id <> ? and access.decides_on(g.record_id)
                           and not exists (select from access.grant_ended x where x.grant_id = g.grant_id)
                         order by g.until_at, g.grant_id""")
                        .params(array(records), clock.instant().atOffset(ZoneOffset.UTC), viewer.user())
                        .query((row, number) -> new LetIn(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, UUID.class),
                                row.getObject(6, OffsetDateTime.class).toInstant()))
                        .list());
    }

    /** The names of the teams and areas in which the viewer works today. */
    public List<String> places(Viewer viewer) {
        return app.read(
                Rights.of(viewer.user(), Set.of()),
                sql -> sql.sql("""
                        select 'Area: ' || name from access.area where area_id = any (?::int[])
                        union all select 'Team: ' || name from access.team where team_id = any (?::int[]) order by 1""")
                        .params(array(viewer.areas()), array(viewer.teams()))
                        .query(String.class)
                        .list());
    }

    private static String array(Collection<?> values) {
        return values.toString().replace('[', '{').replace(']', '}');
    }
}
