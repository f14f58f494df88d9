package clew.app.intake;

import clew.app.access.Agencies;
import clew.app.intake.mapping.Extract;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.intake.source.Limits;
import clew.app.intake.source.Rows;
import clew.app.intake.source.SourceFile;
import clew.app.ledger.Entry;
import clew.app.ledger.Ledger;
import clew.app.store.EngineTransactions;
import clew.app.store.Secrets;
import clew.app.store.Store;
import clew.app.store.StoreFailure;
import clew.core.standard.DeploymentKey;
import clew.core.standard.Types;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Imports extracts. Rows become durable chunk by chunk and visible all at once at the end; a run that ends before that, however it ends, is
 * completed by running it again.
 */
public final class Intake {

    private final EngineTransactions engine;
    private final Agencies agencies;
    private final SharingRules rules;
    private final Ledger ledger;
    private final DeploymentKey key;
    private final Clock clock;
    private final int chunkRows;

    /**
     * Imports into this store.
     *
     * @param chunkRows rows that become durable together, at least one
     */
    public static Intake into(Store store, Clock clock, int chunkRows) {
        return new Intake(store, recordKey(store.secrets()), clock, chunkRows);
    }

    Intake(Store store, DeploymentKey key, Clock clock, int chunkRows) {
        this.engine = store.engine();
        this.agencies = new Agencies(engine);
        this.rules = new SharingRules(engine);
        this.ledger = Ledger.of(store.app(), store.secrets());
        this.key = key;
        this.clock = clock;
        if (chunkRows < 1)
            throw new IllegalArgumentException("expected chunks of at least one row, found " + chunkRows);
        this.chunkRows = chunkRows;
    }

    /** The key by which this deployment makes record ids. */
    public static DeploymentKey recordKey(Secrets secrets) {
        return DeploymentKey.of(secrets.key("record-identity"));
    }

    /**
     * Imports one file, or completes the import that an earlier run began. Waits while another import of the same agency and system runs.
     *
     * @throws clew.app.intake.source.UnreadableInput when the file cannot be read as a whole
     * @throws MappingInvalid when the mapping does not fit the file
     * @throws ImportRefused when it must not be imported
     */
    public ImportReport run(ImportRequest request, Progress progress) throws IOException, MappingInvalid {
        Instant began = clock.instant();
        SourceFile file = SourceFile.check(request.file(), request.mapping().format(), Limits.ORDINARY);
        int agency = agencies.find(request.agency())
                .orElseThrow(() -> new ImportRefused("expected an agency that is known, found " + request.agency()));
        try (Rows rows = file.open();
                ImportLock lock = ImportLock.take(
                        engine, request.agency(), request.mapping().system())) {
            ColumnCheck.refuse(request.mapping(), file, rows.columns());
            boolean returned = rows.columns().contains(QuarantineFile.ENTRY);
            ImportRegister register = new ImportRegister(lock.connection(), agency, request.mapping(), file);
            StagedImport repeated = register.repeated().orElse(null);
            if (repeated != null)
                return repeated.counts().report(file.name(), repeated.importNo(), true, seconds(began));
            StagedImport staged = register.open(returned, request.extracted(), began);
            lock.connection().commit();
            stage(request, file, rows, staged, lock.connection(), progress);
            return staged.counts().report(file.name(), staged.importNo(), false, seconds(began));
        } catch (SQLException e) {
            throw new StoreFailure("the import stopped, and can be run again: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("the import was interrupted, and can be run again", e);
        }
    }

    private void stage(
            ImportRequest request,
            SourceFile file,
            Rows rows,
            StagedImport staged,
            Connection connection,
            Progress progress)
            throws IOException, SQLException, InterruptedException {
        SeenRecords seen = new SeenRecords(connection, staged.extract() == Extract.FULL);
        LocalDate today = LocalDate.ofInstant(staged.received(), Types.CIVIL_TIME);
        Classing classing = new Classing(rules.on(staged.agencyId(), today));
        Stager stager = new Stager(
                connection,
                Stager.Tables.on(connection),
                staged,
                seen,
                classing,
                new Classes(agencies, staged.agencyId()),
                KnownUsers.of(connection, key));
        connection.commit();
        RowPreparation preparation = new RowPreparation(request.mapping(), request.agency(), key, file.name());
        try (ChunkReader reader = new ChunkReader(rows, preparation, chunkRows, staged.rowsDone(), seen.needed())) {
            for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
                stager.stage(chunk);
                progress.at(chunk.lastRow(), chunk.portion());
            }
        }
        ledger.enter(Entry.bySystem("import", "intake", List.of(staged.event()), "an extract becomes visible"));
        new Acceptance(connection, staged, request.mapping().name())
                .accept(clock.instant(), request.acceptWithdrawals());
        seen.drop();
    }

    private double seconds(Instant began) {
        return Duration.between(began, clock.instant()).toNanos() / 1e9;
    }
}
