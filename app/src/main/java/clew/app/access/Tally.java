package clew.app.access;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts tries in the store, so that several servers count together. What is counted is stored as a keyed hash. A try is counted
 * before it is made: a hundred at once are not one. Safe for use by several threads.
 */
final class Tally {

    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final Rights NOBODY = Rights.of(new UUID(0, 0), Set.of());

    // Pause after the n-th try beyond those that are free: the first pause, doubled each time, up to the longest.
    private static final String TRY = """
            insert into access.tally as t (counted, tries, since, last_at) values (:counted, 1, :now, :now)
            on conflict (counted) do update
               set tries = case when t.last_at < :forgotten then 1 else t.tries + 1 end, last_at = :now
             where t.last_at < :forgotten or t.tries < :free
                or t.last_at + make_interval(secs => least(:longest, :first * power(2, least(t.tries - :free, 20)))) <= :now""";
    private static final String WINDOW = """
            insert into access.tally as t (counted, tries, since, last_at) values (:counted, 1, :now, :now)
            on conflict (counted) do update
               set tries = case when t.since <= :start then 1 else t.tries + 1 end,
                   since = case when t.since <= :start then :now else t.since end, last_at = :now
            returning tries""";

    private final AppTransactions app;
    private final SecretKeySpec key;
    private final Clock clock;

    /** @param key 32 bytes */
    Tally(AppTransactions app, byte[] key, Clock clock) {
        this.app = app;
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.clock = clock;
    }

    /**
     * What is counted, and how it slows down.
     *
     * @param of what, such as a name
     * @param free tries before the first pause
     * @param first pause; each further try doubles it
     * @param longest pause
     */
    record Counter(String of, int free, Duration first, Duration longest) {}

    /** Counts a try with each counter, or with none when one of them pauses; then it is not to be made. */
    boolean mayTry(List<Counter> counters) {
        try {
            app.run(NOBODY, sql -> counters.forEach(counter -> count(sql, counter)));
            return true;
        } catch (Paused e) {
            return false;
        }
    }

    /** The try was good: these start anew. */
    void forget(List<Counter> counters) {
        app.run(
                NOBODY,
                sql -> counters.forEach(counter -> sql.sql("delete from access.tally where counted = ?")
                        .param(hash(counter.of()))
                        .update()));
    }

    /** The try was good: this one is taken back, and earlier ones stay. */
    void takeBack(Counter counter) {
        app.append(sql -> sql.sql("update access.tally set tries = greatest(tries - 1, 0) where counted = ?")
                .param(hash(counter.of()))
                .update());
    }

    /** Counts one, and returns how many there were since the window began. */
    int countWithin(Duration window, String of) {
        Instant now = clock.instant();
        return app.append(sql -> sql.sql(WINDOW)
                .param("counted", hash(of))
                .param("now", Timestamp.from(now))
                .param("start", Timestamp.from(now.minus(window)))
                .query(Integer.class)
                .single());
    }

    private void count(JdbcClient sql, Counter counter) {
        Instant now = clock.instant();
        int counted = sql.sql(TRY)
                .param("counted", hash(counter.of()))
                .param("now", Timestamp.from(now))
                .param("forgotten", Timestamp.from(now.minus(FORGOTTEN)))
                .param("free", counter.free())
                .param("first", (double) counter.first().toSeconds())
                .param("longest", (double) counter.longest().toSeconds())
                .update();
        if (counted == 0) {
            throw new Paused();
        }
    }

    private byte[] hash(String of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(of.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Paused extends RuntimeException {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Paused() {
            super("paused", null, false, false);
        }
    }
}
