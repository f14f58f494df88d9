package clew.core.linkage;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which rules a large table is compared by: those that bring matches worth their pairs. A sample of the records is compared under all rules, a first model is learnt
 * from it, and rules are taken one after the other, each time the one that brings most expected matches for its cost, until none is worth it. What is left out is known, and
 * counts as missed.
 *
 * @param records the table
 * @param rules that it could be compared by
 * @param sampled blocks of the sample under all of them; null where all rules were taken
 * @param chosen one bit a rule
 * @param recall estimated share of all true pairs that the chosen rules reach, at most; empty where all rules were taken
 */
record RuleChoice(
        Records records, List<BlockingRule> rules, @Nullable Blocks sampled, long chosen, OptionalDouble recall) {
    /** Up to so many records all rules are taken: their pairs are affordable. Of many more the sample holds about as many pairs as half of them, whatever the size of the table. */
    private static final int SMALL = 1 << 16;

    /** So few rules are all taken, and their stop-keys reported, however large the table: the budget bounds them. */
    private static final int FEW_RULES = 8;

    /** Of a table that is only just too large the sample is not much smaller than one that is not. */
    private static final int LEAST_ONE_IN = 2;

    /** So many records are sampled at least, of a table of twice as many or more: fewer would give hardly any matches. */
    private static final int LEAST_SAMPLED = 100_000;

    /** Of a table that has enough for it, one record in so many, or in more. */
    private static final int USUAL_ONE_IN = 10;

    /** A rule must bring at least one match that no rule taken before brings, for so many pairs that none of them brings. */
    private static final double PAIRS_A_MATCH = 1_200;

    /** Sorting six records under a rule costs about as much as comparing a pair. */
    private static final double PAIRS_A_RECORD_SORTED = 1.0 / 6;

    /** The rules for some records. */
    static RuleChoice of(
            Records records,
            Plan plan,
            List<BlockingRule> rules,
            Chance chance,
            boolean acrossSourcesOnly,
            long possiblePairs,
            Workers workers) {
        return of(records, plan, rules, chance, acrossSourcesOnly, possiblePairs, SMALL, workers);
    }

    /** The rules for some records, where more than {@code small} are many. */
    static RuleChoice of(
            Records records,
            Plan plan,
            List<BlockingRule> rules,
            Chance chance,
            boolean acrossSourcesOnly,
            long possiblePairs,
            int small,
            Workers workers) {
        if (records.rows() <= small || rules.size() <= FEW_RULES) {
            return new RuleChoice(records, rules, null, -1, OptionalDouble.empty());
        }
        RecordSample sample = RecordSample.of(records.rows(), oneIn(records.rows(), small));
        Blocks some = Blocks.among(sample, records, rules, workers);
        Histogram.Entries entries = Candidates.find(records, plan, some, acrossSourcesOnly, workers)
                .entries()
                .times(sample.pairsEach());
        Map<Long, Double> matches = Trainer.trained(plan, entries, chance, records.rows(), possiblePairs, workers)
                .matchesByRules(entries);
        long chosen = chosen(matches, pairsByRules(entries), some.width(), records.rows() * PAIRS_A_RECORD_SORTED);
        double recall = BlockingRecall.atMost(matches) * BlockingRecall.shareReachedBy(chosen, matches);
        return new RuleChoice(records, rules, some, chosen, OptionalDouble.of(recall));
    }

    /** The blocks of all records under the chosen rules. */
    Blocks blocks(Workers workers) {
        return sampled == null ? new Blocks(records, rules, workers) : sampled.ofAllRecords(chosen, workers);
    }

    private static int oneIn(int records, int small) {
        int usual = Math.max(USUAL_ONE_IN, (int) Math.sqrt(2.0 * records / small));
        return Math.min(usual, Math.max(LEAST_ONE_IN, records / LEAST_SAMPLED));
    }

    private static Map<Long, Double> pairsByRules(Histogram.Entries entries) {
        Map<Long, Double> pairs = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            pairs.merge(entries.masks()[i], (double) entries.counts()[i], Double::sum);
        }
        return pairs;
    }

    /**
     * The chosen rules, one bit each; at least one.
     *
     * @param matches expected, by the set of rules that reach them
     * @param pairs by the set of rules that give them
     * @param rules how many there are
     * @param costOfRule what a rule costs beside its pairs, in pairs
     */
    static long chosen(Map<Long, Double> matches, Map<Long, Double> pairs, int rules, double costOfRule) {
        ByRules newMatches = ByRules.of(matches);
        ByRules newPairs = ByRules.of(pairs);
        long chosen = 0;
        double gain = Double.POSITIVE_INFINITY;
        while (gain * PAIRS_A_MATCH > 1) {
            gain = 0;
            int best = 0;
            for (int rule = 0; rule < rules; rule++) {
                double found = newMatches.newOf(rule, chosen) / (newPairs.newOf(rule, chosen) + costOfRule);
                if (found > gain) {
                    gain = found;
                    best = rule;
                }
            }
            if (gain * PAIRS_A_MATCH > 1 || chosen == 0) {
                chosen |= 1L << best;
            }
        }
        return chosen;
    }

    /**
     * Amounts by set of rules.
     *
     * @param rules one bit each, ascending
     * @param amounts one each
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record ByRules(long[] rules, double[] amounts) {
        static ByRules of(Map<Long, Double> byRules) {
            return new ByRules(
                    byRules.keySet().stream().mapToLong(Long::longValue).toArray(),
                    byRules.values().stream().mapToDouble(Double::doubleValue).toArray());
        }

        /** What a rule adds to those that the chosen ones reach. */
        double newOf(int rule, long chosen) {
            double sum = 0;
            for (int i = 0; i < rules.length; i++) {
                sum += (rules[i] & chosen) == 0 && (rules[i] >>> rule & 1) == 1 ? amounts[i] : 0;
            }
            return sum;
        }
    }
}
