package clew.app.access;

import clew.app.store.EngineTransactions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Users as whoever runs a deployment lets them in, ends them, and helps them when a phone is lost. */
public final class Users {

    /** How long an invitation waits for its first sign-in. */
    public static final Duration INVITATION = Duration.ofDays(14);

    private static final int PASSWORD_BYTES = 15;

    private final EngineTransactions engine;
    private final Agencies agencies;

    public Users(EngineTransactions engine) {
        this.engine = engine;
        this.agencies = new Agencies(engine);
    }

    /**
     * A user who signs in by the provider: the first time with this address, which the provider must have verified.
     *
     * @param signInName in lower case
     */
    public UUID invite(int agency, String signInName, String shownName, String email, Role... roles) {
        UUID user = agencies.user(agency, signInName, shownName, Passwords.encoder(), newPassword(), roles);
        engine.run(sql -> {
            // Nobody knows that password, and nobody needs one.
            sql.sql("update access.person_user set password = null where user_id = ?")
                    .param(user)
                    .update();
            String address = email.strip().toLowerCase(Locale.ROOT);
            sql.sql("delete from access.invitation where used_at is null and (email = ? or user_id = ?)")
                    .params(address, user)
                    .update();
            sql.sql(
                            "insert into access.invitation (user_id, email, expires_at) values (?, ?, now() + make_interval(secs => ?))")
                    .params(user, address, INVITATION.toSeconds())
                    .update();
        });
        return user;
    }

    /** A user for evaluation; returns the password, which is kept nowhere. */
    public String local(int agency, String signInName, String shownName, Role... roles) {
        String password = newPassword();
        agencies.user(agency, signInName, shownName, Passwords.encoder(), password, roles);
        return password;
    }

    public Optional<UUID> find(String signInName) {
        return engine.in(sql -> sql.sql("select user_id from access.person_user where sign_in_name = ?")
                .param(signInName)
                .query(UUID.class)
                .optional());
    }

    /** Out with the next click, on every server; identities are unbound, so that coming back takes a new invitation. */
    public void end(UUID user) {
        engine.run(sql -> {
            sql.sql("update access.person_user set ended_at = now() where user_id = ? and ended_at is null")
                    .param(user)
                    .update();
            delete(sql, "identity", user);
            delete(sql, "invitation", user);
        });
    }

    /** Takes the second factor away from who lost phone and recovery codes; they set up a new one. */
    public void forgetSecondFactor(UUID user) {
        engine.run(sql -> {
            delete(sql, "recovery_code", user);
            delete(sql, "second_factor", user);
        });
    }

    private static void delete(JdbcClient sql, String table, UUID user) {
        sql.sql("delete from access." + table + " where user_id = ?")
                .param(user)
                .update();
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
