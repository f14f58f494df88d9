package clew.app.identity;

import clew.core.linkage.ScoredPairs;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pairs whose reasons are kept. Among the records that hang together: all of a small person, and of any record the few strongest that hold it in its person
 * and the few strongest that did not join it to another; reasons take twenty times the room of a weight, and nobody reads hundreds of them. Between records that
 * do not hang together all that were found worth a look are kept, because they are few, and because then what is kept of a pair depends on nothing far away.
 */
final class ShownPairs {
    /** Records up to which every pair of a person is shown. */
    static final int SMALL = 8;
    /** Strongest pairs of a record that are shown, within its person and beyond. */
    static final int STRONGEST = 3;

    private final Partition partition;
    private final int[] sizeOf;
    private final Set<Long> strongest = new HashSet<>();

    ShownPairs(Partition partition, ScoredPairs bestFirst) {
        this.partition = partition;
        List<List<Integer>> persons = partition.persons();
        sizeOf = new int[partition.records()];
        persons.forEach(person -> person.forEach(row -> sizeOf[row] = person.size()));
        int[] inside = new int[partition.records()];
        int[] beyond = new int[partition.records()];
        for (int pair = 0; pair < bestFirst.size(); pair++) {
            int left = bestFirst.left(pair);
            int right = bestFirst.right(pair);
            if (partition.wholeOf(left) != partition.wholeOf(right)) {
                continue;
            }
            int[] counts = together(left, right) ? inside : beyond;
            if (counts[left] < STRONGEST || counts[right] < STRONGEST) {
                counts[left]++;
                counts[right]++;
                strongest.add(key(left, right));
            }
        }
    }

    boolean holds(int left, int right) {
        return partition.wholeOf(left) != partition.wholeOf(right)
                || together(left, right) && sizeOf[left] <= SMALL
                || strongest.contains(key(left, right));
    }

    private boolean together(int left, int right) {
        return partition.personOf(left) == partition.personOf(right);
    }

    private static long key(int left, int right) {
        return (long) Math.min(left, right) << 32 | Math.max(left, right);
    }
}
