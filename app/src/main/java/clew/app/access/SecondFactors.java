package clew.app.access;

import clew.app.access.Tally.Counter;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.app.store.Sealing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The second factor of users: an authenticator app, and recovery codes on paper for when it is lost. The app's key is sealed in the
 * store; of recovery codes only a keyed hash is kept, and each is good once. A code of the app is taken once, and none before it.
 */
public final class SecondFactors {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_BYTES = 10;
    private static final int RECOVERY_CODES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AppTransactions app;
    private final Sealing sealing;
    private final SecretKeySpec recoveryKey;
    private final Tally tally;
    private final Clock clock;

    SecondFactors(AppTransactions app, byte[] key, Tally tally, Clock clock) {
        this.app = app;
        this.sealing = new Sealing(key);
        this.recoveryKey = new SecretKeySpec(key, "HmacSHA256");
        this.tally = tally;
        this.clock = clock;
    }

    /** How a try with a code ended. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** Too many were wrong lately: it was not tried. */
        PAUSED
    }

    /**
     * The key for an authenticator app.
     *
     * @param typed to type into the app, in groups of four
     * @param link that opens the app where it is on this device
     */
    public record Key(String typed, String link) {}

    /** Whether a user has one that was confirmed. */
    public boolean isOn(UUID user) {
        return read(
                user,
                sql -> sql.sql("select 1 from access.second_factor where user_id = ? and confirmed_at is not null")
                        .param(user)
                        .query(Integer.class)
                        .optional()
                        .isPresent());
    }

    /** How many recovery codes a user has left. */
    public int recoveryCodesLeft(UUID user) {
        return read(
                user,
                sql -> sql.sql("select count(*) from access.recovery_code where user_id = ? and used_at is null")
                        .param(user)
                        .query(Integer.class)
                        .single());
    }

    /**
     * A new key, which counts only once a code of it was typed. One that is begun is shown again, so that the page can be opened
     * twice; one that is on is never shown, and nothing is returned.
     *
     * @param account what the app calls it
     */
    public Optional<Key> begin(UUID user, String account) {
        return write(user, sql -> {
            sql.sql("insert into access.second_factor (user_id, secret) values (?, ?) on conflict (user_id) do nothing")
                    .params(user, sealing.seal(belongsTo(user), random(SECRET_BYTES)))
                    .update();
            return secret(sql, user, false).map(secret -> key(secret, account));
        });
    }

    /** Confirms a key by a code of it, and returns the recovery codes, which are shown this once; empty when the code is wrong. */
    public List<String> confirm(UUID user, String code) {
        if (!tally.mayTry(List.of(counter(user))) || !taken(user, code, false)) {
            return List.of();
        }
        tally.forget(List.of(counter(user)));
        List<String> codes = Stream.generate(() -> Base32.of(random(RECOVERY_BYTES)))
                .limit(RECOVERY_CODES)
                .toList();
        write(user, sql -> {
            sql.sql("update access.second_factor set confirmed_at = now() where user_id = ?")
                    .param(user)
                    .update();
            sql.sql("delete from access.recovery_code where user_id = ?")
                    .param(user)
                    .update();
            codes.forEach(each -> sql.sql("insert into access.recovery_code (user_id, code_hash) values (?, ?)")
                    .params(user, hash(user, each))
                    .update());
            return codes.size();
        });
        return codes.stream().map(Base32::spaced).toList();
    }

    /** Whether this is a code of the user's app that was not used yet, or a recovery code, which is used up by it. */
    public Outcome check(UUID user, String typed) {
        if (!tally.mayTry(List.of(counter(user)))) {
            return Outcome.PAUSED;
        }
        String code = typed.replaceAll("[\\s-]", "");
        boolean right = code.matches("\\d{6}") ? taken(user, code, true) : isUsedUp(user, code);
        if (right) {
            tally.forget(List.of(counter(user)));
        }
        return right ? Outcome.RIGHT : Outcome.WRONG;
    }

    /** Takes it away, with its recovery codes. */
    public void remove(UUID user) {
        write(user, sql -> {
            sql.sql("delete from access.recovery_code where user_id = ?")
                    .param(user)
                    .update();
            return sql.sql("delete from access.second_factor where user_id = ?")
                    .param(user)
                    .update();
        });
    }

    // One statement takes the step: of two requests with the same code only one finds it unused.
    private boolean taken(UUID user, String code, boolean confirmed) {
        Instant now = clock.instant();
        return write(user, sql -> {
            OptionalLong step = secret(sql, user, confirmed)
                    .map(secret -> new TimeCode(secret).stepOf(code.replaceAll("[\\s-]", ""), now))
                    .orElse(OptionalLong.empty());
            return step.isPresent()
                    && sql.sql("update access.second_factor set last_step = ? where user_id = ? and last_step < ?")
                                    .params(step.getAsLong(), user, step.getAsLong())
                                    .update()
                            == 1;
        });
    }

    private boolean isUsedUp(UUID user, String code) {
        return write(
                user,
                sql -> sql.sql(
                                        "update access.recovery_code set used_at = now() where user_id = ? and code_hash = ? and used_at is null")
                                .params(user, hash(user, code.toUpperCase(java.util.Locale.ROOT)))
                                .update()
                        == 1);
    }

    private Optional<byte[]> secret(JdbcClient sql, UUID user, boolean confirmed) {
        return sql.sql("select secret from access.second_factor where user_id = ? and (confirmed_at is not null) = ?")
                .params(user, confirmed)
                .query((row, number) -> sealing.open(belongsTo(user), row.getBytes(1)))
                .optional();
    }

    private static Key key(byte[] secret, String account) {
        String text = Base32.of(secret);
        return new Key(
                Base32.spaced(text),
                "otpauth://totp/Clew:" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "?secret=" + text
                        + "&issuer=Clew");
    }

    private static Counter counter(UUID user) {
        return new Counter("second factor of " + user, 5, Duration.ofSeconds(30), Duration.ofMinutes(15));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    private static String belongsTo(UUID user) {
        return "second factor " + user;
    }

    // 80 random bits cannot be tried one by one: a keyed hash is enough, and needs no slow one.
    private byte[] hash(UUID user, String code) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(recoveryKey);
            return mac.doFinal((user + " " + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(UUID user, Function<JdbcClient, T> work) {
        return app.read(Rights.of(user, Set.of()), work);
    }

    private <T> T write(UUID user, Function<JdbcClient, T> work) {
        return app.write(Rights.of(user, Set.of()), work);
    }
}
