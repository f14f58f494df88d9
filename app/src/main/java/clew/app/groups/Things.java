package clew.app.groups;

import clew.app.identity.PersonView;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vehicles, phones, places and adults as subjects of their own: every record of one that its viewer may see, and what happened with it. */
public final class Things {
    private static final String SAME = """
            select distinct o.record_id from picture.token t join picture.token o on o.token = t.token
              join picture.record r on r.record_id = t.record_id join picture.record s on s.record_id = o.record_id
             where t.record_id = any (?::uuid[]) and s.shape = r.shape and split_part(t.token, ':', 1) not in ('name', 'born', 'local_id', 'postcode')
               and (r.shape <> 'place' or coalesce(r.body ->> 'postcode' = s.body ->> 'postcode', true))""";
    private static final String EVENTS = """
            select distinct e.record_id, e.occurred_from, e.known_from, e.body ->> 'event_type' as kind,
                   coalesce(e.known_from, (e.received_at at time zone 'Europe/London')::date) as at_latest
              from picture.reference f
              left join picture.reference g on g.from_record = f.from_record and g.field = 'event'
              join picture.record e on e.record_id = coalesce(g.to_record, f.from_record)
             where f.to_record = any (?::uuid[]) and e.shape in ('event', 'intelligence', 'missing_episode', 'return_interview')
             order by e.occurred_from desc nulls last, e.record_id""";
    private static final String THERE = """
            select g.to_record as event, i.body ->> 'role' as role, f.to_record as who
              from picture.reference g
              join picture.record i on i.record_id = g.from_record and i.shape = 'involvement'
              join picture.reference f on f.from_record = i.record_id and f.field <> 'event'
             where g.field = 'event' and g.to_record = any (?::uuid[])
             order by 1, 2, 3""";
    private static final String VERSIONS = """
            select r.record_id = any (:records::uuid[]) as own, r.record_id || ' ' || r.version_no as version from picture.record r
             where r.record_id = any (:records::uuid[])
                or r.record_id in (select from_record from picture.reference where to_record = any (:records::uuid[]))
                or r.record_id in (select e.to_record from picture.reference f join picture.reference e
                                       on e.from_record = f.from_record and e.field = 'event' where f.to_record = any (:records::uuid[]))
             order by 2""";
    private static final Set<String> SHAPES =
            Set.of("person", "unidentified_person", "vehicle", "phone", "online_account", "organisation", "place");

    private final AppTransactions app;
    private final PersonView persons;
    private final Subjects subjects;

    Things(AppTransactions app, PersonView persons, Subjects subjects) {
        this.app = app;
        this.persons = persons;
        this.subjects = subjects;
    }

    /**
     * Something with what happened.
     *
     * @param shape of its records
     * @param child whether it is somebody under 18 today, or of unknown age
     * @param records all that show, by id
     * @param events the newest first
     * @param told every record named here, in words
     */
    public record Thing(
            UUID record,
            String shape,
            boolean child,
            String name,
            List<UUID> records,
            List<Event> events,
            Map<UUID, Subjects.Told> told) {

        /** With the events that were known to their senders by the end of a day; what else there is of it is of today. */
        public Thing asKnownOn(LocalDate until) {
            return new Thing(
                    record,
                    shape,
                    child,
                    name,
                    records,
                    events.stream()
                            .filter(event -> !event.knownAtLatest().isAfter(until))
                            .toList(),
                    told);
        }

        /** The days on which something of it became known, oldest first. */
        public List<LocalDate> knownDays() {
            return events.stream().map(Event::knownAtLatest).distinct().sorted().toList();
        }
    }

    /**
     * What happened: when, and who was there in what role, by record.
     *
     * @param known the day on which its sender knew, where they said so
     * @param knownAtLatest that day, else the one on which it came in
     */
    public record Event(
            UUID record,
            @Nullable LocalDate day,
            @Nullable LocalDate known,
            String kind,
            Map<UUID, String> there,
            LocalDate knownAtLatest) {}

    /** The thing that a record is of; empty when there is none, or it does not show. */
    public Optional<Thing> of(Rights rights, UUID record) {
        return app.read(rights, sql -> {
            String shape = shape(sql, record);
            return SHAPES.contains(shape) ? Optional.of(thing(sql, rights, record, shape)) : Optional.empty();
        });
    }

    /** All records of the thing that a record is of, by id; the record alone when it shows nothing in common with others. */
    List<UUID> records(JdbcClient sql, Rights rights, UUID record, String shape) {
        Set<UUID> records = new TreeSet<>();
        if (shape.equals("person")) {
            persons.of(rights, record, null)
                    .ifPresent(person -> person.records().forEach(source -> records.add(source.record())));
        } else {
            records.addAll(same(sql, List.of(record)));
        }
        records.add(record);
        return List.copyOf(records);
    }

    /** These, which are not of people, and all that are of the same things, by id. */
    static Set<UUID> same(JdbcClient sql, Collection<UUID> records) {
        Set<UUID> all = new TreeSet<>(records);
        all.addAll(sql.sql(SAME)
                .param(records.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        return all;
    }

    /**
     * What a watcher of a record could see of it, as texts that change when it does.
     *
     * @param records of it, none when nothing shows
     * @param own their versions
     * @param around the versions of what refers to them
     */
    record Seen(List<UUID> records, String own, String around) {}

    Seen seen(JdbcClient sql, Rights rights, UUID record) {
        String shape = shape(sql, record);
        if (shape.isEmpty()) {
            return new Seen(List.of(), "", "");
        }
        List<UUID> records = records(sql, rights, record, shape);
        StringBuilder own = new StringBuilder();
        StringBuilder around = new StringBuilder();
        sql.sql(VERSIONS).param("records", records.toArray(UUID[]::new)).query(row -> {
            (row.getBoolean("own") ? own : around)
                    .append(row.getString("version"))
                    .append('\n');
        });
        return new Seen(records, own.toString(), around.toString());
    }

    /** What a record is of; empty when it does not show. */
    static String shape(JdbcClient sql, UUID record) {
        return sql.sql("select shape from picture.record where record_id = ?")
                .param(record)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Thing thing(JdbcClient sql, Rights rights, UUID record, String shape) {
        List<UUID> records = records(sql, rights, record, shape);
        List<Event> events = events(sql, records);
        List<UUID> named = new ArrayList<>(records);
        events.forEach(event -> {
            named.add(event.record());
            named.addAll(event.there().keySet());
        });
        Map<UUID, Subjects.Told> told = subjects.of(rights, named);
        boolean child = shape.equals("person")
                && persons.of(rights, record, null)
                        .map(person -> person.age().childFirst())
                        .orElse(true);
        return new Thing(record, shape, child, Subjects.names(records, told).getFirst(), records, events, told);
    }

    private static List<Event> events(JdbcClient sql, List<UUID> records) {
        Map<UUID, Map<UUID, String>> there = new HashMap<>();
        List<Event> events = sql.sql(EVENTS)
                .param(records.toArray(UUID[]::new))
                .query((row, number) -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new Event(
                            id,
                            row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class),
                            row.getString(4) == null ? "" : row.getString(4),
                            there.computeIfAbsent(id, event -> new java.util.LinkedHashMap<>()),
                            row.getObject(5, LocalDate.class));
                })
                .list();
        sql.sql(THERE).param(there.keySet().toArray(UUID[]::new)).query(row -> {
            there.getOrDefault(row.getObject(1, UUID.class), new HashMap<>())
                    .putIfAbsent(row.getObject(3, UUID.class), row.getString(2) == null ? "" : row.getString(2));
        });
        return events;
    }
}
