package clew.app.identity;

import clew.core.linkage.LinkResult;
import clew.core.linkage.ScoredPairs;
import java.util.List;
import java.util.UUID;

/**
 * The rows that say who is who. Within a component every pair is kept with its weight, so that persons can be worked out anew for who may not see all of
 * it; pairs of one person, and those that a person might want to look at, are kept with their reasons.
 */
final class PersonTables {
    private final Partition partition;
    private final LinkResult result;
    private final ShownPairs shown;

    PersonTables(Partition partition, LinkResult result) {
        this.partition = partition;
        this.result = result;
        this.shown = new ShownPairs(partition, result.pairs());
    }

    /** Hands over all rows; {@code ids} are those of the partition's persons. */
    void write(List<UUID> ids, PersonRows rows) {
        UUID[] idOf = new UUID[partition.records()];
        List<List<Integer>> persons = partition.persons();
        for (int person = 0; person < persons.size(); person++) {
            for (int row : persons.get(person)) {
                idOf[row] = ids.get(person);
            }
        }
        for (int row : partition.order()) {
            Subject subject = partition.subject(row);
            rows.member(new PersonRows.Member(
                    subject.record(), subject.classId(), record(partition.componentOf(row)), idOf[row]));
        }
        partition.components().forEach(component -> writeComponent(component, idOf, rows));
        writeReview(rows);
        new Attentions(partition, result).write(rows);
    }

    private void writeComponent(List<Integer> component, UUID[] idOf, PersonRows rows) {
        int first = component.get(0);
        List<Integer> classes = component.stream()
                .map(row -> partition.subject(row).classId())
                .distinct()
                .sorted()
                .toList();
        int persons = (int) component.stream().map(row -> idOf[row]).distinct().count();
        rows.component(new PersonRows.Component(record(first), record(partition.wholeOf(first)), classes, persons));
        for (int i = 0; i < component.size(); i++) {
            for (int j = i + 1; j < component.size(); j++) {
                if (partition.isLinked(component.get(i)) && partition.isLinked(component.get(j))) {
                    write(component.get(i), component.get(j), rows);
                }
            }
        }
    }

    private void writeReview(PersonRows rows) {
        ScoredPairs pairs = result.pairs();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int left = pairs.left(pair);
            int right = pairs.right(pair);
            if (partition.componentOf(left) != partition.componentOf(right) && shown.holds(left, right)) {
                boolean ordered = RecordOrder.BY_TEXT.compare(record(left), record(right)) < 0;
                write(ordered ? left : right, ordered ? right : left, rows);
            }
        }
    }

    private void write(int left, int right, PersonRows rows) {
        rows.link(new PersonRows.Link(
                partition.subject(left),
                partition.subject(right),
                result.weight(left, right),
                result.wasCompared(left, right),
                result.doubt(left, right).orElse(null),
                shown.holds(left, right) ? () -> ExplanationJson.write(result.explain(left, right)) : null));
    }

    private UUID record(int row) {
        return partition.subject(row).record();
    }
}
