package clew.app.identity;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkResult;
import clew.core.linkage.ScoredPairs;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    private final long reviewFrom;

    /** @param reviewFrom probability from which a pair is kept with its reasons though it was not joined */
    PersonTables(CopyLoader loader, Partition partition, LinkResult result, double reviewFrom) {
        this.partition = partition;
        this.result = result;
        this.reviewFrom = ScoredPairs.weightOf(reviewFrom);
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
                Explanation explanation = result.explain(rows.get(i), rows.get(j));
                boolean together = partition.personOf(rows.get(i)) == partition.personOf(rows.get(j));
                boolean shown = together || explanation.value() >= reviewFrom;
                write(rows.get(i), rows.get(j), explanation.value(), shown ? explanation : null);
            }
        }
    }

    private void writeReview() {
        ScoredPairs pairs = result.pairs();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int left = pairs.left(pair);
            int right = pairs.right(pair);
            if (pairs.weight(pair) >= reviewFrom && partition.componentOf(left) != partition.componentOf(right)) {
                boolean ordered = RecordOrder.BY_TEXT.compare(
                                partition.subject(left).record(),
                                partition.subject(right).record())
                        < 0;
                Explanation explanation = result.explain(left, right);
                write(ordered ? left : right, ordered ? right : left, explanation.value(), explanation);
            }
        }
    }

    private void write(int left, int right, long weight, @Nullable Explanation explanation) {
        Subject one = partition.subject(left);
        Subject other = partition.subject(right);
        links.uuid(one.record())
                .uuid(other.record())
                .number(one.classId())
                .number(other.classId())
                .number(weight)
                .text(result.wasCompared(left, right) ? "t" : "f")
                .text(result.doubt(left, right).orElse(null))
                .text(explanation == null ? null : ExplanationJson.write(explanation))
                .end();
    }
}
