package clew.app.retention;

import clew.core.standard.Field;
import clew.core.standard.StandardRecord;
import clew.core.standard.UncertainDate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which rows as received may go under one line of the schedule. The unit is the row, because a row is deleted whole: it goes when
 * every record in it that any line covers is over, when all rows of those records go, and when no record that stays refers to
 * anything in it. Records that no line covers, such as a place, go with their row.
 */
final class Candidates {

    /** No proposal holds more records: what is left comes with the next. */
    static final int MOST = 20_000;

    private final JdbcClient sql;
    private final Schedule schedule;
    private final LocalDate today;
    private final Map<RowKey, Map<UUID, String>> recordsByRow = new TreeMap<>();
    private final Map<UUID, Set<RowKey>> rowsByRecord = new HashMap<>();
    private final Set<UUID> due = new HashSet<>();
    private String agencyKind = "";

    Candidates(JdbcClient sql, Schedule schedule, LocalDate today) {
        this.sql = sql;
        this.schedule = schedule;
        this.today = today;
    }

    /** A row as received. */
    record RowKey(int importNo, long rowNo) implements Comparable<RowKey> {
        @Override
        public int compareTo(RowKey other) {
            int byImport = Integer.compare(importNo, other.importNo);
            return byImport == 0 ? Long.compare(rowNo, other.rowNo) : byImport;
        }
    }

    /**
     * What was found.
     *
     * @param rows that may go, each with its records and their shapes
     * @param blocked how many rows with something over stay, because of something else in them
     */
    record Found(Map<RowKey, Map<UUID, String>> rows, int blocked) {}

    Found under(Type type) {
        agencyKind = sql.sql("select kind from access.agency where agency_id = (select access.viewer_agency())")
                .query(String.class)
                .single();
        if (type.shapes().contains("quarantine")) {
            return quarantine(type);
        }
        findDue(type);
        load(due);
        int before = recordsByRow.size();
        while (removeRowsThatMustStay()) {
            due.removeIf(record -> !recordsByRow.keySet().containsAll(rowsByRecord.getOrDefault(record, Set.of())));
        }
        return new Found(recordsByRow, before - recordsByRow.size());
    }

    private Found quarantine(Type type) {
        sql.sql("""
                select q.import_no, q.row_no from records.quarantine q join records.import i using (import_no)
                 where i.agency_id = (select access.viewer_agency()) and i.accepted_at < ? order by 1, 2 limit ?""")
                .params(today.minusYears(type.years()).atStartOfDay().atOffset(java.time.ZoneOffset.UTC), MOST)
                .query((row, number) -> recordsByRow.put(new RowKey(row.getInt(1), row.getLong(2)), Map.of()))
                .list();
        return new Found(recordsByRow, 0);
    }

    private void findDue(Type type) {
        Map<UUID, Optional<LocalDate>> births = births(type);
        sql.sql("""
                select r.record_id, r.shape,
                       greatest(r.occurred_to, r.known_from, (r.received_at at time zone 'Europe/London')::date) as last
                  from picture.record r
                 where r.agency_id = (select access.viewer_agency()) and r.shape = any(cast(? as text[]))
                 order by last, r.record_id limit ?""")
                .params("{" + String.join(",", type.shapes()) + "}", MOST)
                .query((row, number) -> {
                    UUID record = row.getObject(1, UUID.class);
                    List<Type> covering = schedule.covering(agencyKind, row.getString(2), today);
                    LocalDate last = row.getObject(3, LocalDate.class);
                    boolean over = covering.contains(type)
                            && schedule.end(covering, births.getOrDefault(record, Optional.empty()), last)
                                    .filter(end -> !end.isAfter(today))
                                    .isPresent();
                    return over && due.add(record);
                })
                .list();
    }

    // The latest birth of the record's own subject, or of any person it refers to.
    private Map<UUID, Optional<LocalDate>> births(Type type) {
        Map<UUID, Optional<LocalDate>> births = new HashMap<>();
        sql.sql("""
                select r.record_id, p.body from picture.record r
                  left join picture.reference f on f.from_record = r.record_id
                  join picture.record p on p.shape = 'person' and p.record_id in (r.record_id, f.to_record)
                 where r.agency_id = (select access.viewer_agency()) and r.shape = any(cast(? as text[]))""")
                .param("{" + String.join(",", type.shapes()) + "}")
                .query((row, number) ->
                        births.merge(row.getObject(1, UUID.class), birth(row.getString(2)), Candidates::later))
                .list();
        return births;
    }

    private static Optional<LocalDate> birth(String body) {
        StandardRecord person = StandardRecord.fromJson(body);
        Field<?> field = person.shape().field("date_of_birth");
        return person.all(field).stream()
                .map(UncertainDate.class::cast)
                .map(UncertainDate::latest)
                .max(LocalDate::compareTo);
    }

    // Where the birth of one is not known, nothing is: the record is kept.
    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.flatMap(first -> other.map(second -> first.isAfter(second) ? first : second));
    }

    private void load(Collection<UUID> records) {
        if (records.isEmpty()) {
            return;
        }
        sql.sql("""
                select o.import_no, o.row_no, o.record_id, o.shape
                  from records.header o
                 where (o.import_no, o.row_no) in (select h.import_no, h.row_no from records.header h where h.record_id = any(cast(? as uuid[])))""")
                .param(array(records))
                .query((row, number) -> {
                    RowKey key = new RowKey(row.getInt(1), row.getLong(2));
                    UUID record = row.getObject(3, UUID.class);
                    rowsByRecord.computeIfAbsent(record, any -> new HashSet<>()).add(key);
                    return recordsByRow
                                    .computeIfAbsent(key, any -> new HashMap<>())
                                    .put(record, row.getString(4))
                            == null;
                })
                .list();
    }

    private boolean removeRowsThatMustStay() {
        Set<UUID> going = recordsByRow.values().stream()
                .flatMap(records -> records.keySet().stream())
                .collect(Collectors.toSet());
        Set<UUID> needed = going.isEmpty() ? Set.of() : referredToFromElsewhere(going);
        return recordsByRow
                .values()
                .removeIf(records -> records.entrySet().stream()
                        .anyMatch(entry -> needed.contains(entry.getKey())
                                || (!due.contains(entry.getKey())
                                        && !schedule.covering(agencyKind, entry.getValue(), today)
                                                .isEmpty())));
    }

    private Set<UUID> referredToFromElsewhere(Set<UUID> going) {
        return new HashSet<>(sql.sql("""
                select distinct to_record from picture.reference
                 where to_record = any(cast(? as uuid[])) and from_record <> all(cast(? as uuid[]))""")
                .params(array(going), array(going))
                .query(UUID.class)
                .list());
    }

    static String array(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
