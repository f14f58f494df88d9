package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Persons from scored pairs. Components of pairs at or above the threshold are not taken as they are: inside each, groups are joined by the mean weight of
 * <em>all</em> their pairs (average linkage), best first, as long as that mean is at or above the threshold less {@link #slack}; so one doubtful bridge does not make one
 * person of two. Records that people said not to be one person stay apart; what they said to be one is joined after that ({@link SaidTogether}). Deterministic: ties go to
 * the records that come first.
 */
final class Clusters {
    /** Records up to which a component is looked at pair by pair. */
    static final int LARGEST = 400;

    private static final int MOST_SLACK_BITS = 3;
    private static final int STOPPED = -1;
    private static final long STEP = 2_000_000;
    /** Components that one task joins. */
    private static final int TOGETHER = 2_048;

    /** Looks at any two records, candidates or not. */
    interface PairLook {
        long pattern(int left, int right);

        long score(int left, int right, long pattern);

        Guards.Doubt doubt(int left, int right, long pattern);

        /** Fills in the patterns of some pairs. */
        default void comparePatterns(PairBatch pairs) {
            for (int pair = 0; pair < pairs.size; pair++) {
                pairs.patterns[pair] = pattern(pairs.left[pair], pairs.right[pair]);
            }
        }
    }

    /**
     * Two groups that would have been joined but for a doubt.
     *
     * @param doubt the reason
     * @param rows of both, ascending
     */
    record Stopped(Guards.Doubt doubt, int[] rows) {}

    /** What was stopped in the component that begins with a record. */
    private record Stop(int component, Stopped stopped) {}

    private final Edges edges;
    private final PairLook look;
    private final long threshold;
    private final long clip;
    private final Constraints constraints;
    private final List<Stopped> stopped = new ArrayList<>();
    private final List<int[]> chained = new ArrayList<>();
    /** By record: of the pairs that hold its component together the last that it comes first in. */
    private int[] lastEdge = {};

    Clusters(Edges edges, PairLook look, long threshold, long clip) {
        this(edges, look, threshold, clip, Constraints.NONE);
    }

    Clusters(Edges edges, PairLook look, long threshold, long clip, Constraints constraints) {
        this.constraints = constraints;
        this.edges = edges;
        this.look = look;
        this.threshold = threshold;
        this.clip = clip;
    }

    /** Many pairs that agree so far are better evidence than one: a bit less is asked of two pairs, two of four, three of eight and more. */
    static long slack(int pairs) {
        return Math.min(MOST_SLACK_BITS, 31 - Integer.numberOfLeadingZeros(pairs)) * Explanation.UNITS_PER_BIT;
    }

    /** What was stopped, in the order of the records concerned; known after {@link #find}. */
    List<Stopped> stopped() {
        return stopped;
    }

    /** Components too large to be looked at pair by pair, which fell apart stepwise; known after {@link #find}. */
    List<int[]> chained() {
        return chained;
    }

    /** For each record the first record of its person. */
    int[] find(int records, Workers workers) {
        int[] first = new int[records];
        Arrays.setAll(first, i -> i);
        lastEdge = new int[records];
        List<int[]> components = components(records);
        List<Callable<List<Stopped>>> tasks = new ArrayList<>();
        for (int from = 0; from < components.size(); from += TOGETHER) {
            List<int[]> some = components.subList(from, Math.min(components.size(), from + TOGETHER));
            tasks.add(() -> join(some, first));
        }
        workers.run(tasks).forEach(stopped::addAll);
        joinSaid(first);
        return first;
    }

    private List<Stopped> join(List<int[]> components, int[] first) {
        List<Stop> stops = new ArrayList<>();
        List<int[]> larger = new ArrayList<>();
        for (int[] component : components) {
            if (component.length == 2) {
                joinTwo(component[0], component[1], first, stops);
            } else {
                larger.add(component);
            }
        }
        new GroupPatterns(look)
                .forEach(larger, (component, patterns) -> new Linking(component, patterns, stops).join(first));
        stops.sort(java.util.Comparator.comparingInt(Stop::component));
        return stops.stream().map(Stop::stopped).toList();
    }

    /** What {@link Linking} would do with two records, as most components are: their only pair has been scored. */
    private void joinTwo(int left, int right, int[] first, List<Stop> stops) {
        int edge = lastEdge[left];
        if (constraints.areApart(left, right) || clipped(edges.weight()[edge]) < threshold) {
            return;
        }
        Guards.Doubt doubt = look.doubt(left, right, edges.pattern()[edge]);
        if (doubt == Guards.Doubt.NONE) {
            first[right] = left;
        } else {
            stops.add(new Stop(left, new Stopped(doubt, new int[] {left, right})));
        }
    }

    private long clipped(long score) {
        return Math.max(-clip, Math.min(clip, score));
    }

    /** What people said to be one; a stop that came to nothing by it is forgotten, and none is told twice. */
    private void joinSaid(int[] first) {
        for (Stopped stop : new SaidTogether(constraints, look).join(first)) {
            if (stopped.stream().noneMatch(one -> Arrays.equals(one.rows(), stop.rows()))) {
                stopped.add(stop);
            }
        }
        stopped.removeIf(stop ->
                IntStream.of(stop.rows()).map(row -> first[row]).distinct().count() == 1);
    }

    /** What pairs hold together at the threshold, in the order of first records; what is too large to look at pair by pair falls apart stepwise, its weakest pairs first. */
    private List<int[]> components(int records) {
        List<int[]> all = new ArrayList<>();
        boolean[] inLarge = new boolean[records];
        Arrays.fill(inLarge, true);
        boolean any = true;
        for (long least = threshold; any; least += STEP) {
            UnionFind joined = new UnionFind(records);
            for (int i = 0; i < edges.size() && edges.weight()[i] >= least; i++) {
                if (inLarge[edges.left()[i]]) {
                    joined.join(edges.left()[i], edges.right()[i]);
                    lastEdge[edges.left()[i]] = i;
                }
            }
            Arrays.fill(inLarge, false);
            any = false;
            for (int[] group : joined.groups()) {
                if (group.length <= LARGEST) {
                    all.add(group);
                    continue;
                }
                if (least == threshold) {
                    chained.add(group);
                }
                IntStream.of(group).forEach(row -> inLarge[row] = true);
                any = true;
            }
        }
        if (!chained.isEmpty()) {
            all.sort(java.util.Comparator.comparingInt(group -> group[0]));
        }
        return all;
    }

    /** Average linkage inside one component. */
    private final class Linking {
        private final int[] component;
        private final int size;
        /** Sum of the weights between two groups, row after row. */
        private final long[] sums;

        /** Records of a group, 0 once it has been joined to an earlier one. */
        private final int[] count;

        private final int[] group;

        /** Doubtful pairs between two groups, row after row; STOPPED when they must not be joined. */
        private final int[] doubtful;

        private final List<Stop> stops;

        Linking(int[] component, long[] patterns, List<Stop> stops) {
            this.component = component;
            this.stops = stops;
            size = component.length;
            sums = new long[size * size];
            doubtful = new int[size * size];
            int pair = 0;
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    long pattern = patterns[pair++];
                    long score = look.score(component[i], component[j], pattern);
                    doubtful[i * size + j] =
                            look.doubt(component[i], component[j], pattern) == Guards.Doubt.NONE ? 0 : 1;
                    doubtful[j * size + i] = doubtful[i * size + j];
                    sums[i * size + j] = clipped(score);
                    sums[j * size + i] = sums[i * size + j];
                }
            }
            count = new int[size];
            Arrays.fill(count, 1);
            group = new int[size];
            Arrays.setAll(group, i -> i);
            keepApart();
        }

        private void keepApart() {
            if (!constraints.anyApart()) {
                return;
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    if (constraints.areApart(component[i], component[j])) {
                        doubtful[i * size + j] = STOPPED;
                    }
                }
            }
        }

        void join(int[] first) {
            while (joinBest()) {}
            for (int i = 0; i < size; i++) {
                first[component[i]] = component[group[i]];
            }
        }

        private boolean joinBest() {
            int bestLeft = -1;
            int bestRight = -1;
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size && count[i] > 0; j++) {
                    if (count[j] > 0 && doubtful[i * size + j] >= 0) {
                        int pairs = count[i] * count[j];
                        double mean = (double) sums[i * size + j] / pairs;
                        if (mean > best && mean >= threshold - slack(pairs)) {
                            best = mean;
                            bestLeft = i;
                            bestRight = j;
                        }
                    }
                }
            }
            if (bestLeft < 0) {
                return false;
            }
            if (doubtful[bestLeft * size + bestRight] * 2 >= count[bestLeft] * count[bestRight]) {
                stop(bestLeft, bestRight);
            } else {
                merge(bestLeft, bestRight);
            }
            return true;
        }

        private void stop(int left, int right) {
            doubtful[left * size + right] = STOPPED;
            doubtful[right * size + left] = STOPPED;
            int[] rows = IntStream.range(0, size)
                    .filter(i -> group[i] == left || group[i] == right)
                    .map(i -> component[i])
                    .toArray();
            stops.add(new Stop(component[0], new Stopped(reason(left, right), rows)));
        }

        private Guards.Doubt reason(int left, int right) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    if (group[i] == left && group[j] == right) {
                        Guards.Doubt doubt =
                                look.doubt(component[i], component[j], look.pattern(component[i], component[j]));
                        if (doubt != Guards.Doubt.NONE) {
                            return doubt;
                        }
                    }
                }
            }
            return Guards.Doubt.NONE;
        }

        private void merge(int into, int from) {
            for (int i = 0; i < size; i++) {
                sums[into * size + i] += sums[from * size + i];
                sums[i * size + into] = sums[into * size + i];
                doubtful[into * size + i] = doubtful[into * size + i] < 0 || doubtful[from * size + i] < 0
                        ? STOPPED
                        : doubtful[into * size + i] + doubtful[from * size + i];
                doubtful[i * size + into] = doubtful[into * size + i];
                if (group[i] == from) {
                    group[i] = into;
                }
            }
            count[into] += count[from];
            count[from] = 0;
        }
    }
}
