package clew.app.access;

import clew.app.access.Matrix.Reach;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Works out who is looking: the user as they are now, and the classes they see, in one query. Basic access is what the user's
 * own agency holds; standard access is what agencies of the user's areas show, whole where an agreement to share covers the user's purpose and else by a
 * pointer, and what is kept to the user's teams;
 * how far a user's roles reach stands in the {@link Matrix}. Records that they were let into come on top, and records that
 * they are shut out of are taken away last.
 */
public final class Viewers {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    static final String FIND = """
            with viewer as (
                select u.user_id, u.shown_name, u.agency_id, a.name as agency_name, a.partnership_id, u.roles
                  from access.person_user u join access.agency a using (agency_id)
                 where u.user_id = :user and u.ended_at is null),
            teams as (
                select m.team_id from access.team_member m
                 where m.user_id = :user and m.from_at <= :now and (m.until_at is null or m.until_at > :now)),
            areas as (
                select m.area_id from access.user_area m
                 where m.user_id = :user and m.from_at <= :now and (m.until_at is null or m.until_at > :now)
                union
                select t.area_id from teams join access.team_area t using (team_id)),
            closed as materialized (select access.my_closed_classes(:now) as class_id),
            given as materialized (
                select c.class_id, g.grant_id, g.kind, g.record_id
                  from access.granted g join access.class c on c.apart = g.record_id
                 where g.user_id = :user and g.from_at <= :now and g.until_at > :now
                   and not exists (select from access.grant_ended x where x.grant_id = g.grant_id and x.ended_at <= :now)
                   and c.class_id not in (select class_id from closed)),
            shown as materialized (
                select s.* from viewer v cross join lateral access.shown_to(v.agency_id, :today) s
                 where s.class_id not in (select class_id from closed))
            select v.*,
                   array(select team_id from teams) as teams,
                   array(select area_id from areas) as areas,
                   array(select class_id from shown where owner = v.agency_id) as own,
                   array(select class_id from shown
                          where shown_as = 'content' and owner in (select agency_id from areas join access.agency_area using (area_id))
                          order by class_id) as shared,
                   array(select owner from shown
                          where shown_as = 'content' and owner in (select agency_id from areas join access.agency_area using (area_id))
                          order by class_id) as owners,
                   array(select g.from_agency || ' ' || p.purpose
                           from viewer v cross join lateral access.agreed(v.agency_id, :today) g
                          cross join lateral unnest(coalesce(g.purposes, array['any'])) p (purpose)) as agreed,
                   array(select class_id from shown
                          where shown_as = 'pointer' and owner in (select agency_id from areas join access.agency_area using (area_id))
                            and class_id not in (select class_id from given)) as pointed,
                   array(select c.class_id from teams join access.class c on c.base = 'team:' || teams.team_id
                          where c.base like 'team:%' and c.class_id not in (select class_id from closed)) as of_teams,
                   array(select class_id from given) as given,
                   array(select distinct record_id || ' ' || kind || ' access ' || grant_id from given) as grants
              from viewer v""";

    private final AppTransactions app;
    private final Clock clock;

    public Viewers(AppTransactions app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    /**
     * The viewer, or none when the account has ended.
     *
     * @param chosen the name of the purpose they chose; null, or one that is not theirs: the first of their roles
     * @param secondFactorAt when they last proved a second factor; null when they did not
     */
    public Optional<Viewer> find(UUID user, @Nullable String chosen, @Nullable Instant secondFactorAt) {
        Instant now = clock.instant();
        return app.read(
                Rights.of(user, Set.of()),
                sql -> sql.sql(FIND)
                        .param("user", user)
                        .param("today", LocalDate.ofInstant(now, LONDON))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query((row, number) -> viewer(row, chosen, LocalDate.ofInstant(now, LONDON), secondFactorAt))
                        .optional());
    }

    private static Viewer viewer(
            ResultSet row, @Nullable String chosen, LocalDate today, @Nullable Instant secondFactorAt)
            throws SQLException {
        Set<Role> roles = roles((String[]) row.getArray("roles").getArray());
        Purpose purpose = purpose(roles, chosen, today);
        Shared shared = shared(row, purpose);
        return new Viewer(
                row.getObject("user_id", UUID.class),
                row.getString("shown_name"),
                row.getInt("agency_id"),
                row.getString("agency_name"),
                roles,
                purpose,
                Set.copyOf(numbers(row.getArray("teams"))),
                Set.copyOf(numbers(row.getArray("areas"))),
                secondFactorAt,
                classes(row, roles, shared),
                pointed(row, roles, shared),
                counted(row, roles, shared),
                grants((String[]) row.getArray("grants").getArray()));
    }

    /**
     * What other agencies show whole, as it stands for one purpose.
     *
     * @param whole classes that an agreement covers for the purpose
     * @param pointed those that none covers: a pointer is left of them
     */
    private record Shared(Set<Integer> whole, Set<Integer> pointed) {}

    private static Shared shared(ResultSet row, Purpose purpose) throws SQLException {
        Set<String> agreed = Set.of((String[]) row.getArray("agreed").getArray());
        List<Integer> classes = numbers(row.getArray("shared"));
        List<Integer> owners = numbers(row.getArray("owners"));
        Shared shared = new Shared(new TreeSet<>(), new TreeSet<>());
        for (int i = 0; i < classes.size(); i++) {
            boolean covered =
                    agreed.contains(owners.get(i) + " any") || agreed.contains(owners.get(i) + " " + purpose.name());
            (covered || owners.get(i).equals(row.getInt("agency_id")) ? shared.whole() : shared.pointed())
                    .add(classes.get(i));
        }
        return shared;
    }

    private static TreeSet<Integer> classes(ResultSet row, Set<Role> roles, Shared shared) throws SQLException {
        TreeSet<Integer> classes = new TreeSet<>();
        if (Matrix.SHIPPED.sees(roles, Reach.OWN_AGENCY)) {
            classes.addAll(numbers(row.getArray("own")));
            classes.addAll(numbers(row.getArray("of_teams")));
            classes.addAll(numbers(row.getArray("given")));
        }
        if (Matrix.SHIPPED.sees(roles, Reach.PARTNERSHIP)) {
            classes.addAll(shared.whole());
        }
        return classes;
    }

    private static TreeSet<Integer> pointed(ResultSet row, Set<Role> roles, Shared shared) throws SQLException {
        if (!Matrix.SHIPPED.sees(roles, Reach.PARTNERSHIP)) {
            return new TreeSet<>();
        }
        TreeSet<Integer> pointed = new TreeSet<>(numbers(row.getArray("pointed")));
        pointed.addAll(shared.pointed());
        pointed.removeAll(numbers(row.getArray("given")));
        return pointed;
    }

    private static TreeSet<Integer> counted(ResultSet row, Set<Role> roles, Shared shared) throws SQLException {
        TreeSet<Integer> counted = classes(row, roles, shared);
        if (Matrix.SHIPPED.sees(roles, Reach.FIGURES)) {
            counted.addAll(shared.whole());
        }
        return counted;
    }

    private static Map<UUID, String> grants(String... given) {
        Map<UUID, String> grants = new HashMap<>();
        Arrays.stream(given)
                .map(grant -> grant.split(" ", 2))
                .forEach(grant -> grants.put(UUID.fromString(grant[0]), grant[1]));
        return grants;
    }

    private static Purpose purpose(Collection<Role> roles, @Nullable String chosen, LocalDate today) {
        List<Purpose> allowed = Purpose.of(roles, today);
        return allowed.stream()
                .filter(purpose -> purpose.name().equals(chosen))
                .findFirst()
                .orElseGet(() -> allowed.stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "expected a purpose for " + roles + " on " + today + ", found none")));
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }

    static Set<Role> roles(String... words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(words)
                .map(word -> Role.valueOf(word.toUpperCase(Locale.ROOT)))
                .forEach(roles::add);
        return roles;
    }
}
