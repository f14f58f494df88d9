package clew.core.linkage;

import java.util.List;
import java.util.Map;

/**
 * Estimates, without labels, which share of the true pairs the rules reach, from how many are reached by one rule only (f1) and by two (f2): those reached by none are
 * at least f1^2 / (2 f2) (Chao 1984, "Nonparametric estimation of the number of classes in a population"). Rules overlap by design, so the true share is at most this.
 */
final class BlockingRecall {
    private BlockingRecall() {}

    /** The estimate for these rules: 1 where they leave no pair out. */
    static double atMost(List<BlockingRule> rules, Map<Long, Double> matchesByRules) {
        return rules.stream().anyMatch(BlockingRule::isEveryPair) ? 1 : atMost(matchesByRules);
    }

    /**
     * The estimate.
     *
     * @param matchesByRules by set of rules, one bit each: expected matches that exactly these reach
     * @return in [0, 1]
     */
    static double atMost(Map<Long, Double> matchesByRules) {
        double reached = 0;
        double byOne = 0;
        double byTwo = 0;
        for (Map.Entry<Long, Double> entry : matchesByRules.entrySet()) {
            reached += entry.getValue();
            int rules = Long.bitCount(entry.getKey());
            byOne += rules == 1 ? entry.getValue() : 0;
            byTwo += rules == 2 ? entry.getValue() : 0;
        }
        if (reached == 0) {
            return 1;
        }
        double missed = byTwo > 0 ? byOne * byOne / (2 * byTwo) : byOne;
        return reached / (reached + missed);
    }

    /** Which share of the expected matches that are reached at all some rules reach, one bit each; 1 where there is none. */
    static double shareReachedBy(long rules, Map<Long, Double> matchesByRules) {
        double reached = 0;
        double all = 0;
        for (Map.Entry<Long, Double> entry : matchesByRules.entrySet()) {
            all += entry.getValue();
            reached += (entry.getKey() & rules) == 0 ? 0 : entry.getValue();
        }
        return all == 0 ? 1 : reached / all;
    }

    /** Expected matches that a rule reaches, alone or with others. */
    static double matchesOf(int rule, Map<Long, Double> matchesByRules) {
        return matchesByRules.entrySet().stream()
                .filter(entry -> (entry.getKey() >>> rule & 1) == 1)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
