package clew.app.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All persons of one reader at once, each by the first of its records: for what is worked out over everybody. */
public final class PersonsShown {
    private PersonsShown() {}

    /**
     * The first record of the person to whom each visible record belongs.
     *
     * @param sql in a transaction that carries the reader's rights
     */
    public static Map<UUID, UUID> firstRecords(JdbcClient sql) {
        Map<UUID, UUID> first = new HashMap<>();
        Map<UUID, UUID> firstOfPerson = new HashMap<>();
        List<UUID[]> stored = sql.sql(
                        "select record_id, person_id from picture.membership join picture.component using (component_id)")
                .query((row, number) -> new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)})
                .list();
        stored.forEach(member -> firstOfPerson.merge(member[1], member[0], PersonsShown::smaller));
        stored.forEach(member -> first.put(member[0], firstOfPerson.getOrDefault(member[1], member[0])));
        List<UUID> others = sql.sql("""
                        select record_id from picture.membership m
                         where not exists (select from picture.component c where c.component_id = m.component_id)""")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        List<SortedSet<UUID>> persons = others.isEmpty() ? new ArrayList<>() : new ViewerPersons(sql, null).of(others);
        persons.forEach(person -> person.forEach(record -> first.put(record, person.first())));
        return first;
    }

    /** The same for the persons of these records alone, with all their records. */
    public static Map<UUID, UUID> firstRecords(JdbcClient sql, Collection<UUID> records) {
        Map<UUID, UUID> first = new HashMap<>();
        new ViewerPersons(sql, null)
                .of(records)
                .forEach(person -> person.forEach(record -> first.put(record, person.first())));
        return first;
    }

    private static UUID smaller(UUID one, UUID other) {
        return RecordOrder.BY_TEXT.compare(one, other) <= 0 ? one : other;
    }
}
