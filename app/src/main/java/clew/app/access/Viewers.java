package clew.app.access;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Works out who is looking: the user as they are now, and the classes they see. Those are all classes of the user's own agency
 * that are not hidden, and of the other agencies of the partnership what is shared with content and bears no restriction.
 */
public final class Viewers {

    private static final String FIND = """
            select u.user_id, u.shown_name, u.agency_id, a.name as agency_name, u.roles,
                   array(select c.class_id from access.class c join access.agency o using (agency_id)
                          where (c.agency_id = u.agency_id and c.handling <> 'hidden')
                             or (o.partnership_id = a.partnership_id and c.handling = 'content' and c.restriction = 'none')) as classes
              from access.person_user u join access.agency a using (agency_id)
             where u.user_id = ? and u.ended_at is null""";

    private final AppTransactions app;

    public Viewers(AppTransactions app) {
        this.app = app;
    }

    /** The viewer, or none when the account has ended. */
    public Optional<Viewer> find(UUID user) {
        return app.read(
                Rights.of(user, Set.of()),
                sql -> sql.sql(FIND)
                        .param(user)
                        .query((row, number) -> viewer(row))
                        .optional());
    }

    private static Viewer viewer(ResultSet row) throws SQLException {
        Set<Role> roles = roles((String[]) row.getArray("roles").getArray());
        List<Integer> classes = roles.stream().anyMatch(Role::seesRecords)
                ? Arrays.asList((Integer[]) row.getArray("classes").getArray())
                : List.of();
        return new Viewer(
                row.getObject("user_id", UUID.class),
                row.getString("shown_name"),
                row.getInt("agency_id"),
                row.getString("agency_name"),
                roles,
                Viewer.SAFEGUARDING,
                new TreeSet<>(classes));
    }

    static Set<Role> roles(String... words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(words)
                .map(word -> Role.valueOf(word.toUpperCase(Locale.ROOT)))
                .forEach(roles::add);
        return roles;
    }
}
