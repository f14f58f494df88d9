package clew.core.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Every candidate pair once, under the first rule that gives it, with its pattern of outcomes. */
final class Candidates {
    private static final long PAIRS_A_TASK = 400_000;
    private final List<Chunk> chunks;
    private final Histogram histogram;
    private final long[] newPairs;

    private Candidates(List<Chunk> chunks, Histogram histogram, long[] newPairs) {
        this.chunks = chunks;
        this.histogram = histogram;
        this.newPairs = newPairs;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    Histogram histogram() {
        return histogram;
    }

    /** Pairs that a rule gave and no rule before it. */
    long newPairs(int rule) {
        return newPairs[rule];
    }

    long size() {
        return chunks.stream().mapToLong(chunk -> chunk.size).sum();
    }

    static Candidates find(Records records, Plan plan, Blocks blocks, boolean acrossSourcesOnly, Workers workers) {
        List<Callable<Chunk>> tasks = new ArrayList<>();
        ThreadLocal<Comparator.Scratch> scratches = ThreadLocal.withInitial(Comparator.Scratch::new);
        for (int rule = 0; rule < blocks.width(); rule++) {
            addTasks(tasks, records, plan, blocks, rule, acrossSourcesOnly, scratches);
        }
        List<Chunk> chunks = workers.run(tasks);
        Histogram histogram = new Histogram();
        long[] newPairs = new long[blocks.width()];
        for (Chunk chunk : chunks) {
            histogram.add(chunk.histogram());
            newPairs[chunk.rule] += chunk.size;
            chunk.dropHistogram();
        }
        return new Candidates(chunks, histogram, newPairs);
    }

    private static void addTasks(
            List<Callable<Chunk>> tasks,
            Records records,
            Plan plan,
            Blocks blocks,
            int rule,
            boolean acrossSourcesOnly,
            ThreadLocal<Comparator.Scratch> scratches) {
        int[] bounds = blocks.bounds(rule);
        int first = 0;
        long pairs = 0;
        for (int block = 0; block < bounds.length / 2; block++) {
            long size = bounds[block * 2 + 1] - bounds[block * 2];
            pairs += size * (size - 1) / 2;
            if (pairs >= PAIRS_A_TASK || block == bounds.length / 2 - 1) {
                int from = first;
                int to = block + 1;
                tasks.add(() -> compare(records, plan, blocks, rule, from, to, acrossSourcesOnly, scratches));
                first = to;
                pairs = 0;
            }
        }
    }

    private static Chunk compare(
            Records records,
            Plan plan,
            Blocks blocks,
            int rule,
            int from,
            int to,
            boolean acrossSourcesOnly,
            ThreadLocal<Comparator.Scratch> scratches) {
        Chunk chunk = new Chunk(rule);
        Comparator.Scratch scratch = scratches.get();
        int[] rows = blocks.rows(rule);
        int[] bounds = blocks.bounds(rule);
        for (int block = from; block < to; block++) {
            for (int i = bounds[block * 2]; i < bounds[block * 2 + 1]; i++) {
                for (int j = i + 1; j < bounds[block * 2 + 1]; j++) {
                    int left = rows[i];
                    int right = rows[j];
                    boolean skipped = acrossSourcesOnly && records.source(left) == records.source(right)
                            || blocks.givenEarlier(left, right, rule);
                    if (!skipped) {
                        chunk.add(left, right, plan.pattern(left, right, scratch), blocks.mask(left, right, rule));
                    }
                }
            }
        }
        return chunk;
    }

    /** Pairs found by one task. */
    static final class Chunk {
        private static final int PART = 1 << 13;
        private final int rule;
        private final List<int[]> rows = new ArrayList<>();
        private final List<long[]> patterns = new ArrayList<>();
        private Histogram histogram = new Histogram();
        private int[] lastRows = {};
        private long[] lastPatterns = {};
        private int place = PART;
        private int size;

        Chunk(int rule) {
            this.rule = rule;
        }

        void add(int left, int right, long pattern, long mask) {
            if (place == PART) {
                lastRows = new int[PART * 2];
                lastPatterns = new long[PART];
                rows.add(lastRows);
                patterns.add(lastPatterns);
                place = 0;
            }
            lastRows[place * 2] = left;
            lastRows[place * 2 + 1] = right;
            lastPatterns[place++] = pattern;
            histogram.add(pattern, mask, 1);
            size++;
        }

        int size() {
            return size;
        }

        int left(int pair) {
            return rows.get(pair / PART)[pair % PART * 2];
        }

        int right(int pair) {
            return rows.get(pair / PART)[pair % PART * 2 + 1];
        }

        long pattern(int pair) {
            return patterns.get(pair / PART)[pair % PART];
        }

        private Histogram histogram() {
            return histogram;
        }

        private void dropHistogram() {
            histogram = new Histogram();
        }
    }
}
