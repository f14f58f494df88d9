package clew.app.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The links among the records of a person, the strongest first: what would hang together without a weak one. */
record HangingTogether(Collection<UUID> records, List<Link> links) {

    /** A link between two records. */
    record Link(UUID left, UUID right) {}

    /** Those of some persons, as far as they show, in one reading. */
    static Map<SortedSet<UUID>, HangingTogether> of(JdbcClient sql, Collection<SortedSet<UUID>> persons) {
        Map<SortedSet<UUID>, HangingTogether> all = new HashMap<>();
        Map<UUID, HangingTogether> byRecord = new HashMap<>();
        for (SortedSet<UUID> person : persons) {
            HangingTogether one = all.computeIfAbsent(person, them -> new HangingTogether(them, new ArrayList<>()));
            person.forEach(record -> byRecord.put(record, one));
        }
        if (!persons.isEmpty()) {
            sql.sql("""
                    select left_record, right_record from picture.link where left_record = any (cast(? as uuid[]))
                     order by weight desc, left_record, right_record""").param(StoredDecisions.array(byRecord.keySet())).query(row -> {
                Link link = new Link(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                HangingTogether of = Objects.requireNonNull(byRecord.get(link.left));
                if (of == byRecord.get(link.right)) {
                    of.links.add(link);
                }
            });
        }
        return all;
    }

    /** How many records the smaller of two sides holds, when only links stronger than all that lead from the one record to the other hold. */
    int smallerSide(UUID left, UUID right) {
        Map<UUID, UUID> first = new HashMap<>();
        records.forEach(record -> first.put(record, record));
        for (Link link : links) {
            UUID one = side(first, link.left);
            UUID other = side(first, link.right);
            UUID ofLeft = side(first, left);
            UUID ofRight = side(first, right);
            boolean joinsThem =
                    one.equals(ofLeft) && other.equals(ofRight) || one.equals(ofRight) && other.equals(ofLeft);
            if (joinsThem && !one.equals(other)) {
                break;
            }
            first.replaceAll((record, of) -> of.equals(other) ? one : of);
        }
        return Math.min(size(first, left), size(first, right));
    }

    private static UUID side(Map<UUID, UUID> first, UUID record) {
        return Objects.requireNonNull(first.get(record));
    }

    private static int size(Map<UUID, UUID> first, UUID with) {
        return (int) first.values().stream()
                .filter(side -> side.equals(first.get(with)))
                .count();
    }
}
