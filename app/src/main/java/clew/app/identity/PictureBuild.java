package clew.app.identity;

import clew.app.events.Outbox;
import clew.app.events.Sequencer;
import clew.app.identity.Register.Changes;
import clew.app.store.EngineTransactions;
import clew.app.store.StoreFailure;
import clew.core.linkage.AppliedModel;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.Phase;
import clew.core.linkage.RecordTable;
import clew.core.standard.DeploymentKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds the Picture from Records, Decisions and the register of person ids, and puts it in force. One transaction does it all: until it commits everybody
 * reads the old Picture, and a build that is killed leaves nothing to clean up. Only one runs at a time.
 */
public final class PictureBuild {
    /** Pairs from this probability on may be kept with their reasons though they were not joined. */
    static final double REVIEW_FROM = 0.05;

    /** Of whoever changes the Picture: a build from begin to end, others for moments. */
    static final long LOCK = 0x636c6577_70696374L; // "clewpict"
    /** Of builds alone: a second one is refused and does not wait. */
    private static final long BUILD = 0x636c6577_6275696cL; // "clewbuil"

    private final EngineTransactions engine;
    private final DeploymentKey key;
    private final Clock clock;
    private final int threads;

    /**
     * @param key by which record ids are made
     * @param threads for linking; never changes the result
     */
    public PictureBuild(EngineTransactions engine, DeploymentKey key, Clock clock, int threads) {
        this.engine = engine;
        this.key = key;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * What was built.
     *
     * @param records of all shapes
     * @param personRecords of persons, known and unidentified
     * @param persons they are of
     * @param links kept
     * @param missing versions in force whose row no longer gives their record, as after a change of the standard; 0 when all is well
     */
    public record Built(long records, long personRecords, long persons, long links, long missing) {}

    /**
     * Builds and puts in force.
     *
     * @param progress told of each phase as it ends
     * @throws StoreFailure when another build runs, or the database fails; then the old Picture stays in force
     */
    public Built run(Consumer<Phase> progress) {
        return run(progress, sql -> {});
    }

    /**
     * The same.
     *
     * @param fence called in the transaction of the build before it commits: throws when it must not
     */
    Built run(Consumer<Phase> progress, Consumer<JdbcClient> fence) {
        placeEvents();
        try (Connection reading = engine.connection();
                Connection writing = engine.connection()) {
            reading.setAutoCommit(false);
            writing.setAutoCommit(false);
            try {
                return build(reading, writing, new Phases(progress), fence);
            } finally {
                reading.rollback();
                writing.rollback();
            }
        } catch (SQLException e) {
            throw new StoreFailure("the Picture could not be built, the old one stays: " + e.getMessage(), e);
        }
    }

    private static LinkResult applied(AppliedModel model, RecordTable table, LinkSettings settings, Phases phases) {
        try {
            return model.apply(table, settings, phases::passOn);
        } catch (IllegalArgumentException e) {
            throw new StoreFailure("the Picture could not be built, the old one stays: " + e.getMessage(), e);
        }
    }

    /** What happened before the build is in it; without a place it would be linked once more, and where it is much the whole Picture built again. */
    private void placeEvents() {
        Sequencer sequencer = new Sequencer(engine);
        while (sequencer.place() > 0) {
            // a thousand at a time
        }
    }

    private Built build(Connection reading, Connection writing, Phases phases, Consumer<JdbcClient> fence)
            throws SQLException {
        prepare(reading, writing);
        Models.Held held = Models.inForce(OneConnection.sql(reading));
        AppliedModel model = held.applied();
        Derivations derived = Derivations.ofAll(model.columns(), reading);
        long records = derive(reading, writing, derived);
        phases.end("derive", records, "records");

        RecordTable table = derived.table();
        Decided decided = Decided.of(Judged.all(reading), derived.persons(), derived.nameless());
        LinkSettings settings = LinkSettings.defaults()
                .withPairsAbove(REVIEW_FROM)
                .withThreads(threads)
                .withDecisions(decided.judgements());
        LinkResult result = applied(model, table, settings, phases);
        Partition partition = new Partition(derived.persons(), derived.unidentified(), result, decided);
        phases.end("link", partition.records(), "records of persons");

        StoredRegister register = new StoredRegister(reading);
        List<UUID[]> persons =
                partition.persons().stream().map(partition::records).toList();
        Changes changes = register.read().assign(persons, register.before());
        long eventsUpto = Positions.last(reading);
        reading.rollback(); // lets go of the old Picture, which is dropped below
        new StoredRegister(writing).append(changes);
        long links = writePersons(writing, partition, result, changes.ids());
        phases.end("persons", persons.size(), "persons");
        long keys = writeKeys(writing, model, table, derived.persons());
        phases.end("keys", keys, "blocking keys");

        writeBuilt(writing, held, eventsUpto);
        Picture.addKeys(writing);
        InvolvedPeople.complete(writing);
        phases.end("index", links, "links");
        Outbox.put(OneConnection.sql(writing), PersonsChanged.KIND, PersonsChanged.ALL);
        fence.accept(OneConnection.sql(writing));
        Picture.swap(writing);
        writing.commit();
        phases.end("swap", 1, "Picture");
        return new Built(records, partition.records(), persons.size(), links, derived.missing());
    }

    private static void prepare(Connection reading, Connection writing) throws SQLException {
        try (Statement statement = writing.createStatement()) {
            // A killed build must not go on in the server while the next one waits for its lock.
            statement.execute("set local client_connection_check_interval = '2s'");
            statement.execute("set local maintenance_work_mem = '256MB'");
            try (var lock = statement.executeQuery("select pg_try_advisory_xact_lock(" + BUILD + ")")) {
                if (!lock.next() || !lock.getBoolean(1)) {
                    throw new StoreFailure("expected no other build of the Picture under way, found one: wait for it");
                }
            }
            // Whoever changes the Picture in place takes moments.
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
        try (Statement statement = reading.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute("set local work_mem = '256MB'");
        }
        Picture.createNext(writing);
    }

    private long derive(Connection reading, Connection writing, Derivations derived) throws SQLException {
        try (CopyLoader loader = new CopyLoader(writing, Picture.NEXT)) {
            DerivedTables tables = new DerivedTables(loader);
            derived.readAll(reading, key, tables);
            tables.counts().copyTo(loader.table("counted"));
            loader.finish();
            return tables.records();
        }
    }

    private static long writePersons(Connection writing, Partition partition, LinkResult result, List<UUID> ids)
            throws SQLException {
        try (CopyLoader loader = new CopyLoader(writing, Picture.NEXT)) {
            CopiedPersons rows = new CopiedPersons(loader);
            new PersonTables(partition, result).write(ids, rows);
            loader.finish();
            return rows.links();
        }
    }

    private static long writeKeys(Connection writing, AppliedModel model, RecordTable table, List<Subject> persons)
            throws SQLException {
        try (CopyLoader loader = new CopyLoader(writing, Picture.NEXT)) {
            CopyRows rows = loader.table("blocking");
            Blocking.copy(model, table, persons, rows);
            loader.finish();
            return rows.rows();
        }
    }

    private void writeBuilt(Connection writing, Models.Held model, long eventsUpto) throws SQLException {
        try (PreparedStatement statement =
                writing.prepareStatement("insert into " + Picture.NEXT + ".built values (?, ?::jsonb, ?)")) {
            statement.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            statement.setString(
                    2,
                    JsonMapper.shared()
                            .writeValueAsString(Map.of(
                                    "id", model.id(), "threshold", model.model().threshold())));
            statement.setLong(3, eventsUpto);
            statement.executeUpdate();
        }
    }
}
