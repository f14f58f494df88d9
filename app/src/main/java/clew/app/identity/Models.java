package clew.app.identity;

import clew.app.store.OneMessage;
import clew.app.store.StoreFailure;
import clew.core.linkage.AppliedModel;
import clew.core.linkage.LinkModel;
import clew.core.linkage.files.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The linkage models of a store: learnt by a command, kept under the hash of their content, and put in force by a Decision. Until there is one the model that ships is in
 * force, which was learnt from a simulated region. All connections must be the engine's.
 */
public final class Models {
    /** The kind of a Decision that puts a model in force. */
    public static final String IN_FORCE = "model_in_force";

    private static final int SHORTEST_START = 6;
    private static final String LAST = """
            select d.body ->> 'model' from decisions.decision d where d.kind = ? order by d.made_at desc, d.decision_id desc limit 1""";

    /** The last one made ready: making ready takes longer than linking one record. */
    private static final AtomicReference<Held> READY = new AtomicReference<>();

    private Models() {}

    /**
     * A model, ready to be applied.
     *
     * @param id SHA-256 of its JSON, in hexadecimal
     * @param trainedAt when, and empty for the one that ships
     * @param trainedBy who had it learnt
     */
    public record Held(String id, AppliedModel applied, Optional<Instant> trainedAt, String trainedBy) {
        public LinkModel model() {
            return applied.model();
        }
    }

    /** The one that ships. */
    private static final class Shipped {
        private static final Held MODEL = read();

        private static Held read() {
            try (InputStream stream = Models.class.getResourceAsStream("cold-start-model.json")) {
                if (stream == null) {
                    throw new IllegalStateException("expected cold-start-model.json beside " + Models.class.getName());
                }
                byte[] body = stream.readAllBytes();
                return held(new String(body, StandardCharsets.UTF_8).strip(), Optional.empty(), "shipped with Clew");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The model that ships. */
    public static Held shipped() {
        return Shipped.MODEL;
    }

    /**
     * The model last put in force by a Decision, or else the one that ships.
     *
     * @throws StoreFailure when this engine cannot apply it
     */
    public static Held inForce(JdbcClient sql) {
        Optional<String> id = sql.sql(LAST).param(IN_FORCE).query(String.class).optional();
        return inForce(sql, id);
    }

    /** The id of the model last put in force; empty when the one that ships is. Known when the message was sent. */
    static AtomicReference<Optional<String>> ask(OneMessage message) {
        AtomicReference<Optional<String>> id = new AtomicReference<>(Optional.empty());
        message.ask(LAST, row -> id.set(Optional.of(row.getString(1))), IN_FORCE);
        return id;
    }

    static Held inForce(JdbcClient sql, Optional<String> id) {
        return id.isEmpty() ? shipped() : find(sql, id.get()).orElseThrow(() -> missing(id.get()));
    }

    private static StoreFailure missing(String id) {
        return new StoreFailure("expected the model in force among the models, found none of id " + id);
    }

    /** The model whose id begins so; empty when there is none, or several. */
    public static Optional<Held> find(JdbcClient sql, String start) {
        Held ready = READY.get();
        if (ready != null && ready.id().equals(start)) {
            return Optional.of(ready);
        }
        if (start.length() < SHORTEST_START || !start.matches("[0-9a-f]+")) {
            return Optional.empty();
        }
        if (shipped().id().startsWith(start)) {
            return Optional.of(shipped());
        }
        List<Held> found = sql.sql(
                        "select body, trained_at, trained_by from decisions.model where starts_with(model_id, ?)")
                .param(start)
                .query((row, number) -> held(
                        row.getString(1),
                        Optional.of(row.getObject(2, OffsetDateTime.class).toInstant()),
                        row.getString(3)))
                .list();
        if (found.size() != 1) {
            return Optional.empty();
        }
        READY.set(found.get(0));
        return Optional.of(found.get(0));
    }

    /** The ids of all models kept, the latest first. */
    public static List<String> kept(JdbcClient sql) {
        return sql.sql("select model_id from decisions.model order by trained_at desc, model_id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Keeps a model and returns its id; one that is kept already is left as it is. */
    public static String keep(JdbcClient sql, LinkModel model, Instant trainedAt, String trainedBy) {
        String body = new String(ModelFile.bytes(model), StandardCharsets.UTF_8);
        String id = id(body);
        sql.sql("insert into decisions.model (model_id, body, trained_at, trained_by, records) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(id, body, OffsetDateTime.ofInstant(trainedAt, ZoneOffset.UTC), trainedBy, model.records())
                .update();
        return id;
    }

    /**
     * Puts a model in force; persons follow with the next build of the Picture.
     *
     * @param by the user who decides
     * @param agency of that user
     * @param classId of the Decision
     * @return the Decision's id
     */
    public static UUID putInForce(JdbcClient sql, String id, UUID by, int agency, int classId, String reason) {
        UUID decision = UUID.randomUUID();
        sql.sql("insert into decisions.decision (decision_id, kind, made_by, agency_id, reason, class_id, body)"
                        + " values (?, ?, ?, ?, ?, ?, jsonb_build_object('model', ?::text))")
                .params(decision, IN_FORCE, by, agency, reason.strip(), classId, id)
                .update();
        return decision;
    }

    private static Held held(String body, Optional<Instant> trainedAt, String trainedBy) {
        String id = id(body);
        try {
            LinkModel model =
                    ModelFile.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), "model " + id);
            return new Held(id, AppliedModel.of(model), trainedAt, trainedBy);
        } catch (RuntimeException e) {
            throw new StoreFailure(
                    "the model " + id + " cannot be applied by this version of Clew, train another one: "
                            + e.getMessage(),
                    e);
        }
    }

    private static String id(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
