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
        int size = component.length;
        if (size > LARGEST) {
            System.err.println("LARGE " + size);
            return;
        }
        float[][] sums = new float[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                long score = scores.score(component[i], component[j]);
                sums[i][j] = sums[j][i] = Math.max(-clip, Math.min(clip, score));
            }
        }
        int[] count = new int[size];
        Arrays.fill(count, 1);
        int[] group = new int[size];
        Arrays.setAll(group, i -> i);
        while (true) {
            int bestA = -1;
            int bestB = -1;
            double best = threshold;
            for (int i = 0; i < size; i++) {
                if (count[i] == 0) continue;
                for (int j = i + 1; j < size; j++) {
                    if (count[j] == 0) continue;
                    double mean = (double) sums[i][j] / ((double) count[i] * count[j]);
                    if (mean > best || mean == best && bestA < 0) {
                        best = mean;
                        bestA = i;
                        bestB = j;
                    }
                }
            }
            if (bestA < 0) break;
            for (int k = 0; k < size; k++) {
                sums[bestA][k] += sums[bestB][k];
                sums[k][bestA] = sums[bestA][k];
            }
            count[bestA] += count[bestB];
            count[bestB] = 0;
            for (int k = 0; k < size; k++) if (group[k] == bestB) group[k] = bestA;
        }
        for (int k = 0; k < size; k++) first[component[k]] = component[group[k]];
    }
}
