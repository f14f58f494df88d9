package clew.app.access;

import clew.app.store.EngineTransactions;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Partnerships, agencies, classes and users, as the deployment's commands set them up. Each call is idempotent by its key. */
public final class Agencies {

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

    /** The id of a partnership, made where there is none of that slug. */
    public int partnership(String slug, String name) {
        return engine.in(sql -> {
            sql.sql("insert into access.partnership (slug, name) values (?, ?) on conflict do nothing")
                    .params(slug, name)
                    .update();
            return id(sql, "select partnership_id from access.partnership where slug = ?", slug);
        });
    }

    /** The id of an agency, made, with its class for shared content, where there is none of that slug. */
    public int agency(int partnership, String slug, String name, Kind kind) {
        return engine.in(sql -> {
            sql.sql(
                            "insert into access.agency (partnership_id, slug, name, kind) values (?, ?, ?, ?) on conflict do nothing")
                    .params(partnership, slug, name, kind.name().toLowerCase(java.util.Locale.ROOT))
                    .update();
            int agency = id(sql, "select agency_id from access.agency where slug = ?", slug);
            classOf(sql, agency, Handling.CONTENT, "none");
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
     * A local user, made or brought up to date.
     *
     * @param signInName in lower case
     * @param password in clear; only its hash is kept
     */
    public UUID user(
            int agency, String signInName, String shownName, PasswordEncoder encoder, String password, Role... roles) {
        String[] words = Arrays.stream(roles)
                .map(role -> role.name().toLowerCase(java.util.Locale.ROOT))
                .toArray(String[]::new);
        return engine.in(sql -> sql.sql("""
                        insert into access.person_user (agency_id, sign_in_name, shown_name, roles, password)
                        values (?, ?, ?, ?, ?)
                        on conflict (sign_in_name) do update
                           set agency_id = excluded.agency_id, shown_name = excluded.shown_name, roles = excluded.roles,
                               password = excluded.password, ended_at = null
                        returning user_id""")
                .params(agency, signInName, shownName, words, encoder.encode(password))
                .query(UUID.class)
                .single());
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
