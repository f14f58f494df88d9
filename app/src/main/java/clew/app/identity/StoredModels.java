package clew.app.identity;

import clew.app.access.Agencies;
import clew.app.store.EngineTransactions;
import clew.core.linkage.Drift;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.LinkSettings.Learning;
import clew.core.linkage.Linkage;
import clew.core.linkage.RecordTable;
import clew.core.standard.DeploymentKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The life of a store's linkage models: learnt from all its records, compared, put in force, and watched. */
public final class StoredModels {
    private final EngineTransactions engine;
    private final DeploymentKey key;
    private final Clock clock;

    /** @param key by which record ids are made */
    public StoredModels(EngineTransactions engine, DeploymentKey key, Clock clock) {
        this.engine = engine;
        this.key = key;
        this.clock = clock;
    }

    /** The model in force. */
    public Models.Held inForce() {
        return engine.in(Models::inForce);
    }

    /** The model whose id begins so; empty when there is none, or several. */
    public Optional<Models.Held> find(String start) {
        return engine.in(sql -> Models.find(sql, start));
    }

    /** The ids of all models kept, the latest first. */
    public List<String> kept() {
        return engine.in(Models::kept);
    }

    /** Learns a model from all records of persons, without people's decisions, and keeps it; returns its id. */
    public String train(String by) {
        LinkSettings settings = LinkSettings.defaults().withLearning(Learning.STORE);
        LinkResult learnt = Linkage.link(HeldPersons.read(engine, key).table(), settings, phase -> {});
        return engine.in(sql -> Models.keep(sql, learnt.model(), clock.instant(), by));
    }

    /** What would change were the second in force instead of the first. */
    public ModelComparison compare(Models.Held before, Models.Held after) {
        RecordTable table = HeldPersons.read(engine, key).table();
        return ModelComparison.of(table, applied(table, before), applied(table, after));
    }

    /** How far the records received lately stand from those that a model was learnt from. */
    public Drift drift(Models.Held held, Duration lately) {
        HeldPersons persons = HeldPersons.read(engine, key);
        Instant from = clock.instant().minus(lately);
        return Drift.of(
                persons.table(),
                applied(persons.table(), held),
                row -> !persons.receivedAt(row).isBefore(from));
    }

    private static LinkResult applied(RecordTable table, Models.Held held) {
        double cut = Math.min(0.5, held.model().threshold());
        return held.applied().apply(table, LinkSettings.defaults().withPairsAbove(cut), phase -> {});
    }

    /** Puts a model in force, by a Decision of somebody with a reason; returns the Decision's id. Persons follow with the next build of the Picture. */
    public UUID putInForce(String id, UUID by, String reason) {
        int agency = engine.in(sql -> sql.sql("select agency_id from access.person_user where user_id = ?")
                .param(by)
                .query(Integer.class)
                .single());
        int own = new Agencies(engine).classOf(agency, Agencies.Handling.CONTENT, "none");
        return engine.in(sql -> Models.putInForce(sql, id, by, agency, own, reason));
    }
}
