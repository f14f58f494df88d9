package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Pairs of two persons that were not joined, whose weight lies less than {@link #NEAR} below the threshold, and of which a guard asks a person all the same: perhaps
 * parent and child of one name, perhaps one person whose birth was written down wrongly. Such a pair is told, so that what is learnt about the births of namesakes does not
 * decide alone and in silence.
 *
 * <p>Only kept pairs are seen: a cut above the threshold less {@link #NEAR} hides the rest.
 */
final class NearDoubts {
    /** In bits: from even odds down to one in nine. */
    private static final long NEAR = 3 * Explanation.UNITS_PER_BIT;

    private static final int CHUNK = 4096;

    private final Edges edges;
    private final Clusters.PairLook look;
    private final long threshold;
    private final Constraints constraints;
    /** By record: the first record of its person. */
    private final int[] first;

    NearDoubts(Edges edges, Clusters.PairLook look, long threshold, Constraints constraints, int[] first) {
        this.edges = edges;
        this.look = look;
        this.threshold = threshold;
        this.constraints = constraints;
        this.first = first;
    }

    /** The two persons of each such pair, the heaviest first; each two persons once. */
    List<Clusters.Stopped> find(Workers workers) {
        List<Callable<List<Near>>> tasks = new ArrayList<>();
        int end = firstBelow(threshold - NEAR);
        for (int from = firstBelow(threshold); from < end; from += CHUNK) {
            int begin = from;
            tasks.add(() -> doubted(begin, Math.min(end, begin + CHUNK)));
        }
        Set<Long> seen = new HashSet<>();
        List<Near> nearly = workers.run(tasks).stream()
                .flatMap(List::stream)
                .filter(near -> seen.add(near.persons()))
                .toList();
        return withAllRecords(nearly);
    }

    /** Edges are sorted, the heaviest first. */
    private int firstBelow(long weight) {
        int low = 0;
        int high = edges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges.weight()[middle] >= weight) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Near> doubted(int from, int to) {
        List<Near> nearly = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int left = edges.left()[i];
            int right = edges.right()[i];
            if (first[left] != first[right] && !constraints.areApart(left, right)) {
                Guards.Doubt doubt = look.doubt(left, right, look.pattern(left, right));
                if (doubt != Guards.Doubt.NONE) {
                    nearly.add(
                            new Near(doubt, Math.min(first[left], first[right]), Math.max(first[left], first[right])));
                }
            }
        }
        return nearly;
    }

    private List<Clusters.Stopped> withAllRecords(List<Near> nearly) {
        Map<Integer, List<Integer>> records = new HashMap<>();
        for (Near near : nearly) {
            records.put(near.one(), new ArrayList<>());
            records.put(near.other(), new ArrayList<>());
        }
        for (int row = 0; row < first.length && !records.isEmpty(); row++) {
            List<Integer> of = records.get(first[row]);
            if (of != null) {
                of.add(row);
            }
        }
        return nearly.stream().map(near -> near.stopped(records)).toList();
    }

    /** Two persons by their first records, the smaller first. */
    private record Near(Guards.Doubt doubt, int one, int other) {
        long persons() {
            return (long) one << 32 | other;
        }

        Clusters.Stopped stopped(Map<Integer, List<Integer>> records) {
            int[] rows = IntStream.concat(rows(records, one), rows(records, other))
                    .sorted()
                    .toArray();
            return new Clusters.Stopped(doubt, rows);
        }

        private static IntStream rows(Map<Integer, List<Integer>> records, int person) {
            return records.getOrDefault(person, List.of()).stream().mapToInt(Integer::intValue);
        }
    }
}
