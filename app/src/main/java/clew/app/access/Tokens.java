package clew.app.access;

import clew.app.store.EngineTransactions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** Tokens of machines, as whoever runs a deployment makes and ends them. A token is shown once; its hash alone is kept. */
public final class Tokens {

    /** The longest that one is good for. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int BYTES = 32;

    private final EngineTransactions engine;

    public Tokens(EngineTransactions engine) {
        this.engine = engine;
    }

    /**
     * A user of an agency for a machine, made where new, and a token of theirs. They have no password: nobody signs in as them.
     *
     * @param life how long the token is good, at most {@link #LONGEST}
     * @return the token
     */
    public String make(int agency, String name, String shown, Duration life, Role... roles) {
        UUID user = new Agencies(engine).user(agency, name, shown, Passwords.encoder(), newToken(), roles);
        engine.run(sql -> sql.sql("update access.person_user set password = null where user_id = ?")
                .param(user)
                .update());
        return give(user, life);
    }

    /** A token for somebody who is there: whoever sends it may do what they may. */
    public String give(UUID user, Duration life) {
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("expected a life of 1 to 366 days, found " + life);
        }
        String token = newToken();
        engine.run(sql -> sql.sql(
                        "insert into access.api_token (user_id, token_hash, expires_at) values (?, ?, now() + make_interval(secs => ?))")
                .params(user, TokenHash.of(token), life.toSeconds())
                .update());
        return token;
    }

    private static String newToken() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return "clew_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Ends all tokens of a user: the next call with one is refused, on every server. */
    public void end(UUID user) {
        engine.run(sql -> sql.sql("update access.api_token set ended_at = now() where user_id = ? and ended_at is null")
                .param(user)
                .update());
    }
}
