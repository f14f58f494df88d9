package clew.app.identity;

import clew.app.events.Event;
import clew.app.events.Lease;
import clew.app.events.Sequencer;
import clew.app.store.EngineTransactions;
import clew.app.store.OneMessage;
import clew.core.standard.DeploymentKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the Picture up: takes what happened since the last time, in the order of events, and changes the Picture to what a build would make, in one transaction
 * together with the note of how far it has come. Where that is more than a part of what is held, or another Model is in force, it builds the whole Picture
 * instead. Whoever calls it must lead, see {@link Lease}: the transaction is fenced, so that one who leads no longer cannot commit. Not thread-safe.
 */
final class LinkingLeader {
    private static final int EVENTS_AT_A_TIME = 200;
    /** Records up to which events are taken together. */
    private static final long TOGETHER = 500;
    /** So many records are linked one by one, whatever is held. */
    private static final long ALWAYS_FEW = 2_000;
    /** Beyond that, up to this part of the records held. */
    private static final long PART = 20;

    /** Whether something waits, and the Models of the Picture and in force. In the order of places, since without it all of the outbox is read. */
    private static final String WAITS = """
            select exists (select from events.outbox where position is null and kind = any (?))
                or coalesce((select true from events.outbox where position > coalesce(b.events_upto, 0) and kind = any (?)
                              order by position limit 1), false),
                   case when b.events_upto is null then '' else coalesce(b.model ->> 'id', '-') end
              from (values (1)) one (row) left join picture.built b on true""";

    // The lock of classes first, as whoever accepts an extract takes them; and never in wait for a build, which wants
    // it in its end. What a micro-batch asks goes by indexes and is planned once for all:
    // for values that nobody knows yet a plan over all rows may look the cheaper one.
    private static final String HOLD = "select pg_try_advisory_xact_lock(" + PictureBuild.LOCK
            + ") from (select access.hold_classes()::text, set_config('plan_cache_mode', 'force_generic_plan', true),"
            + " set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),"
            + " set_config('enable_mergejoin', 'off', true) offset 0) classes";
    private static final String BUILT = "select coalesce(model ->> 'id', '-') from picture.built";
    private static final String TAKE = """
            select event_id, position, kind, body::text from events.outbox
             where position > coalesce((select events_upto from picture.built), 0) and kind = any (?) order by position limit ?""";

    /** The record of each version that the imports among the same events brought, as far as they are no more than a micro-batch takes. */
    private static final String OF_IMPORTS = """
            with taken as materialized (
                select kind, body from events.outbox
                 where position > coalesce((select events_upto from picture.built), 0) and kind = any (?) order by position limit ?)
            select h.record_id from taken t join records.header h on h.import_no = (t.body ->> 'import')::int
             where t.kind = 'RecordsAccepted' limit ?""";

    private final EngineTransactions engine;
    private final PictureBuild build;
    private final Extracts extracts;
    private List<UUID> done = List.of();

    /** @param threads of a build */
    LinkingLeader(EngineTransactions engine, DeploymentKey key, Clock clock, int threads) {
        this.engine = engine;
        this.build = new PictureBuild(engine, key, clock, threads);
        this.extracts = new Extracts(key);
    }

    /** What a step came to. */
    enum Step {
        /** There was nothing to do. */
        IDLE,
        /** Something was done, and there may be more. */
        WORKED,
        /** Somebody else changes the Picture just now. */
        BUSY,
        /** So much has happened that a build is due. */
        TOO_MUCH
    }

    /**
     * One micro-batch, or a build.
     *
     * @throws IllegalStateException when the lease is another's
     */
    Step step(Lease lease) {
        done = List.of();
        Step step = engine.in(sql -> engine.onConnection(connection -> step(lease, sql, connection)));
        return step == Step.TOO_MUCH ? build(lease) : step;
    }

    /** The same, unless nothing waits. To look under the lease is a write; to look first is none. */
    Step stepIfAnythingWaits(Lease lease) {
        done = List.of();
        Step step = engine.in(
                sql -> isIdle(sql) ? Step.IDLE : engine.onConnection(connection -> step(lease, sql, connection)));
        return step == Step.TOO_MUCH ? build(lease) : step;
    }

    /** The events that the last step took in. */
    List<UUID> done() {
        return done;
    }

    /** Whether nothing waits. */
    boolean isIdle() {
        return engine.in(LinkingLeader::isIdle);
    }

    private static boolean isIdle(JdbcClient sql) {
        String[] kinds = Touched.KINDS.toArray(String[]::new);
        Waiting waiting = sql.sql(WAITS)
                .params(kinds, kinds)
                .query((row, number) -> new Waiting(row.getBoolean(1), row.getString(2)))
                .single();
        return !waiting.something
                && (waiting.model.isEmpty()
                        || waiting.model.equals(Models.inForce(sql).id()));
    }

    /** What waits, and the Model of the Picture as in {@link Taken}. */
    private record Waiting(boolean something, String model) {}

    /** A build of the whole Picture, which takes minutes; others may look at the old one meanwhile, and nobody may change it. */
    Step build(Lease lease) {
        build.run(phase -> {}, lease::requireHeld);
        return Step.WORKED;
    }

    private Step step(Lease lease, JdbcClient sql, Connection connection) throws SQLException {
        if (!holdsPicture(lease, connection)) {
            return Step.BUSY;
        }
        Taken taken = take(connection);
        List<Event> events = taken.events;
        Models.Held model = Models.inForce(sql, taken.inForce);
        boolean isOther = !model.id().equals(taken.model);
        if (events.isEmpty()) {
            return isOther && !taken.model.isEmpty() ? Step.TOO_MUCH : Step.IDLE;
        }
        Touched touched = Touched.by(events);
        if (taken.versions.size() <= TOGETHER) {
            touched.resolved(taken.versions);
        }
        boolean all = touched.resolve(connection, TOGETHER);
        while (!all && events.size() > 1) {
            events = events.subList(0, events.size() / 2);
            touched = Touched.by(events);
            all = touched.resolve(connection, TOGETHER);
        }
        if (isOther || !all && isMuch(sql, connection, touched)) {
            return Step.TOO_MUCH;
        }
        new MicroBatch(connection, model.applied(), extracts, touched)
                .run(events.getLast().position());
        done = events.stream().map(Event::id).toList();
        return Step.WORKED;
    }

    private static boolean holdsPicture(Lease lease, Connection connection) throws SQLException {
        OneMessage message = new OneMessage(connection);
        AtomicBoolean holds = new AtomicBoolean();
        lease.requireHeld(message);
        message.ask(HOLD, row -> holds.set(row.getBoolean(1)));
        message.send();
        return holds.get();
    }

    /** The Model of the Picture in force, an empty id where none was built yet; the one last put in force; what has happened since, in order; and the records of versions that came. */
    private record Taken(String model, Optional<String> inForce, List<Event> events, List<UUID> versions) {}

    private static Taken take(Connection connection) throws SQLException {
        List<Event> events = new ArrayList<>();
        AtomicReference<String> built = new AtomicReference<>("");
        OneMessage message = new OneMessage(connection);
        message.add(Sequencer.LOCK);
        message.add(Sequencer.PLACE);
        message.ask(BUILT, row -> built.set(row.getString(1)));
        message.ask(
                TAKE,
                row -> events.add(
                        new Event(row.getObject(1, UUID.class), row.getLong(2), row.getString(3), row.getString(4))),
                message.array("text", Touched.KINDS),
                EVENTS_AT_A_TIME);
        List<UUID> versions = new ArrayList<>();
        message.ask(
                OF_IMPORTS,
                row -> versions.add(row.getObject(1, UUID.class)),
                message.array("text", Touched.KINDS),
                EVENTS_AT_A_TIME,
                TOGETHER + 1);
        AtomicReference<Optional<String>> inForce = Models.ask(message);
        message.send();
        return new Taken(built.get(), inForce.get(), events, versions);
    }

    /** Takes in all records of one large event, unless they are more than a part of what is held. */
    private static boolean isMuch(JdbcClient sql, Connection connection, Touched touched) throws SQLException {
        long held =
                sql.sql("select count(*) from picture.record").query(Long.class).single();
        return !touched.resolve(connection, Math.max(ALWAYS_FEW, held / PART));
    }
}
