package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Pairs with their scores, in canonical rows, best first, ties in canonical order. */
record Edges(int[] left, int[] right, long[] weight) {

    int size() {
        return left.length;
    }

    /** Scores all candidates and keeps those from a weight on; patterns that cannot reach it are passed over. {@link TooManyPairs} where the rest needs more memory than there is. */
    static Edges score(Candidates candidates, Weights weights, long leastWeight, Workers workers) {
        long[] patterns = candidates.entries().patterns();
        Weights.@Nullable OfPattern[] hopeful = new Weights.OfPattern[patterns.length];
        long pairs = 0;
        for (int entry = 0; entry < hopeful.length; entry++) {
            if (weights.scoreAtMost(patterns[entry]) >= leastWeight) {
                hopeful[entry] = weights.ofPattern(patterns[entry]);
                pairs += candidates.entries().counts()[entry];
            }
        }
        PairMemory memory = PairMemory.atHand(pairs, PairMemory.SCORED);
        if (!memory.holds(pairs)) {
            throw TooManyPairs.toScore(pairs, memory);
        }
        List<Callable<Edges>> tasks = new ArrayList<>();
        for (Candidates.Chunk chunk : candidates.chunks()) {
            tasks.add(() -> score(chunk, hopeful, weights, leastWeight));
        }
        return sorted(workers.run(tasks));
    }

    private static Edges score(
            Candidates.Chunk chunk, Weights.@Nullable OfPattern[] hopeful, Weights weights, long leastWeight) {
        Edges edges = new Edges(new int[chunk.size()], new int[chunk.size()], new long[chunk.size()]);
        int size = 0;
        for (int pair = 0; pair < chunk.size(); pair++) {
            Weights.OfPattern pattern = hopeful[chunk.entry(pair)];
            if (pattern != null) {
                int left = chunk.left(pair);
                int right = chunk.right(pair);
                long score = weights.score(pattern, left);
                if (score >= leastWeight) {
                    edges.left[size] = Math.min(left, right);
                    edges.right[size] = Math.max(left, right);
                    edges.weight[size++] = score;
                }
            }
        }
        return edges.first(size);
    }

    private Edges first(int size) {
        return new Edges(Arrays.copyOf(left, size), Arrays.copyOf(right, size), Arrays.copyOf(weight, size));
    }

    private static Edges sorted(List<Edges> parts) {
        int size = parts.stream().mapToInt(Edges::size).sum();
        int[] left = new int[size];
        int[] right = new int[size];
        long[] downwards = new long[size];
        long[] records = new long[size];
        int next = 0;
        for (Edges part : parts) {
            System.arraycopy(part.left, 0, left, next, part.size());
            System.arraycopy(part.right, 0, right, next, part.size());
            for (int i = 0; i < part.size(); i++) {
                downwards[next + i] = -part.weight[i];
                records[next + i] = (long) part.left[i] << 32 | part.right[i];
            }
            next += part.size();
        }
        int[] order = LongSort.order(downwards, records);
        Edges edges = new Edges(new int[size], new int[size], new long[size]);
        for (int i = 0; i < size; i++) {
            edges.left[i] = left[order[i]];
            edges.right[i] = right[order[i]];
            edges.weight[i] = -downwards[order[i]];
        }
        return edges;
    }
}
