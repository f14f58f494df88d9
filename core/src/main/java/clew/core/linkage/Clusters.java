package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Persons from scored pairs. Components of pairs at or above the threshold are not taken as they are: inside each, groups are joined by the mean weight of
 * <em>all</em> their pairs (average linkage), best first, as long as that mean is at or above the threshold; so one doubtful bridge does not make one
 * person of two. Deterministic: ties go to the records that come first.
 */
final class Clusters {
    /** Records up to which a component is looked at pair by pair. */
    private static final int LARGEST = 400;

    private static final long STEP = 2_000_000;

    /** Scores any two records, candidates or not. */
    interface PairScore {
        long score(int left, int right);
    }

    private final Edges edges;
    private final PairScore scores;
    private final long threshold;
    private final long clip;

    Clusters(Edges edges, PairScore scores, long threshold, long clip) {
        this.edges = edges;
        this.scores = scores;
        this.threshold = threshold;
        this.clip = clip;
    }

    /** For each record the first record of its person. */
    int[] find(int records, Workers workers) {
        int[] first = new int[records];
        Arrays.setAll(first, i -> i);
        List<int[]> components = components(records, threshold);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int from = 0; from < components.size(); from += 256) {
            List<int[]> some = components.subList(from, Math.min(components.size(), from + 256));
            tasks.add(() -> {
                some.forEach(component -> divide(component, first));
                return true;
            });
        }
        workers.run(tasks);
        return first;
    }

    private List<int[]> components(int records, long least) {
        UnionFind joined = new UnionFind(records);
        for (int i = 0; i < edges.size() && edges.weight()[i] >= least; i++) {
            joined.join(edges.left()[i], edges.right()[i]);
        }
        return joined.groups();
    }

    private void divide(int[] component, int[] first) {
        if (component.length > LARGEST) {
            cut(component, threshold, first);
        } else {
            new Linking(component).join(first);
        }
    }

    /** A component too large to look at pair by pair falls apart stepwise, its weakest pairs first. */
    private void cut(int[] component, long least, int[] first) {
        long next = least + STEP;
        UnionFind joined = new UnionFind(component.length);
        boolean any = false;
        for (int i = 0; i < edges.size() && edges.weight()[i] >= next; i++) {
            int left = Arrays.binarySearch(component, edges.left()[i]);
            int right = Arrays.binarySearch(component, edges.right()[i]);
            if (left >= 0 && right >= 0) {
                joined.join(left, right);
                any = true;
            }
        }
        if (!any) {
            return;
        }
        for (int[] group : joined.groups()) {
            int[] part = Arrays.stream(group).map(place -> component[place]).toArray();
            if (part.length > LARGEST) {
                cut(part, next, first);
            } else {
                new Linking(part).join(first);
            }
        }
    }

    /** Average linkage inside one component. */
    private final class Linking {
        private final int[] component;
        private final int size;
        /** Sum of the weights between two groups. */
        private final long[][] sums;

        /** Records of a group, 0 once it has been joined to an earlier one. */
        private final int[] count;

        private final int[] group;

        Linking(int[] component) {
            this.component = component;
            size = component.length;
            sums = new long[size][size];
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    long score = scores.score(component[i], component[j]);
                    sums[i][j] = Math.max(-clip, Math.min(clip, score));
                    sums[j][i] = sums[i][j];
                }
            }
            count = new int[size];
            Arrays.fill(count, 1);
            group = new int[size];
            Arrays.setAll(group, i -> i);
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
            double best = threshold;
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size && count[i] > 0; j++) {
                    double mean = count[j] == 0
                            ? Double.NEGATIVE_INFINITY
                            : (double) sums[i][j] / ((long) count[i] * count[j]);
                    if (mean > best || mean == best && bestLeft < 0) {
                        best = mean;
                        bestLeft = i;
                        bestRight = j;
                    }
                }
            }
            if (bestLeft < 0) {
                return false;
            }
            merge(bestLeft, bestRight);
            return true;
        }

        private void merge(int into, int from) {
            for (int i = 0; i < size; i++) {
                sums[into][i] += sums[from][i];
                sums[i][into] = sums[into][i];
                if (group[i] == from) {
                    group[i] = into;
                }
            }
            count[into] += count[from];
            count[from] = 0;
        }
    }
}
