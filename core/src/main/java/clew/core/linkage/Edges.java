package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Pairs with their scores, in canonical rows, best first, ties in canonical order.
 *
 * @param left the smaller row
 * @param right the larger row
 * @param weight score in millionths of a bit
 * @param pattern of outcomes
 */
@SuppressWarnings("ArrayRecordComponent")
record Edges(int[] left, int[] right, long[] weight, long[] pattern) {
    /** Of the pairs that are compared most often fewer than one in so many are kept. */
    private static final int MOSTLY_ONE_IN = 4;

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
            tasks.add(() -> score(chunk, patterns, hopeful, weights, leastWeight));
        }
        return sorted(workers.run(tasks));
    }

    private static Edges score(
            Candidates.Chunk chunk,
            long[] patterns,
            Weights.@Nullable OfPattern[] hopeful,
            Weights weights,
            long leastWeight) {
        Edges edges = ofSize(chunk.size() / MOSTLY_ONE_IN);
        int size = 0;
        for (int pair = 0; pair < chunk.size(); pair++) {
            int entry = chunk.entry(pair);
            Weights.OfPattern pattern = hopeful[entry];
            if (pattern != null) {
                int left = chunk.left(pair);
                int right = chunk.right(pair);
                long score = weights.score(pattern, left);
                if (score >= leastWeight) {
                    edges = size < edges.size() ? edges : edges.resized(size * 2 + MOSTLY_ONE_IN);
                    edges.left[size] = Math.min(left, right);
                    edges.right[size] = Math.max(left, right);
                    edges.weight[size] = score;
                    edges.pattern[size++] = patterns[entry];
                }
            }
        }
        return edges.resized(size);
    }

    private static Edges ofSize(int size) {
        return new Edges(new int[size], new int[size], new long[size], new long[size]);
    }

    private Edges resized(int size) {
        return new Edges(
                Arrays.copyOf(left, size),
                Arrays.copyOf(right, size),
                Arrays.copyOf(weight, size),
                Arrays.copyOf(pattern, size));
    }

    private static Edges sorted(List<Edges> parts) {
        int size = parts.stream().mapToInt(Edges::size).sum();
        long[] patterns = new long[size];
        long[] downwards = new long[size];
        long[] records = new long[size];
        int next = 0;
        for (Edges part : parts) {
            System.arraycopy(part.pattern, 0, patterns, next, part.size());
            for (int i = 0; i < part.size(); i++) {
                downwards[next + i] = -part.weight[i];
                records[next + i] = (long) part.left[i] << 32 | part.right[i];
            }
            next += part.size();
        }
        int[] order = LongSort.order(downwards, records);
        Edges edges = ofSize(size);
        for (int i = 0; i < size; i++) {
            edges.left[i] = (int) (records[order[i]] >>> 32);
            edges.right[i] = (int) records[order[i]];
            edges.weight[i] = -downwards[order[i]];
            edges.pattern[i] = patterns[order[i]];
        }
        return edges;
    }
}
