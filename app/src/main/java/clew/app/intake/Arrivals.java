package clew.app.intake;

import clew.app.access.Agencies;
import clew.app.intake.mapping.MappedRecord;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.source.JsonRow;
import clew.app.intake.source.Limits;
import clew.app.store.EngineTransactions;
import clew.app.store.OneMessage;
import clew.app.store.Store;
import clew.app.store.StoreFailure;
import clew.core.standard.DeploymentKey;
import clew.core.standard.Types;
import clew.core.standard.Violation;
import clew.core.standard.Visibility;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Records that come in one by one, by a page or a call: they enter as rows of a file do, mapped, checked, classed and versioned alike, and in one transaction with the event
 * that tells the linking leader. When {@link #accept} returns they are durable. Safe for use by several threads; calls for one record wait for each other, and
 * for an import of the same system.
 */
public final class Arrivals {

    private static final String FILE = "received";
    private static final int NONE_STAGED = 0;

    /** Whoever links need not wait for the disk of who sends: what they commit is later in the log, and durable only together with this. */
    private static final String SEEN_AT_ONCE = "set local synchronous_commit = off";

    /** Commits an empty note, with the disk waited for as the server is set to. */
    private static final String DURABLE = "select pg_logical_emit_message(true, 'clew', '')";

    private final EngineTransactions engine;
    private final Agencies agencies;
    private final DeploymentKey key;
    private final Clock clock;
    private final Map<Integer, Classes> classes = new ConcurrentHashMap<>();
    private final Map<String, Integer> agencyIds = new ConcurrentHashMap<>();

    private Arrivals(EngineTransactions engine, DeploymentKey key, Clock clock) {
        this.engine = engine;
        this.agencies = new Agencies(engine);
        this.key = key;
        this.clock = clock;
    }

    /** Arrivals into this store. */
    public static Arrivals into(Store store, Clock clock) {
        return into(store.engine(), Intake.recordKey(store.secrets()), clock);
    }

    /** Arrivals through the engine of a store whose record ids are made by this key. */
    public static Arrivals into(EngineTransactions engine, DeploymentKey key, Clock clock) {
        return new Arrivals(engine, key, clock);
    }

    /**
     * What became of the rows of one call.
     *
     * @param importNo under which they are kept
     * @param event by which it is known when they are linked; null when they said nothing new
     * @param records that they hold, in their order; also those that said nothing new
     * @param added of them that were not known before
     * @param changed of them that say something else than before
     * @param refused why rows could not enter and wait in quarantine, by the number of the row from 1; empty when all is well
     */
    public record Receipt(
            int importNo,
            @Nullable UUID event,
            List<UUID> records,
            long added,
            long changed,
            Map<Integer, List<Violation>> refused) {
        public Receipt {
            records = List.copyOf(records);
            refused = Map.copyOf(refused);
        }
    }

    /**
     * Accepts rows.
     *
     * @param agency slug of the agency that sends
     * @param mapping by which they are read; a full extract is taken as changes only, since nothing is absent from a call
     * @param rows JSON objects in the columns of the mapping, at least one
     * @throws ImportRefused when the agency is not known
     */
    public Receipt accept(String agency, Mapping mapping, List<String> rows) {
        return accept(agency, mapping, rows, false);
    }

    /** The same, or nothing at all: where a row cannot enter none does, nothing is kept, and the receipt is of no import and says why. */
    public Receipt acceptAll(String agency, Mapping mapping, List<String> rows) {
        return accept(agency, mapping, rows, true);
    }

    private Receipt accept(String agency, Mapping mapping, List<String> rows, boolean allOrNone) {
        int agencyId = agency(agency);
        RowPreparation preparation = new RowPreparation(mapping, agency, key, FILE);
        JsonRow reader = new JsonRow(Limits.ORDINARY);
        List<PreparedRow> prepared = new ArrayList<>(rows.size());
        for (int row = 1; row <= rows.size(); row++) {
            prepared.add(preparation.prepare(row, reader.read(row, rows.get(row - 1))));
        }
        if (allOrNone && !prepared.stream().allMatch(PreparedRow::enters)) {
            return new Receipt(0, null, List.of(), 0, 0, refused(prepared));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Types.CIVIL_TIME);
        return inTransaction(connection -> {
            Chunk chunk = new Chunk(prepared, prepared.size(), 1, false);
            ReceivedRows received = new ReceivedRows(connection, agencyId, mapping);
            OneMessage message = new OneMessage(connection);
            received.lock(message, agency, identities(prepared));
            Map<String, Visibility> policy = SharingRules.ask(message, agencyId, today);
            KnownUsers users = KnownUsers.ask(message, key);
            Histories histories = Histories.ask(message, NONE_STAGED, chunk.records());
            List<Long> versions = Stager.askVersions(message, chunk);
            AtomicInteger number = received.number(message);
            message.add(SEEN_AT_ONCE);
            message.send();
            Instant now = clock.instant();
            StagedImport staged = received.open(message, number.get(), FILE, prepared, now);
            new Stager(
                            connection,
                            Stager.Tables.ofFew(message),
                            staged,
                            SeenRecords.none(connection),
                            new Classing(policy),
                            classes.computeIfAbsent(agencyId, id -> new Classes(agencies, id)),
                            users)
                    .write(chunk, histories, versions);
            new Acceptance(connection, staged, mapping.name()).addTo(message, now);
            message.send();
            connection.commit();
            return receipt(staged, prepared);
        });
    }

    /**
     * The sender takes records back: they were never meant to be sent, or are no longer theirs to hold.
     *
     * @param agency slug of the agency that sent them
     * @param mapping by which they were sent
     * @return the records that were in force and are no more
     */
    public Receipt withdraw(String agency, Mapping mapping, List<UUID> records) {
        int agencyId = agency(agency);
        return inTransaction(connection -> {
            ReceivedRows received = new ReceivedRows(connection, agencyId, mapping);
            OneMessage message = new OneMessage(connection);
            received.lock(message, agency, records);
            AtomicInteger number = received.number(message);
            message.add(SEEN_AT_ONCE);
            message.send();
            Instant now = clock.instant();
            StagedImport staged = received.open(message, number.get(), FILE, List.of(), now);
            message.send();
            List<UUID> withdrawn = received.withdraw(staged, records);
            staged.counts().withdrawn(withdrawn.size());
            new Acceptance(connection, staged, mapping.name()).accept(now, true);
            return new Receipt(staged.importNo(), event(staged), withdrawn, 0, 0, Map.of());
        });
    }

    private int agency(String slug) {
        return agencyIds.computeIfAbsent(
                slug,
                any -> agencies.find(slug)
                        .orElseThrow(() -> new ImportRefused("expected an agency that is known, found " + slug)));
    }

    private static List<UUID> identities(List<PreparedRow> rows) {
        return rows.stream()
                .flatMap(row -> row.identities().stream())
                .distinct()
                .toList();
    }

    private static Receipt receipt(StagedImport staged, List<PreparedRow> rows) {
        List<UUID> records = rows.stream()
                .flatMap(row -> row.records().stream())
                .map(MappedRecord::id)
                .distinct()
                .toList();
        return new Receipt(
                staged.importNo(),
                event(staged),
                records,
                staged.counts().addedSoFar(),
                staged.counts().changedSoFar(),
                refused(rows));
    }

    private static Map<Integer, List<Violation>> refused(List<PreparedRow> rows) {
        Map<Integer, List<Violation>> refused = new TreeMap<>();
        rows.stream().filter(row -> !row.enters()).forEach(row -> refused.put((int) row.number(), row.refused()));
        return refused;
    }

    private static @Nullable UUID event(StagedImport staged) {
        return staged.counts().versions() == 0 ? null : staged.event();
    }

    private Receipt inTransaction(Work work) {
        try (Connection connection = engine.connection()) {
            connection.setAutoCommit(false);
            Receipt receipt;
            try {
                receipt = work.on(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            untilDurable(connection);
            return receipt;
        } catch (SQLException e) {
            throw new StoreFailure("the records were not accepted: " + e.getMessage(), e);
        }
    }

    /** Nothing is acknowledged before it is on the disk: what commits here is on it together with all that was committed before. */
    private static void untilDurable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(DURABLE);
        }
    }

    /** What commits by itself when all is well. */
    private interface Work {
        Receipt on(Connection connection) throws SQLException;
    }
}
