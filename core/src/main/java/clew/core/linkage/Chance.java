package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * How often each outcome comes about by chance, between records taken at random: agreements exactly from the frequencies of the values, all other outcomes
 * from all pairs of a small table and from a fixed sample of those of a large one. The sample is drawn in groups: some records, each against some others, so that what a
 * group looks at stays in a processor's cache. There are so many groups that it is about as good as a sample of single pairs, at a fraction of the time.
 */
final class Chance {
    /** Records on either side of a group. */
    private static final int SIDE = 32;

    /** Each with a seed of its own; the same on every machine. */
    private static final int GROUPS = 512;

    private static final int SAMPLE = GROUPS * SIDE * SIDE;
    private static final int TASKS = 8;
    private static final long SEED = 42;

    /** By slot and level: share among pairs in which the slot is not missing. */
    private final double[][] shares;

    /** By slot: share of pairs in which the slot is not missing. */
    private final double[] present;

    Chance(Records records, Plan plan, boolean acrossSourcesOnly, Workers workers) {
        long[][] counts = count(records, plan, acrossSourcesOnly, workers);
        shares = new double[counts.length][];
        present = new double[counts.length];
        for (int slot = 0; slot < counts.length; slot++) {
            shares[slot] = shares(plan.slots().get(slot), counts[slot]);
            long all = Arrays.stream(counts[slot]).sum();
            present[slot] = all == 0 ? 0 : (double) (all - counts[slot][0]) / all;
        }
    }

    double share(int slot, int level) {
        return shares[slot][level];
    }

    double present(int slot) {
        return present[slot];
    }

    private static long[][] count(Records records, Plan plan, boolean acrossSourcesOnly, Workers workers) {
        boolean isSmall = RuleBlocks.pairs(records.rows()) <= SAMPLE;
        List<Callable<long[][]>> tasks = new ArrayList<>();
        for (int task = 0; task < TASKS; task++) {
            int first = task;
            tasks.add(() -> {
                Tally tally = new Tally(records, plan, acrossSourcesOnly);
                return isSmall ? tally.ofAll(first) : tally.ofGroups(first);
            });
        }
        long[][] counts = new long[plan.slots().size()][16];
        for (long[][] part : workers.run(tasks)) {
            for (int slot = 0; slot < counts.length; slot++) {
                for (int level = 0; level < 16; level++) {
                    counts[slot][level] += part[slot][level];
                }
            }
        }
        return counts;
    }

    /** Counts outcomes by slot and level. One a task. */
    private static final class Tally {
        private final Records records;
        private final Plan plan;
        private final boolean acrossSourcesOnly;
        private final Comparator.Scratch scratch = new Comparator.Scratch(SIDE);
        private final PairBatch batch = new PairBatch();
        private final long[][] counts;

        Tally(Records records, Plan plan, boolean acrossSourcesOnly) {
            this.records = records;
            this.plan = plan;
            this.acrossSourcesOnly = acrossSourcesOnly;
            counts = new long[plan.slots().size()][16];
        }

        /** Of the pairs of one record in {@link #TASKS}, from the first, with all that come before it. */
        long[][] ofAll(int first) {
            for (int right = first; right < records.rows(); right += TASKS) {
                for (int left = 0; left < right; left++) {
                    add(left, right);
                }
            }
            count();
            return counts;
        }

        /** Of one group in {@link #TASKS}, from the first. */
        long[][] ofGroups(int first) {
            for (int group = first; group < GROUPS; group += TASKS) {
                SplittableRandom random = new SplittableRandom(SEED + group);
                int[] some = draw(random);
                int[] others = draw(random);
                for (int left : some) {
                    for (int right : others) {
                        add(left, right);
                    }
                }
            }
            count();
            return counts;
        }

        private int[] draw(SplittableRandom random) {
            int[] rows = new int[SIDE];
            for (int i = 0; i < SIDE; i++) {
                rows[i] = random.nextInt(records.rows());
            }
            return rows;
        }

        private void add(int left, int right) {
            if (left == right || acrossSourcesOnly && records.source(left) == records.source(right)) {
                return;
            }
            batch.add(left, right, 0);
            if (batch.isFull()) {
                count();
            }
        }

        private void count() {
            plan.comparePatterns(batch, scratch);
            for (int slot = 0; slot < counts.length; slot++) {
                for (int pair = 0; pair < batch.size; pair++) {
                    counts[slot][Plan.level(batch.patterns[pair], slot)]++;
                }
            }
            batch.size = 0;
        }
    }

    private static double[] shares(Slot slot, long[] counts) {
        double[] shares = new double[slot.levels()];
        double exact = 0;
        if (slot.values() != null) {
            double[] agreement = agreement(slot.values());
            for (int level = 1; level < slot.levels(); level++) {
                if (slot.isByValue(level)) {
                    shares[level] = agreement[level];
                    exact += agreement[level];
                }
            }
        }
        double rest = 0;
        for (int level = 1; level < slot.levels(); level++) {
            rest += slot.isByValue(level) ? 0 : counts[level] + 0.5;
        }
        for (int level = 1; level < slot.levels(); level++) {
            if (!slot.isByValue(level)) {
                shares[level] = Math.max(0, 1 - exact) * (counts[level] + 0.5) / rest;
            }
        }
        return shares;
    }

    /** By level: probability that two records with a value share one of that level, without drawing the same record twice. */
    private static double[] agreement(Exactness exactness) {
        double[] agreement = new double[16];
        double present = exactness.field().present();
        int[] counts = exactness.field().counts();
        for (int code = 1; code < counts.length; code++) {
            agreement[exactness.level(code)] += (double) counts[code] * (counts[code] - 1);
        }
        for (int level = 0; level < agreement.length; level++) {
            agreement[level] = Math.max(agreement[level], 1) / Math.max(1, present * (present - 1));
        }
        return agreement;
    }
}
