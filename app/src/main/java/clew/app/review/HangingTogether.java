package clew.app.review;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The links among the records of a person, the strongest first: what would hang together without a weak one. */
record HangingTogether(Collection<UUID> records, List<Link> links) {

    /** A link between two records. */
    record Link(UUID left, UUID right) {}

    /** Those of a person, as far as they show. */
    static HangingTogether of(JdbcClient sql, Collection<UUID> records) {
        return new HangingTogether(
                records,
                sql.sql("""
                        select left_record, right_record from picture.link
                         where left_record = any (cast(:ids as uuid[])) and right_record = any (cast(:ids as uuid[]))
                         order by weight desc, left_record, right_record""")
                        .param("ids", StoredDecisions.array(records))
                        .query((row, number) -> new Link(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                        .list());
    }

    /** How many records the smaller of two sides holds, when only links stronger than all that lead from the one record to the other hold. */
    int smallerSide(UUID left, UUID right) {
        Map<UUID, UUID> first = new HashMap<>();
        records.forEach(record -> first.put(record, record));
        for (Link link : links) {
            UUID one = Objects.requireNonNull(first.get(link.left));
            UUID other = Objects.requireNonNull(first.get(link.right));
            Set<UUID> joins = new HashSet<>(List.of(one, other));
            if (joins.size() == 2 && joins.equals(new HashSet<>(Arrays.asList(first.get(left), first.get(right))))) {
                break;
            }
            first.replaceAll((record, of) -> of.equals(other) ? one : of);
        }
        return Math.min(size(first, left), size(first, right));
    }

    private static int size(Map<UUID, UUID> first, UUID with) {
        return (int) first.values().stream()
                .filter(side -> side.equals(first.get(with)))
                .count();
    }
}
