package clew.app.corrections;

import clew.app.corrections.Correction.State;
import clew.core.standard.Field;
import clew.core.standard.StandardRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts corrections over what was received: {@code mended = corrections applied in the order in which they were decided}, each
 * where the field says what it said when it was corrected. A pure function of record and Decisions, so a rebuild gives the same.
 */
public final class Mending {

    /** Where nothing was corrected. */
    public static final Mending NONE = new Mending();

    private static final String QUERY = """
            select a.record_id, d.decision_id, d.body
              from decisions.decision d join decisions.about a using (decision_id)
             where d.kind = 'correction' and d.body <> '{}'
               and not exists (select from decisions.decision e
                                where e.kind = 'correction_ended' and e.body ->> 'correction' = d.decision_id::text)
            """;
    private static final String ORDER = " order by d.made_at, d.decision_id";

    private final Map<UUID, List<Correction>> byRecord = new HashMap<>();

    private Mending() {}

    /** Every correction there is. */
    public static Mending all(Connection connection) throws SQLException {
        Mending mending = new Mending();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY + ORDER)) {
            while (row.next()) {
                mending.add(row);
            }
        }
        return mending;
    }

    /** The visible corrections of these records. */
    public static Mending of(JdbcClient sql, Collection<UUID> records) {
        Mending mending = new Mending();
        sql.sql(QUERY + " and a.record_id = any(cast(? as uuid[]))" + ORDER)
                .param(records.toString().replace('[', '{').replace(']', '}'))
                .query((row, number) -> mending.add(row))
                .list();
        return mending;
    }

    private boolean add(ResultSet row) throws SQLException {
        UUID record = row.getObject(1, UUID.class);
        JsonNode body = JsonMapper.shared().readTree(row.getString(3));
        return byRecord.computeIfAbsent(record, any -> new ArrayList<>())
                .add(new Correction(
                        row.getObject(2, UUID.class),
                        record,
                        body.get("field").asString(),
                        texts(body.get("old")),
                        texts(body.get("new"))));
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /**
     * A record with its corrections.
     *
     * @param record as it is used
     * @param states how each of its corrections stands, in the order in which they were decided
     */
    public record Mended(StandardRecord record, Map<Correction, State> states) {

        /** Names of the fields whose corrected value is used. */
        public Set<String> inForce() {
            return states.entrySet().stream()
                    .filter(entry -> entry.getValue() == State.IN_FORCE)
                    .map(entry -> entry.getKey().field())
                    .collect(Collectors.toSet());
        }
    }

    /** Applies what was decided about a record. */
    public Mended mend(UUID id, StandardRecord received) {
        StandardRecord record = received;
        Map<Correction, State> states = new java.util.LinkedHashMap<>();
        for (Correction correction : byRecord.getOrDefault(id, List.of())) {
            Field<?> field = record.shape().find(correction.field()).orElse(null);
            if (field == null) {
                continue;
            }
            State state = correction.state(record.texts(field));
            states.put(correction, state);
            if (state == State.IN_FORCE) {
                record = with(record, field, correction.mended());
            }
        }
        return new Mended(record, states);
    }

    /** The record with other values in one field; a text that the field cannot hold is refused. */
    static StandardRecord with(StandardRecord record, Field<?> field, List<String> texts) {
        StandardRecord.Builder builder = record.change().clear(field);
        texts.forEach(text -> set(builder, field, text));
        return builder.build();
    }

    private static <T> void set(StandardRecord.Builder builder, Field<T> field, String text) {
        builder.set(field, field.type().readCanonical(text).orThrow());
    }
}
