package clew.app.identity;

import clew.core.explain.Explanation;
import clew.core.linkage.ScoredPairs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why the records of a person are thought to be one, read under the rights of the transaction: a link shows only to who may see both records. */
final class PersonLinks {
    private final JdbcClient sql;

    PersonLinks(JdbcClient sql) {
        this.sql = sql;
    }

    /** The links among these records: first those that hold them together (the strongest spanning tree), then the others, each strongest first. */
    List<PersonView.Link> among(Collection<UUID> records) {
        Set<Set<UUID>> confirmed = confirmed(records);
        List<PersonView.Link> holding = new ArrayList<>();
        List<PersonView.Link> others = new ArrayList<>();
        Map<UUID, UUID> roots = new HashMap<>();
        for (PersonView.Link link : strongestFirst(records, confirmed)) {
            UUID left = root(roots, link.left());
            UUID right = root(roots, link.right());
            (left.equals(right) ? others : holding).add(link);
            roots.put(left, right);
        }
        holding.addAll(others);
        return holding;
    }

    private List<PersonView.Link> strongestFirst(Collection<UUID> records, Set<Set<UUID>> confirmed) {
        String ids = StoredPersons.array(records);
        return sql.sql("""
                select left_record, right_record, weight, explanation from picture.link
                 where explanation is not null and left_record = any(cast(? as uuid[])) and right_record = any(cast(? as uuid[]))
                 order by weight desc, left_record, right_record""")
                .params(ids, ids)
                .query((row, number) -> {
                    UUID left = row.getObject(1, UUID.class);
                    UUID right = row.getObject(2, UUID.class);
                    Explanation explanation = ExplanationJson.read(row.getString(4));
                    return new PersonView.Link(
                            left,
                            right,
                            explanation,
                            ScoredPairs.probabilityOf(row.getLong(3)),
                            confirmed.contains(Set.of(left, right)));
                })
                .list();
    }

    private Set<Set<UUID>> confirmed(Collection<UUID> records) {
        String ids = StoredPersons.array(records);
        return new HashSet<>(sql.sql("""
                select l.record_id, r.record_id
                  from decisions.about l
                  join decisions.about r on r.decision_id = l.decision_id and r.record_id > l.record_id
                  join decisions.in_force d on d.decision_id = l.decision_id and d.kind = 'same_person'
                 where l.record_id = any(cast(? as uuid[])) and r.record_id = any(cast(? as uuid[]))""")
                .params(ids, ids)
                .query((row, number) -> Set.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list());
    }

    private static UUID root(Map<UUID, UUID> roots, UUID record) {
        UUID root = record;
        for (UUID next = roots.get(root); next != null && !next.equals(root); next = roots.get(root)) {
            root = next;
        }
        return root;
    }
}
