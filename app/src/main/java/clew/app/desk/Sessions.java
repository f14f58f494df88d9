package clew.app.desk;

import clew.app.store.AppTransactions;
import clew.app.store.Sealing;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.SessionRepository;

/**
 * The sessions, in the store: a restart keeps them and every server knows them. Of the number in the cookie only a hash is
 * stored, and what a session keeps is sealed, so that the table gives nobody a session or a name.
 *
 * <p>Of two requests of one session at once that both change what it keeps, the later one's changes stay. A session that was
 * deleted meanwhile stays deleted. Safe for use by several threads.
 */
public final class Sessions implements SessionRepository<OpenSession> {

    /** The attribute that says whose session it is, as a {@link UUID}. */
    public static final String USER = "clew.user";

    /** The attribute that says when its user signed in, as an {@link Instant}. */
    public static final String SIGNED_IN_AT = "clew.signed-in-at";

    // The time of last use is written at most this often; a session may end this much too early.
    private static final Duration TOLERANCE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final AppTransactions app;
    private final Sealing sealing;
    private final SessionTimes times;
    private final Clock clock;

    public Sessions(AppTransactions app, Sealing sealing, SessionTimes times, Clock clock) {
        this.app = app;
        this.sealing = sealing;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public OpenSession createSession() {
        return new OpenSession(times, clock.instant());
    }

    @Override
    public void save(OpenSession session) {
        byte[] body = session.body();
        String storedId = session.storedId();
        if (storedId == null) {
            insert(session, body);
        } else if (!session.isStoredAs(body)) {
            update(session, storedId, body);
        } else if (session.isStale(tolerance())) {
            touch(session);
        } else {
            return;
        }
        session.stored(body);
    }

    @Override
    public @Nullable OpenSession findById(String id) {
        byte[] hash = hash(id);
        return app.append(sql -> sql.sql(
                                "select made_at, last_at, body from desk.session where session_hash = ? and ends_at > ?")
                        .params(hash, timestamp(clock.instant()))
                        .query((row, number) -> session(id, hash, row))
                        .optional())
                .flatMap(found -> found)
                .orElse(null);
    }

    @Override
    public void deleteById(String id) {
        app.append(sql -> sql.sql("delete from desk.session where session_hash = ?")
                .param(hash(id))
                .update());
    }

    /** Ends the other sessions of a user: after a change of how they prove who they are. */
    public void endOthers(UUID user, String keptId) {
        app.append(sql -> sql.sql("delete from desk.session where user_id = ? and session_hash <> ?")
                .params(user, hash(keptId))
                .update());
    }

    /** The open sessions of a user, the one used last first. */
    public List<OwnSession> of(UUID user, String ownId) {
        byte[] own = hash(ownId);
        return app.append(sql -> sql.sql("""
                        select session_hash, made_at, last_at from desk.session where user_id = ? and ends_at > ?
                         order by last_at desc, session_hash""")
                .params(user, timestamp(clock.instant()))
                .query((row, number) -> new OwnSession(
                        HexFormat.of().formatHex(row.getBytes("session_hash")),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("last_at").toInstant(),
                        MessageDigest.isEqual(own, row.getBytes("session_hash"))))
                .list());
    }

    /** Ends one session of a user: nothing happens when it has ended or is somebody else's. */
    public void end(UUID user, String handle) {
        app.append(sql -> sql.sql("delete from desk.session where user_id = ? and encode(session_hash, 'hex') = ?")
                .params(user, handle)
                .update());
    }

    /** Whose session it was, for a day after it ended by itself; nobody's when its user signed out. */
    public Optional<UUID> whose(String id) {
        return app.append(sql -> sql.sql("select user_id from desk.session where session_hash = ?")
                .param(hash(id))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(user -> user));
    }

    public SessionTimes times() {
        return times;
    }

    /**
     * A session as its user sees it among their own.
     *
     * @param handle names it here; of no use in a cookie
     * @param lastUsed to half a minute
     */
    public record OwnSession(String handle, Instant started, Instant lastUsed, boolean thisOne) {}

    private Duration tolerance() {
        Duration tenth = times.idle().dividedBy(10);
        return tenth.compareTo(TOLERANCE) < 0 ? tenth : TOLERANCE;
    }

    private Optional<OpenSession> session(String id, byte[] hash, ResultSet row) throws SQLException {
        try {
            return Optional.of(new OpenSession(
                    times,
                    id,
                    row.getTimestamp("made_at").toInstant(),
                    row.getTimestamp("last_at").toInstant(),
                    sealing.open(belongsTo(hash), row.getBytes("body"))));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.info("A session of another version or key of Clew has ended: its user signs in again");
            return Optional.empty();
        }
    }

    private void insert(OpenSession session, byte[] body) {
        byte[] hash = hash(session.getId());
        app.append(sql -> sql.sql("""
                        insert into desk.session (session_hash, user_id, made_at, last_at, ends_at, body)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(hash)
                .param(session.<UUID>getAttribute(USER))
                .param(timestamp(session.getCreationTime()))
                .param(timestamp(session.getLastAccessedTime()))
                .param(timestamp(session.end()))
                .param(sealing.seal(belongsTo(hash), body))
                .update());
    }

    private void update(OpenSession session, String storedId, byte[] body) {
        byte[] hash = hash(session.getId());
        app.append(sql -> sql.sql("""
                        update desk.session set session_hash = ?, user_id = ?, last_at = ?, ends_at = ?, body = ?
                         where session_hash = ?""")
                .param(hash)
                .param(session.<UUID>getAttribute(USER))
                .param(timestamp(session.getLastAccessedTime()))
                .param(timestamp(session.end()))
                .param(sealing.seal(belongsTo(hash), body))
                .param(hash(storedId))
                .update());
    }

    private void touch(OpenSession session) {
        app.append(sql -> sql.sql("update desk.session set last_at = ?, ends_at = ? where session_hash = ?")
                .params(timestamp(session.getLastAccessedTime()), timestamp(session.end()), hash(session.getId()))
                .update());
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant);
    }

    private static String belongsTo(byte[] hash) {
        return "session " + HexFormat.of().formatHex(hash);
    }

    // A number of 256 random bits needs no salt and no slow hash.
    private static byte[] hash(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
