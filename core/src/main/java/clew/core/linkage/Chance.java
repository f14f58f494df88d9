package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * How often each outcome comes about by chance, between records taken at random: agreements exactly from the frequencies of the values, all other outcomes
 * from a fixed sample of pairs.
 */
final class Chance {
    private static final int SAMPLE = 1_000_000;
    /** Parts of the sample, each with a seed of its own; the same on every machine. */
    private static final int PARTS = 8;

    private static final long SEED = 42;

    /** By slot and level: share among pairs in which the slot is not missing. */
    private final double[][] shares;

    /** By slot: share of pairs in which the slot is not missing. */
    private final double[] present;

    Chance(Records records, Plan plan, boolean acrossSourcesOnly, Workers workers) {
        long[][] counts = sample(records, plan, acrossSourcesOnly, workers);
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

    private static long[][] sample(Records records, Plan plan, boolean acrossSourcesOnly, Workers workers) {
        List<Callable<long[][]>> tasks = new ArrayList<>();
        for (int part = 0; part < PARTS && records.rows() > 1; part++) {
            long seed = SEED + part;
            tasks.add(() -> samplePart(records, plan, acrossSourcesOnly, new SplittableRandom(seed)));
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

    private static long[][] samplePart(Records records, Plan plan, boolean acrossSourcesOnly, SplittableRandom random) {
        long[][] counts = new long[plan.slots().size()][16];
        Comparator.Scratch scratch = new Comparator.Scratch(records.rows());
        PairBatch batch = new PairBatch();
        for (int i = 0; i < SAMPLE / PARTS; i++) {
            int left = random.nextInt(records.rows());
            int right = random.nextInt(records.rows());
            if (left == right || acrossSourcesOnly && records.source(left) == records.source(right)) {
                continue;
            }
            batch.add(left, right, 0);
            if (batch.isFull()) {
                count(plan, batch, scratch, counts);
            }
        }
        count(plan, batch, scratch, counts);
        return counts;
    }

    private static void count(Plan plan, PairBatch batch, Comparator.Scratch scratch, long[][] counts) {
        plan.comparePatterns(batch, scratch);
        for (int slot = 0; slot < counts.length; slot++) {
            for (int pair = 0; pair < batch.size; pair++) {
                counts[slot][Plan.level(batch.patterns[pair], slot)]++;
            }
        }
        batch.size = 0;
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
