package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Persons that were joined though one weak link holds them together: two groups of two or more records, each held by strong ties, between which every tie weighs less than
 * {@link #WEAK} above the threshold. Every pair of the person's records is weighed, candidate or not; what people said to be one person is no weak link. A function of the
 * person's records alone, so that it is the same in whatever table they are linked.
 */
final class Bridges {
    /** In bits: from even odds up to eight to one. */
    private static final long WEAK = 3 * Explanation.UNITS_PER_BIT;

    private static final int LEAST_RECORDS = 4;
    private static final int CHUNK = 256;

    private final Edges edges;
    private final Clusters.PairLook look;
    private final long strong;
    private final Constraints constraints;
    /** By record: the first record of its person. */
    private final int[] first;

    Bridges(Edges edges, Clusters.PairLook look, long threshold, Constraints constraints, int[] first) {
        this.edges = edges;
        this.look = look;
        this.constraints = constraints;
        this.first = first;
        strong = threshold + WEAK;
    }

    /**
     * A person held together by one weak link.
     *
     * @param rows all its records, ascending
     * @param left a record of one group
     * @param right the record of the other by which it is tied to it most
     */
    record Bridge(int[] rows, int left, int right) {}

    /** In the order of the first records of the persons. */
    List<Bridge> find(Workers workers) {
        List<int[]> suspects = suspects();
        List<Callable<List<Bridge>>> tasks = new ArrayList<>();
        for (int from = 0; from < suspects.size(); from += CHUNK) {
            List<int[]> some = suspects.subList(from, Math.min(suspects.size(), from + CHUNK));
            tasks.add(() ->
                    some.stream().map(this::bridge).flatMap(Optional::stream).toList());
        }
        return workers.run(tasks).stream().flatMap(List::stream).toList();
    }

    /** Persons that strong pairs do not hold together by themselves. */
    private List<int[]> suspects() {
        int[] records = new int[first.length];
        for (int person : first) {
            records[person]++;
        }
        UnionFind held = new UnionFind(first.length);
        for (int i = 0; i < edges.size() && edges.weight()[i] >= strong; i++) {
            int person = first[edges.left()[i]];
            if (records[person] >= LEAST_RECORDS && person == first[edges.right()[i]]) {
                held.join(edges.left()[i], edges.right()[i]);
            }
        }
        constraints.joins().forEach(pair -> held.join(pair[0], pair[1]));
        Map<Integer, List<Integer>> large = new LinkedHashMap<>();
        Set<Integer> loose = new HashSet<>();
        for (int row = 0; row < first.length; row++) {
            int person = first[row];
            if (records[person] >= LEAST_RECORDS) {
                large.computeIfAbsent(person, key -> new ArrayList<>()).add(row);
                if (held.find(row) != held.find(person)) {
                    loose.add(person);
                }
            }
        }
        large.keySet().retainAll(loose);
        return large.values().stream()
                .map(rows -> rows.stream().mapToInt(row -> row).toArray())
                .toList();
    }

    /** The weakest of the links by which groups held by strong ties hang together. */
    private Optional<Bridge> bridge(int[] rows) {
        UnionFind held = new UnionFind(rows.length);
        boolean[] isGroup = new boolean[rows.length];
        Optional<Bridge> bridge = Optional.empty();
        for (HowJoined.Tie tie : HowJoined.ties(rows, this::weight)) {
            int left = held.find(Arrays.binarySearch(rows, tie.left()));
            int right = held.find(Arrays.binarySearch(rows, tie.right()));
            boolean isStrong = tie.weight() >= strong;
            if (!isStrong && isGroup[left] && isGroup[right]) {
                bridge = Optional.of(new Bridge(rows, tie.left(), tie.right()));
            }
            held.join(left, right);
            isGroup[held.find(left)] = isStrong || isGroup[left] || isGroup[right];
        }
        return bridge;
    }

    private long weight(int one, int other) {
        int left = Math.min(one, other);
        int right = Math.max(one, other);
        return constraints.areOne(left, right) ? Long.MAX_VALUE : look.score(left, right, look.pattern(left, right));
    }
}
