package clew.app.identity;

import clew.app.events.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What events say has changed: records to derive again, and wholes and persons of which records are gone from the Picture already. The kinds heard:
 * {@code RecordsAccepted} (an import, its withdrawals too), {@code RecordsCorrected}, {@code RecordsTouched} (a change of class, a seal, a disposal) and
 * {@code PersonDecided} (a decision on who is who, or that one is withdrawn). Not thread-safe.
 */
final class Touched {
    /** What is heard. */
    static final List<String> KINDS = List.of("RecordsAccepted", "RecordsCorrected", "RecordsTouched", "PersonDecided");

    private static final String OF_IMPORTS =
            "select record_id from records.header where import_no = any (?::int[]) limit ?";
    private static final String OF_DECISIONS = """
            with said as materialized (select unnest(?::uuid[]) as decision_id)
            select a.record_id from said join decisions.about a using (decision_id)
            union
            select a.record_id from said join decisions.decision w using (decision_id)
              join decisions.about a on a.decision_id = (w.body ->> 'decision')::uuid
            limit ?""";

    private final Set<UUID> records = new HashSet<>();
    private final Set<UUID> wholes = new HashSet<>();
    private final Set<UUID> persons = new HashSet<>();
    private final Set<Integer> imports = new HashSet<>();
    private final Set<UUID> decisions = new HashSet<>();

    /** What these events say; those of another kind say nothing. */
    static Touched by(List<Event> events) {
        Touched touched = new Touched();
        events.forEach(touched::add);
        return touched;
    }

    private void add(Event event) {
        JsonNode body = JsonMapper.shared().readTree(event.body());
        switch (event.kind()) {
            case "RecordsAccepted" -> imports.add(body.get("import").asInt());
            case "RecordsCorrected", "RecordsTouched" -> {
                add(body.path("records"), records);
                add(body.path("wholes"), wholes);
                add(body.path("persons"), persons);
            }
            case "PersonDecided" ->
                decisions.add(UUID.fromString(body.get("decision").asString()));
            default -> {}
        }
    }

    /** Takes the records of all imports that the events told of, which somebody found already. */
    void resolved(Collection<UUID> ofImports) {
        records.addAll(ofImports);
        imports.clear();
    }

    /** Whether no event was about who is who. */
    boolean isNothing() {
        return records.isEmpty() && wholes.isEmpty() && imports.isEmpty() && decisions.isEmpty();
    }

    /**
     * Finds the records behind imports and decisions.
     *
     * @return false when imports brought more than so many; then some are missing
     */
    boolean resolve(Connection connection, long most) throws SQLException {
        if (!imports.isEmpty() && read(connection, OF_IMPORTS, imports, "int", most + 1) > most) {
            return false;
        }
        if (!decisions.isEmpty()) {
            read(connection, OF_DECISIONS, decisions, "uuid", Long.MAX_VALUE);
        }
        return true;
    }

    Set<UUID> records() {
        return records;
    }

    Set<UUID> wholes() {
        return wholes;
    }

    Set<UUID> persons() {
        return persons;
    }

    private long read(Connection connection, String query, Collection<?> of, String type, long most)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf(type, of.toArray()));
            statement.setLong(2, most);
            long found = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(row.getObject(1, UUID.class));
                    found++;
                }
            }
            return found;
        }
    }

    private static void add(JsonNode ids, Set<UUID> to) {
        ids.forEach(id -> to.add(UUID.fromString(id.asString())));
    }
}
