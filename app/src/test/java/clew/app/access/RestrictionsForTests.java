package clew.app.access;

import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What users are shown and may lift, for tests in other rooms. */
public final class RestrictionsForTests {

    // Whether the stored persons of a component may be used shows in the last two, and in no page: where not, they are
    // worked out of what shows.
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'v') and not c.relispartition and n.nspname in ('records', 'picture', 'decisions', 'access', 'register')
               and has_table_privilege('clew_app', c.oid, 'select')
               and (n.nspname, c.relname) not in (('records', 'import'), ('picture', 'built'), ('access', 'class'),
                   ('picture', 'component'), ('picture', 'held_persons'))
             order by 1""";

    private final DatabaseForTests database;
    private final Viewers viewers;
    private final Restrictions restrictions;

    public RestrictionsForTests(DatabaseForTests database) {
        this.database = database;
        this.viewers = new Viewers(database.app(), Clock.systemUTC());
        this.restrictions = new Restrictions(database.app(), new Apart(database.engine()));
    }

    /** The restricted records that a user is told of. */
    public List<UUID> restrictedFor(UUID user) {
        return restrictions.here(viewer(user)).stream()
                .map(Restrictions.Restricted::record)
                .toList();
    }

    public boolean lift(UUID user, UUID record) {
        return restrictions.lift(viewer(user), record, "not who it was taken for");
    }

    /** The records that show. */
    public List<UUID> records(UUID user) {
        return database.app()
                .read(
                        rights(user),
                        sql -> sql.sql("select record_id from picture.record")
                                .query(UUID.class)
                                .list());
    }

    /** How many exclusions a user reads of. */
    public long exclusionsToldTo(UUID user) {
        return database.app()
                .read(
                        rights(user),
                        sql -> sql.sql("select count(*) from access.exclusion")
                                .query(Long.class)
                                .single());
    }

    /** A digest of the rows that each table returns. */
    public Map<String, String> everything(UUID user) {
        return database.app().read(rights(user), sql -> {
            Map<String, String> seen = new TreeMap<>();
            for (String table : sql.sql(TABLES).query(String.class).list()) {
                seen.put(
                        table,
                        sql.sql(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                                + table + " t")
                                .query(String.class)
                                .single());
            }
            return seen;
        });
    }

    private Rights rights(UUID user) {
        return viewer(user).rights();
    }

    private Viewer viewer(UUID user) {
        return viewers.find(user, null, null).orElseThrow();
    }
}
