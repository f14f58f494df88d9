package clew.core.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A small random world of records, true persons, found persons, sources and scored pairs, with naive counts over it. */
record World(long seed, int[] truth, int[] found, int[] source, int[] left, int[] right, long[] weight) {

    static World of(long seed) {
        RandomGenerator random = random(seed);
        int rows = random.nextInt(1, 40);
        int persons = random.nextInt(1, rows + 1);
        int[] truth = random.ints(rows, -persons, persons).toArray();
        int[] found = random.nextInt(4) == 0
                ? truth.clone()
                : random.ints(rows, 0, persons).toArray();
        int[] source = random.ints(rows, 0, 3).toArray();
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            for (int j = i + 1; j < rows; j++) {
                if (random.nextInt(3) == 0) {
                    pairs.add(random.nextBoolean() ? new int[] {i, j} : new int[] {j, i});
                }
            }
        }
        return new World(
                seed,
                truth,
                found,
                source,
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray(),
                random.longs(pairs.size(), -8, 8).toArray());
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    Partition trueParts() {
        return Partition.of(truth);
    }

    Partition foundParts() {
        return Partition.of(found);
    }

    Partition sources() {
        return Partition.of(source);
    }

    ScoredPairs pairs() {
        return ScoredPairs.of(left, right, weight);
    }

    /** Counts pairs within clusters by looking at every two records. */
    Counts naiveClusters(boolean acrossOnly) {
        long findings = 0;
        long rights = 0;
        long wants = 0;
        for (int i = 0; i < truth.length; i++) {
            for (int j = i + 1; j < truth.length; j++) {
                if (acrossOnly && source[i] == source[j]) {
                    continue;
                }
                boolean one = truth[i] == truth[j];
                boolean said = found[i] == found[j];
                findings += said ? 1 : 0;
                wants += one ? 1 : 0;
                rights += one && said ? 1 : 0;
            }
        }
        return new Counts(findings, rights, wants);
    }

    /** Counts scored pairs at a threshold one by one. */
    Counts naivePairs(long threshold) {
        long findings = 0;
        long rights = 0;
        for (int pair = 0; pair < left.length; pair++) {
            if (weight[pair] >= threshold) {
                findings++;
                rights += truth[left[pair]] == truth[right[pair]] ? 1 : 0;
            }
        }
        return new Counts(findings, rights, naiveClusters(false).wanted());
    }
}
