package clew.app.api;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.app.store.Sealing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Replies to calls with an idempotency key, kept sealed for a week: the same key and body get the same reply, and nothing is done twice; the same key with another body
 * is refused. What fails is not kept, and can be called again.
 */
final class AnsweredCalls {

    static final Duration KEPT = Duration.ofDays(7);

    private final AppTransactions app;
    private final Sealing sealing;
    private final Clock clock;

    /** @param key 32 bytes */
    AnsweredCalls(AppTransactions app, byte[] key, Clock clock) {
        this.app = app;
        this.sealing = new Sealing(key);
        this.clock = clock;
    }

    /**
     * A reply.
     *
     * @param status of it
     * @param body as JSON
     */
    record Reply(int status, String body) {}

    private record Kept(byte[] hash, @Nullable Integer status, byte @Nullable [] reply) {}

    /**
     * The reply to a call: the one that was given before, or that of the work.
     *
     * @param key null or blank: the work is done whatever was done before
     * @param body of the call
     */
    Reply to(Rights rights, @Nullable String key, String body, Supplier<Reply> work) {
        if (key == null || key.isBlank()) {
            return work.get();
        }
        byte[] hash = sha256(body);
        Rights own = Rights.of(rights.user(), java.util.Set.of());
        if (!begin(own, key, hash)) {
            return repeated(own, key, hash);
        }
        try {
            Reply reply = work.get();
            if (reply.status() < 300) {
                keep(own, key, reply);
            } else {
                forget(own, key);
            }
            return reply;
        } catch (RuntimeException e) {
            forget(own, key);
            throw e;
        }
    }

    private boolean begin(Rights own, String key, byte[] hash) {
        return app.<Integer>write(own, sql -> {
                    sql.sql(
                                    "delete from desk.answered_call where call_key = ? and (ends_at < ? or status is null and made_at < ?)")
                            .params(key, at(Duration.ZERO), at(Duration.ofMinutes(-5)))
                            .update();
                    return sql.sql(
                                    "insert into desk.answered_call (user_id, call_key, body_hash, ends_at) values (?, ?, ?, ?)"
                                            + " on conflict do nothing")
                            .params(own.user(), key, hash, at(KEPT))
                            .update();
                })
                == 1;
    }

    private Reply repeated(Rights own, String key, byte[] hash) {
        Optional<Kept> kept = app.read(own, sql -> kept(sql, key));
        if (kept.isEmpty()) {
            return problem(409, "busy", "The same call is being answered: try again");
        }
        if (!MessageDigest.isEqual(kept.get().hash, hash)) {
            return problem(422, "key-used", "This idempotency key was used with another body");
        }
        Integer status = kept.get().status;
        byte[] reply = kept.get().reply;
        return status == null || reply == null
                ? problem(409, "busy", "The same call is being answered: try again")
                : new Reply(
                        status, new String(sealing.open(belongsTo(own.user(), key), reply), StandardCharsets.UTF_8));
    }

    private static Optional<Kept> kept(JdbcClient sql, String key) {
        return sql.sql("select body_hash, status, reply from desk.answered_call where call_key = ?")
                .param(key)
                .query((row, number) -> new Kept(row.getBytes(1), row.getObject(2, Integer.class), row.getBytes(3)))
                .optional();
    }

    private void keep(Rights own, String key, Reply reply) {
        byte[] sealed = sealing.seal(belongsTo(own.user(), key), reply.body().getBytes(StandardCharsets.UTF_8));
        app.run(
                own,
                sql -> sql.sql("update desk.answered_call set status = ?, reply = ? where call_key = ?")
                        .params(reply.status(), sealed, key)
                        .update());
    }

    private void forget(Rights own, String key) {
        app.run(
                own,
                sql -> sql.sql("delete from desk.answered_call where call_key = ?")
                        .param(key)
                        .update());
    }

    private java.time.OffsetDateTime at(Duration later) {
        return clock.instant().plus(later).atOffset(ZoneOffset.UTC);
    }

    private static Reply problem(int status, String kind, String title) {
        return new Reply(
                status,
                "{\"type\":\"urn:clew:problem:%s\",\"title\":\"%s\",\"status\":%d,\"errors\":[]}"
                        .formatted(kind, title, status));
    }

    private static String belongsTo(UUID user, String key) {
        return user + " " + key;
    }

    private static byte[] sha256(String body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected a platform with SHA-256, found none", e);
        }
    }
}
