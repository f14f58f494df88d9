package clew.core.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Pairs with their scores, in canonical rows, best first, ties in canonical order. */
record Edges(int[] left, int[] right, long[] weight) {

    int size() {
        return left.length;
    }

    /** Scores all candidates and keeps those from a weight on. */
    static Edges score(Candidates candidates, Weights weights, long leastWeight, Workers workers) {
        List<Callable<Edges>> tasks = new ArrayList<>();
        for (Candidates.Chunk chunk : candidates.chunks()) {
            tasks.add(() -> score(chunk, weights, leastWeight));
        }
        return sorted(workers.run(tasks));
    }

    private static Edges score(Candidates.Chunk chunk, Weights weights, long leastWeight) {
        int[] kept = new int[chunk.size()];
        long[] scores = new long[chunk.size()];
        int size = 0;
        for (int pair = 0; pair < chunk.size(); pair++) {
            long score = weights.score(chunk.left(pair), chunk.right(pair), chunk.pattern(pair));
            if (score >= leastWeight) {
                kept[size] = pair;
                scores[size++] = score;
            }
        }
        Edges edges = new Edges(new int[size], new int[size], new long[size]);
        for (int i = 0; i < size; i++) {
            int left = chunk.left(kept[i]);
            int right = chunk.right(kept[i]);
            edges.left[i] = Math.min(left, right);
            edges.right[i] = Math.max(left, right);
            edges.weight[i] = scores[i];
        }
        return edges;
    }

    private static Edges sorted(List<Edges> parts) {
        int size = parts.stream().mapToInt(Edges::size).sum();
        int[] left = new int[size];
        int[] right = new int[size];
        long[] weight = new long[size];
        int next = 0;
        for (Edges part : parts) {
            System.arraycopy(part.left, 0, left, next, part.size());
            System.arraycopy(part.right, 0, right, next, part.size());
            System.arraycopy(part.weight, 0, weight, next, part.size());
            next += part.size();
        }
        int[] order = LongSort.order(size, pair -> -weight[pair], pair -> (long) left[pair] << 32 | right[pair]);
        Edges edges = new Edges(new int[size], new int[size], new long[size]);
        for (int i = 0; i < size; i++) {
            edges.left[i] = left[order[i]];
            edges.right[i] = right[order[i]];
            edges.weight[i] = weight[order[i]];
        }
        return edges;
    }
}
