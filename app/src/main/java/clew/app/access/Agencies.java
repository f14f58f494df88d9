package clew.app.access;

import clew.app.store.EngineTransactions;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Partnerships, agencies, classes and users, as the deployment's commands set them up. Each call is idempotent by its key. */
public final class Agencies {

    private static final String WHOLE_PARTNERSHIP = """
            insert into access.agency_area
            select a.agency_id, r.area_id
              from access.agency a join access.partnership p using (partnership_id)
              join access.area r on r.partnership_id = p.partnership_id and r.slug = p.slug
             where a.agency_id = ? and not exists (select from access.agency_area g where g.agency_id = a.agency_id)""";
    private static final String ALL_AREAS_OF_AGENCY = """
            insert into access.user_area (user_id, area_id, from_at)
            select u.user_id, g.area_id, '-infinity'
              from access.person_user u join access.agency_area g using (agency_id)
             where u.user_id = ? and not exists (select from access.user_area a where a.user_id = u.user_id)""";

    /** An agency joins under the agreement of the partnership, which is to be renewed within a year. */
    private static final String UNDER_THE_PARTNERSHIP = """
            insert into access.agreement (from_agency, reference, basis, signed_by, holds_from, holds_until)
            select ?, 'the agreement under which it joined the partnership', 'to be stated when it is renewed', 'the deployment', current_date, current_date + 365
             where not exists (select from access.agreement where from_agency = ?)""";

    private final EngineTransactions engine;

    public Agencies(EngineTransactions engine) {
        this.engine = engine;
    }

    /** How a row may be handled by agencies that do not own it. */
    public enum Handling {
        /** Shown whole. */
        CONTENT,
        /** Shown as: this agency knows something, call them. */
        POINTER,
        /** Not shown at all. */
        HIDDEN;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What an agency is, in the words of the table. */
    public enum Kind {
        POLICE,
        SOCIAL_CARE,
        HEALTH,
        EDUCATION,
        LICENSING,
        CHARITY,
        YOUTH_JUSTICE,
        OTHER
    }

    /** The id of a partnership, made, as one area of its own, where there is none of that slug. */
    public int partnership(String slug, String name) {
        return engine.in(sql -> {
            sql.sql("insert into access.partnership (slug, name) values (?, ?) on conflict do nothing")
                    .params(slug, name)
                    .update();
            int partnership = id(sql, "select partnership_id from access.partnership where slug = ?", slug);
            area(sql, partnership, slug, name);
            return partnership;
        });
    }

    /** The id of an agency, made, with its class for shared content, at work in the whole partnership and sharing with it for a year, where there is none of that slug. */
    public int agency(int partnership, String slug, String name, Kind kind) {
        return engine.in(sql -> {
            sql.sql(
                            "insert into access.agency (partnership_id, slug, name, kind) values (?, ?, ?, ?) on conflict do nothing")
                    .params(partnership, slug, name, kind.name().toLowerCase(java.util.Locale.ROOT))
                    .update();
            int agency = id(sql, "select agency_id from access.agency where slug = ?", slug);
            classOf(sql, agency, Handling.CONTENT, "none");
            sql.sql(WHOLE_PARTNERSHIP).param(agency).update();
            sql.sql(UNDER_THE_PARTNERSHIP).params(agency, agency).update();
            return agency;
        });
    }

    /** The id of the agency of that slug. */
    public Optional<Integer> find(String slug) {
        return engine.in(sql -> sql.sql("select agency_id from access.agency where slug = ?")
                .param(slug)
                .query(Integer.class)
                .optional());
    }

    /**
     * The class of rows of that owner, handling and restriction, made where there is none.
     *
     * @param restriction {@code none}, or the word of a restriction
     */
    public int classOf(int agency, Handling handling, String restriction) {
        return engine.in(sql -> classOf(sql, agency, handling, restriction));
    }

    /**
     * A local user, made or brought up to date; a new one works in all areas of the agency.
     *
     * @param signInName in lower case
     * @param password in clear; only its hash is kept
     */
    public UUID user(
            int agency, String signInName, String shownName, PasswordEncoder encoder, String password, Role... roles) {
        String[] words = Arrays.stream(roles).map(Role::word).toArray(String[]::new);
        return engine.in(sql -> {
            UUID user = sql.sql("""
                            insert into access.person_user (agency_id, sign_in_name, shown_name, roles, password)
                            values (?, ?, ?, ?, ?)
                            on conflict (sign_in_name) do update
                               set agency_id = excluded.agency_id, shown_name = excluded.shown_name, roles = excluded.roles,
                                   password = excluded.password, ended_at = null
                            returning user_id""")
                    .params(agency, signInName, shownName, words, encoder.encode(password))
                    .query(UUID.class)
                    .single();
            sql.sql(ALL_AREAS_OF_AGENCY).param(user).update();
            return user;
        });
    }

    /** The id of an area of a partnership, made where there is none of that slug. */
    public int area(int partnership, String slug, String name) {
        return engine.in(sql -> area(sql, partnership, slug, name));
    }

    /** The id of an area of an agency's partnership. */
    public Optional<Integer> findArea(int agency, String slug) {
        return engine.in(sql -> sql.sql(
                        "select r.area_id from access.area r join access.agency a using (partnership_id) where a.agency_id = ? and r.slug = ?")
                .params(agency, slug)
                .query(Integer.class)
                .optional());
    }

    /** The id of the partnership of an agency. */
    public int partnershipOf(int agency) {
        return engine.in(sql -> sql.sql("select partnership_id from access.agency where agency_id = ?")
                .param(agency)
                .query(Integer.class)
                .single());
    }

    /** From now on the records of an agency are about these areas and no others. */
    public void covers(int agency, int... areas) {
        engine.run(sql -> {
            sql.sql("delete from access.agency_area where agency_id = ?")
                    .param(agency)
                    .update();
            for (int area : areas) {
                sql.sql("insert into access.agency_area values (?, ?)")
                        .params(agency, area)
                        .update();
            }
        });
    }

    /** From now on a user works in these areas and no others. */
    public void worksIn(UUID user, int... areas) {
        engine.run(sql -> {
            sql.sql(
                            "update access.user_area set until_at = greatest(from_at, now()) where user_id = ? and until_at is null")
                    .param(user)
                    .update();
            for (int area : areas) {
                sql.sql("insert into access.user_area (user_id, area_id, from_at) values (?, ?, clock_timestamp())")
                        .params(user, area)
                        .update();
            }
        });
    }

    /** The id of a team of an agency, made where there is none of that slug. */
    public int team(int agency, String slug, String name) {
        return engine.in(sql -> {
            sql.sql("insert into access.team (agency_id, slug, name) values (?, ?, ?) on conflict do nothing")
                    .params(agency, slug, name)
                    .update();
            return sql.sql("select team_id from access.team where agency_id = ? and slug = ?")
                    .params(agency, slug)
                    .query(Integer.class)
                    .single();
        });
    }

    /** From now on a team works in these areas too, and with it whoever is in it. */
    public void teamWorksIn(int team, int... areas) {
        engine.run(sql -> {
            for (int area : areas) {
                sql.sql("insert into access.team_area values (?, ?) on conflict do nothing")
                        .params(team, area)
                        .update();
            }
        });
    }

    /** A user joins a team, unless they are in it. */
    public void joins(UUID user, int team) {
        engine.run(sql -> sql.sql("""
                        insert into access.team_member (team_id, user_id, from_at)
                        select ?, ?, clock_timestamp() where not exists (
                            select from access.team_member where team_id = ? and user_id = ? and until_at is null)""").params(team, user, team, user).update());
    }

    /** A user leaves a team. */
    public void leaves(UUID user, int team) {
        engine.run(sql -> sql.sql(
                        "update access.team_member set until_at = clock_timestamp() where team_id = ? and user_id = ? and until_at is null")
                .params(team, user)
                .update());
    }

    /** Says that this agency hosts the hub, so that its supervisors decide on requests for the partnership. */
    public void hostsTheHub(int agency) {
        engine.run(sql -> sql.sql("update access.agency set hub = true where agency_id = ?")
                .param(agency)
                .update());
    }

    private static int area(JdbcClient sql, int partnership, String slug, String name) {
        sql.sql("insert into access.area (partnership_id, slug, name) values (?, ?, ?) on conflict do nothing")
                .params(partnership, slug, name)
                .update();
        return sql.sql("select area_id from access.area where partnership_id = ? and slug = ?")
                .params(partnership, slug)
                .query(Integer.class)
                .single();
    }

    private static int classOf(JdbcClient sql, int agency, Handling handling, String restriction) {
        sql.sql("insert into access.class (agency_id, handling, restriction) values (?, ?, ?) on conflict do nothing")
                .params(agency, handling.word(), restriction)
                .update();
        return sql.sql("select class_id from access.class where agency_id = ? and handling = ? and restriction = ?")
                .params(agency, handling.word(), restriction)
                .query(Integer.class)
                .single();
    }

    private static int id(JdbcClient sql, String query, String slug) {
        return sql.sql(query).param(slug).query(Integer.class).single();
    }
}
