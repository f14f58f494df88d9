package clew.app.identity;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkResult;
import clew.core.linkage.ScoredPairs;
import java.util.List;
import java.util.UUID;

/**
 * The tables that say who is who. Within a component every pair is kept with its weight, so that persons can be worked out anew for who may not see all of
 * it; pairs of one person, and those that a person might want to look at, are kept with their reasons.
 */
final class PersonTables {
    private final Partition partition;
    private final LinkResult result;
    private final CopyRows components;
    private final CopyRows memberships;
    private final CopyRows links;
    private final ShownPairs shown;

    PersonTables(CopyLoader loader, Partition partition, LinkResult result) {
        this.partition = partition;
        this.result = result;
        this.shown = new ShownPairs(partition, result.pairs());
        components = loader.table("component");
        memberships = loader.table("membership");
        links = loader.table("link");
    }

    /** Writes all three tables; {@code ids} are those of the partition's persons. */
    void write(List<UUID> ids) {
        UUID[] idOf = new UUID[partition.records()];
        List<List<Integer>> persons = partition.persons();
        for (int person = 0; person < persons.size(); person++) {
            for (int row : persons.get(person)) {
                idOf[row] = ids.get(person);
            }
        }
        for (int row : partition.order()) {
            Subject subject = partition.subject(row);
            memberships
                    .uuid(subject.record())
                    .number(subject.classId())
                    .number(partition.componentOf(row))
                    .uuid(idOf[row])
                    .end();
        }
        partition.components().forEach(this::writeComponent);
        writeReview();
    }

    long links() {
        return links.rows();
    }

    private void writeComponent(List<Integer> rows) {
        String classes = StoredPersons.array(rows.stream()
                .map(row -> partition.subject(row).classId())
                .distinct()
                .sorted()
                .toList());
        components.number(partition.componentOf(rows.get(0))).text(classes).end();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                write(rows.get(i), rows.get(j));
            }
        }
    }

    private void writeReview() {
        ScoredPairs pairs = result.pairs();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int left = pairs.left(pair);
            int right = pairs.right(pair);
            if (partition.componentOf(left) != partition.componentOf(right) && shown.holds(left, right)) {
                boolean ordered = RecordOrder.BY_TEXT.compare(
                                partition.subject(left).record(),
                                partition.subject(right).record())
                        < 0;
                write(ordered ? left : right, ordered ? right : left);
            }
        }
    }

    private void write(int left, int right) {
        Subject one = partition.subject(left);
        Subject other = partition.subject(right);
        Explanation explanation = shown.holds(left, right) ? result.explain(left, right) : null;
        links.uuid(one.record())
                .uuid(other.record())
                .number(one.classId())
                .number(other.classId())
                .number(explanation == null ? result.weight(left, right) : explanation.value())
                .text(result.wasCompared(left, right) ? "t" : "f")
                .text(result.doubt(left, right).orElse(null))
                .text(explanation == null ? null : ExplanationJson.write(explanation))
                .end();
    }
}
