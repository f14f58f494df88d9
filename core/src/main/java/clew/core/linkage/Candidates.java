package clew.core.linkage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongPredicate;

/** Every candidate pair once, under the first rule that gives it, with its pattern of outcomes; pairs that no one will ask for again are counted, not kept. */
final class Candidates {
    private static final long PAIRS_A_TASK = 100_000;
    /** Records whose keys are fetched together: few enough to stay in the cache until they are compared. */
    private static final int ROWS_AHEAD = 512;

    private final List<Chunk> chunks;
    private final Histogram.Entries entries;
    private final long[] newPairs;

    private Candidates(List<Chunk> chunks, Histogram.Entries entries, int rules) {
        this.chunks = chunks;
        this.entries = entries;
        newPairs = new long[rules];
        chunks.forEach(chunk -> newPairs[chunk.rule] += chunk.compared);
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /** How many pairs have which pattern and are given by which rules. */
    Histogram.Entries entries() {
        return entries;
    }

    /** Pairs that a rule gave and no rule before it. */
    long newPairs(int rule) {
        return newPairs[rule];
    }

    /** How many pairs were compared. */
    long size() {
        return chunks.stream().mapToLong(chunk -> chunk.compared).sum();
    }

    /** All candidates, to learn from; {@link TooManyPairs} where they need more memory than there is. */
    static Candidates find(Records records, Plan plan, Blocks blocks, boolean acrossSourcesOnly, Workers workers) {
        PairMemory memory = PairMemory.atHand(blocks.pairs(), PairMemory.CANDIDATE);
        return find(records, plan, blocks, acrossSourcesOnly, pattern -> true, memory, workers);
    }

    /**
     * Candidates; all are compared and counted.
     *
     * @param worthKeeping by pattern: whether pairs that have it are kept; asked once a pattern or a little more often
     * @param memory that they may take; {@link TooManyPairs} where they need more
     */
    static Candidates find(
            Records records,
            Plan plan,
            Blocks blocks,
            boolean acrossSourcesOnly,
            LongPredicate worthKeeping,
            PairMemory memory,
            Workers workers) {
        List<Finder> finders = new ArrayList<>();
        ThreadLocal<Finder> finder = ThreadLocal.withInitial(() -> {
            Finder made = new Finder(records, plan, blocks, acrossSourcesOnly, worthKeeping, memory);
            synchronized (finders) {
                finders.add(made);
            }
            return made;
        });
        List<Callable<Chunk>> tasks = new ArrayList<>();
        for (int rule = 0; rule < blocks.width(); rule++) {
            addTasks(tasks, blocks.ends(rule), rule, finder);
        }
        List<Chunk> chunks = workers.run(tasks);
        Histogram.Entries entries =
                Histogram.entries(finders.stream().map(one -> one.histogram).toList());
        return new Candidates(chunks, entries, blocks.width());
    }

    /** A task takes many small blocks or a part of a large one. */
    private static void addTasks(List<Callable<Chunk>> tasks, int[] ends, int rule, ThreadLocal<Finder> finder) {
        int firstBlock = 0;
        int first = 0;
        long pairs = 0;
        for (int block = 0; block < ends.length; block++) {
            int begin = block == 0 ? 0 : ends[block - 1];
            long all = RuleBlocks.pairs(ends[block] - begin);
            if (pairs + all < PAIRS_A_TASK && block < ends.length - 1) {
                pairs += all;
                continue;
            }
            for (int place = begin; place < ends[block]; place++) {
                pairs += ends[block] - place - 1;
                boolean last = place == ends[ends.length - 1] - 1;
                if (pairs >= PAIRS_A_TASK || last) {
                    int ofBlock = firstBlock;
                    int from = first;
                    int to = place + 1;
                    tasks.add(() -> finder.get().find(rule, ofBlock, from, to));
                    firstBlock = to == ends[block] ? block + 1 : block;
                    first = to;
                    pairs = 0;
                }
            }
        }
    }

    /** Finds and compares pairs on one thread. */
    private static final class Finder {
        private final Records records;
        private final Plan plan;
        private final Blocks blocks;
        private final boolean acrossSourcesOnly;
        private final LongPredicate worthKeeping;
        private final PairMemory memory;
        private final Comparator.Scratch scratch;
        private final Histogram histogram = new Histogram();
        private final PairBatch batch = new PairBatch();
        /** By entry of the histogram: whether its pairs are kept. */
        private final BitSet kept = new BitSet();

        private int known;
        /** Written only so that fetching is not left out as useless. */
        private long seen;

        Finder(
                Records records,
                Plan plan,
                Blocks blocks,
                boolean acrossSourcesOnly,
                LongPredicate worthKeeping,
                PairMemory memory) {
            this.memory = memory;
            this.records = records;
            this.plan = plan;
            this.blocks = blocks;
            this.acrossSourcesOnly = acrossSourcesOnly;
            this.worthKeeping = worthKeeping;
            scratch = plan.scratch();
        }

        /** Pairs of the records at some places, which begin in a block, each with those after it in its block. */
        Chunk find(int rule, int firstBlock, int from, int to) {
            Chunk chunk = new Chunk(rule, histogram, memory);
            refuseIfFull(rule);
            int[] rows = blocks.rows(rule);
            int[] ends = blocks.ends(rule);
            int fetched = from;
            int block = firstBlock;
            for (int place = from; place < to; block++) {
                int end = ends[block];
                if (end > fetched) {
                    int next = Math.min(rows.length, end + ROWS_AHEAD);
                    seen ^= blocks.fetch(rows, fetched, next);
                    fetched = next;
                }
                for (; place < Math.min(end, to); place++) {
                    find(rows, place, end, chunk);
                }
            }
            compare(chunk);
            return chunk;
        }

        /** Pairs of the record at a place with those after it in its block. */
        private void find(int[] rows, int place, int end, Chunk chunk) {
            int left = rows[place];
            for (int other = place + 1; other < end; other++) {
                int right = rows[other];
                long mask = blocks.mask(left, right);
                boolean isNew = Long.numberOfTrailingZeros(mask) == chunk.rule;
                if (isNew && !(acrossSourcesOnly && records.source(left) == records.source(right))) {
                    batch.add(left, right, mask);
                    if (batch.isFull()) {
                        compare(chunk);
                    }
                }
            }
        }

        private void compare(Chunk chunk) {
            plan.comparePatterns(batch, scratch);
            for (int pair = 0; pair < batch.size; pair++) {
                int entry = histogram.add(batch.patterns[pair], batch.masks[pair]);
                if (entry >= known) {
                    kept.set(entry, worthKeeping.test(batch.patterns[pair]));
                    known = entry + 1;
                }
                if (kept.get(entry)) {
                    chunk.add(batch.left[pair], batch.right[pair], entry);
                }
            }
            chunk.compared += batch.size;
            batch.size = 0;
            refuseIfFull(chunk.rule);
        }

        private void refuseIfFull(int rule) {
            if (memory.isFull()) {
                throw TooManyPairs.kept(blocks, rule, memory);
            }
        }
    }

    /** Pairs found by one task. */
    static final class Chunk {
        /** Few enough that an arrival, which makes a chunk a rule, does not spend its time on clearing memory. */
        private static final int PART = 1 << 9;

        private final int rule;
        private final Histogram histogram;
        private final PairMemory memory;
        /** Three numbers a pair: left, right, entry of the histogram. */
        private final List<int[]> parts = new ArrayList<>();

        private int[] last = {};
        private int place;
        private int size;
        private long compared;

        Chunk(int rule, Histogram histogram, PairMemory memory) {
            this.rule = rule;
            this.histogram = histogram;
            this.memory = memory;
        }

        void add(int left, int right, int entry) {
            if (place == last.length) {
                memory.take(PART);
                last = new int[PART * 3];
                parts.add(last);
                place = 0;
            }
            last[place] = left;
            last[place + 1] = right;
            last[place + 2] = entry;
            place += 3;
            size++;
        }

        int size() {
            return size;
        }

        int left(int pair) {
            return parts.get(pair / PART)[pair % PART * 3];
        }

        int right(int pair) {
            return parts.get(pair / PART)[pair % PART * 3 + 1];
        }

        /** Place of the pair's pattern among {@link Candidates#entries}. */
        int entry(int pair) {
            return histogram.place(parts.get(pair / PART)[pair % PART * 3 + 2]);
        }
    }
}
