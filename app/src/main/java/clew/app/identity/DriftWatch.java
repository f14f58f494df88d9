package clew.app.identity;

import clew.app.identity.Around.Held;
import clew.app.store.EngineTransactions;
import clew.app.store.OneMessage;
import clew.core.linkage.AppliedModel;
import clew.core.linkage.Drift;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.RecordTable;
import clew.core.standard.Standard;
import clew.core.standard.Types;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the records received lately still look like those that the Model in force was learnt from (see {@link Drift}): the latest of the last 28 days, up to {@value #MOST}, each
 * compared with all that it shares a blocking key with, as when it arrived. What was found is kept, a row a day. Thread-safe.
 */
public final class DriftWatch {
    static final int DAYS = 28;
    private static final int MOST = 1_000;
    /** Of fewer records nothing is said. */
    private static final int LEAST = 100;

    private static final String LATEST = """
            select record_id, shape, class_id, received_at, body from picture.record
             where shape = 'person' and received_at >= ? order by received_at desc, record_id limit ?""";
    private static final String OF_THE_PICTURE = "select model ->> 'id' from picture.built";

    private final EngineTransactions engine;
    private final Clock clock;

    public DriftWatch(EngineTransactions engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** What was found on a day. */
    public record Seen(LocalDate on, Drift drift) {

        /** Whether somebody should learn a model anew. */
        public boolean isMuch() {
            return drift.records() >= LEAST && drift.isMuch();
        }
    }

    /** What was found last under the Model in force; empty before the first look. */
    public Optional<Seen> last() {
        return engine.in(sql -> sql.sql(
                        "select looked_on, records, stability, filled from identity.drift where model_id = ? order by looked_on desc limit 1")
                .param(Models.inForce(sql).id())
                .query((row, number) -> new Seen(
                        row.getObject(1, LocalDate.class),
                        new Drift(row.getLong(2), filled(row.getString(4)), row.getDouble(3))))
                .optional());
    }

    /** Looks, unless that was done today; empty while the Picture does not rest on the Model in force. */
    public Optional<Seen> look() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Types.CIVIL_TIME);
        Optional<Seen> last = last().filter(seen -> seen.on().equals(today));
        return last.isPresent()
                ? last
                : engine.in(sql -> {
                    Models.Held held = Models.inForce(sql);
                    if (!isOfThePicture(sql, held)) {
                        return Optional.empty();
                    }
                    Drift drift = engine.onConnection(connection -> drift(connection, held.applied()));
                    keep(sql, held.id(), today, drift);
                    return Optional.of(new Seen(today, drift));
                });
    }

    private static boolean isOfThePicture(JdbcClient sql, Models.Held held) {
        return sql.sql(OF_THE_PICTURE).query(String.class).optional().stream().anyMatch(held.id()::equals);
    }

    private Drift drift(Connection connection, AppliedModel model) throws SQLException {
        List<Held> latest = latest(connection);
        PersonColumns columns = new PersonColumns(Standard.shape("person"), model.columns());
        Set<Long> keys = new HashSet<>();
        for (long[] ofOne : model.keys(table(model, columns, latest))) {
            for (long key : ofOne) {
                keys.add(key);
            }
        }
        Set<UUID> known = new HashSet<>();
        latest.forEach(one -> known.add(one.subject().record()));
        List<Held> all = new ArrayList<>(latest);
        try (Surroundings surroundings = new Surroundings(connection, new OneMessage(connection))) {
            surroundings.sharing(keys).stream()
                    .filter(one -> !known.contains(one.subject().record()))
                    .forEach(all::add);
        }
        RecordTable table = table(model, columns, all);
        LinkSettings settings = LinkSettings.defaults()
                .withPairsAbove(Math.min(0.5, model.model().threshold()))
                .withThreads(1);
        return Drift.of(table, model.apply(table, settings, phase -> {}), row -> row < latest.size());
    }

    private List<Held> latest(Connection connection) throws SQLException {
        Set<UUID> sealed = Seals.inForce(connection).sealed();
        List<Held> latest = new ArrayList<>();
        OneMessage message = new OneMessage(connection);
        message.ask(
                LATEST,
                row -> latest.add(Surroundings.held(row)),
                OffsetDateTime.ofInstant(clock.instant().minus(java.time.Duration.ofDays(DAYS)), ZoneOffset.UTC),
                MOST);
        message.send();
        latest.removeIf(one -> sealed.contains(one.subject().record()));
        return latest;
    }

    private static RecordTable table(AppliedModel model, PersonColumns columns, List<Held> records) {
        RecordTable.Builder table = RecordTable.builder(model.columns());
        records.forEach(one -> table.add("records", one.subject().record().toString(), columns.values(one.standard())));
        return table.build();
    }

    private static void keep(JdbcClient sql, String model, LocalDate day, Drift drift) {
        sql.sql("insert into identity.drift values (?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing")
                .params(
                        model,
                        day,
                        drift.records(),
                        drift.stability(),
                        JsonMapper.shared().writeValueAsString(drift.filled()),
                        drift.isMuch())
                .update();
    }

    private static Map<String, Double> filled(String json) {
        Map<String, Double> filled = new TreeMap<>();
        JsonMapper.shared()
                .readTree(json)
                .properties()
                .forEach(field -> filled.put(field.getKey(), field.getValue().asDouble()));
        return filled;
    }
}
