package clew.app.groups;

import clew.app.groups.Things.Thing;
import clew.core.network.OverConnected;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which records tell who and what was with something, read as their viewer may: its events, of a place also those of the vehicles and phones that were there, who was there with all their records, what is recorded between these, who
 * shares a home with two of them, and with whom somebody of them is connected besides. Nothing else is needed to know what explains that two were together, or is
 * believed to.
 */
final class CompanyReading {
    private static final String TELLING = """
            select r.record_id from picture.record r
             where r.record_id = any (:events::uuid[])
                or r.record_id in (select f.from_record from picture.reference f where f.field in ('event', 'sanitised_of') and f.to_record = any (:events::uuid[]))""";
    private static final String MEANS = """
            select distinct r.record_id from picture.reference f join picture.record r on r.record_id = f.to_record
             where f.from_record = any (?::uuid[]) and r.shape in ('vehicle', 'phone', 'online_account')""";
    /** Of things that not everybody uses, as the kernel has it. */
    private static final String ELSEWHERE = """
            select event from (
                select e.record_id as event, count(*) over (partition by f.to_record) as times
                  from picture.reference f
                  left join picture.reference g on g.from_record = f.from_record and g.field = 'event'
                  join picture.record e on e.record_id = coalesce(g.to_record, f.from_record)
                 where f.to_record = any (?::uuid[]) and e.shape in ('event', 'intelligence', 'missing_episode', 'return_interview')) used
             where times <= %d""".formatted(OverConnected.MOST);

    private static final String NAMED =
            "select distinct to_record from picture.reference where from_record = any (?::uuid[])";
    private static final String CONNECTING = """
            select distinct r.record_id from picture.reference f join picture.record r on r.record_id = f.from_record
             where f.to_record = any (?::uuid[]) and r.shape in ('relationship', 'licence')""";
    private static final String HOMES =
            "select distinct token, record_id from picture.token where record_id = any (?::uuid[]) and split_part(token, ':', 1) in ('uprn', 'postcode')";
    private static final String AT_HOME = """
            select distinct t.record_id from picture.token t join picture.record r using (record_id)
             where t.token = any (?::text[]) and r.shape = 'person'""";

    private final JdbcClient sql;
    private final TierReading reading;
    private final Set<UUID> records = new TreeSet<>();
    private final Map<UUID, UUID> persons = new HashMap<>();

    /** @param sql in a transaction that carries the viewer's rights */
    CompanyReading(JdbcClient sql) {
        this.sql = sql;
        this.reading = new TierReading(sql);
    }

    TierEvidence of(Thing thing) {
        records.addAll(thing.records());
        List<UUID> telling =
                telling(thing.events().stream().map(Things.Event::record).toList());
        records.addAll(telling);
        if (thing.shape().equals("place")) {
            records.addAll(telling(ids(ELSEWHERE, Things.same(sql, ids(MEANS, telling)))));
        }
        Set<UUID> members = named(records);
        members.addAll(named(members));
        members.addAll(thing.records());
        Set<UUID> people = known(members);
        members.addAll(people);
        List<UUID> between = ids(CONNECTING, members);
        records.addAll(between);
        known(named(between));
        known(ids(AT_HOME, shared(people).toArray(String[]::new)));
        thing.records().forEach(record -> persons.put(record, thing.records().getFirst()));
        return TierEvidence.of(reading, records, persons);
    }

    private List<UUID> telling(Collection<UUID> events) {
        return sql.sql(TELLING)
                .param("events", events.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private Set<UUID> named(Collection<UUID> by) {
        return new HashSet<>(ids(NAMED, by));
    }

    /** Takes these in, and of people among them all their records; the result is the people's. */
    private Set<UUID> known(Collection<UUID> these) {
        Map<UUID, UUID> found = reading.persons(these);
        persons.putAll(found);
        records.addAll(these);
        records.addAll(found.keySet());
        return found.keySet();
    }

    /** Homes of two or more of these people: of no other does it matter how many live there. */
    private Set<String> shared(Set<UUID> people) {
        Map<String, Set<UUID>> who = new HashMap<>();
        sql.sql(HOMES).param(people.toArray(UUID[]::new)).query(row -> {
            UUID record = row.getObject(2, UUID.class);
            who.computeIfAbsent(row.getString(1), home -> new HashSet<>()).add(persons.getOrDefault(record, record));
        });
        who.values().removeIf(several -> several.size() < 2);
        return who.keySet();
    }

    private List<UUID> ids(String query, Collection<UUID> of) {
        return ids(query, of.toArray(UUID[]::new));
    }

    private List<UUID> ids(String query, Object[] of) {
        return sql.sql(query)
                .param(of)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
