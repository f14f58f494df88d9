package clew.app.desk;

import clew.app.desk.Draft.Field;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.app.store.Sealing;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What users typed and have not sent: sealed, each for its own user, for three days. Row-level security shows nobody another's. */
public final class Drafts {

    /** How long a draft is kept after it was last saved. */
    public static final Duration KEPT = Duration.ofDays(3);

    private static final int MOST = 20;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LATE = "late";
    private static final String TYPING = "typing";

    private final AppTransactions app;
    private final Sealing sealing;
    private final SecretKeySpec naming;

    /** @param key 32 bytes */
    public Drafts(AppTransactions app, byte[] key) {
        this.app = app;
        this.sealing = new Sealing(key);
        this.naming = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Keeps what came too late; the oldest beyond twenty go. */
    public UUID keepLate(UUID user, String address, List<Field> fields) {
        return keep(UUID.randomUUID(), user, LATE, address, fields);
    }

    /** Keeps what is being typed, in place of what was kept for this form before. */
    public UUID keepTyping(UUID user, String address, List<Field> fields) {
        return keep(ofForm(user, address), user, TYPING, address, fields);
    }

    /** Those of a user, the latest first. */
    public List<Draft> of(UUID user) {
        return app.read(
                Rights.of(user, Set.of()),
                sql -> sql.sql("""
                                select draft_id, kind, sealed, saved_at from desk.draft
                                 where sealed is not null and expires_at > now() order by saved_at desc""").query((row, number) -> draft(row)).list());
    }

    public Optional<Draft> find(UUID user, UUID id) {
        return of(user).stream().filter(draft -> draft.id().equals(id)).findFirst();
    }

    /** The latest that came too late. */
    public Optional<Draft> late(UUID user) {
        return of(user).stream().filter(Draft::late).findFirst();
    }

    public void drop(UUID user, UUID id) {
        app.run(
                Rights.of(user, Set.of()),
                sql -> sql.sql("delete from desk.draft where draft_id = ?")
                        .param(id)
                        .update());
    }

    /** The form was sent: what was kept while it was typed goes. */
    public void sent(UUID user, String address) {
        drop(user, ofForm(user, address));
    }

    private UUID keep(UUID id, UUID user, String kind, String address, List<Field> fields) {
        byte[] body = JSON.writeValueAsBytes(new Body(address, fields));
        app.run(Rights.of(user, Set.of()), sql -> {
            sql.sql("""
                            insert into desk.draft (draft_id, user_id, kind, sealed, expires_at)
                            values (?, ?, ?, ?, now() + make_interval(secs => ?))
                            on conflict (draft_id) do update
                               set sealed = excluded.sealed, saved_at = now(), expires_at = excluded.expires_at""")
                    .params(id, user, kind, sealing.seal(belongsTo(id), body), KEPT.toSeconds())
                    .update();
            forgetOldest(sql);
        });
        return id;
    }

    private static void forgetOldest(JdbcClient sql) {
        sql.sql("""
                        delete from desk.draft where draft_id in
                               (select draft_id from desk.draft where sealed is not null order by saved_at desc offset ?)""").param(MOST).update();
    }

    private Draft draft(ResultSet row) throws SQLException {
        UUID id = row.getObject("draft_id", UUID.class);
        Body body = JSON.readValue(sealing.open(belongsTo(id), row.getBytes("sealed")), Body.class);
        return new Draft(
                id,
                row.getString("kind").equals(LATE),
                body.address(),
                body.fields(),
                row.getTimestamp("saved_at").toInstant());
    }

    private static String belongsTo(UUID id) {
        return "draft " + id;
    }

    // One draft a form and user: its id follows from both, by a key, so that it tells neither.
    private UUID ofForm(UUID user, String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(naming);
            return UUID.nameUUIDFromBytes(mac.doFinal((user + " " + address).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Body(String address, List<Field> fields) {}
}
