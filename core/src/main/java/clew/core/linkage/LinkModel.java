package clew.core.linkage;

import java.util.List;

/**
 * All that decides a score, and how it was learnt: with the same model and engine, the same two records always score the same. The model is that of Fellegi and
 * Sunter ("A Theory for Record Linkage", JASA 64, 1969), learnt without labels by expectation-maximisation (Winkler 1988), with the weight of an agreement
 * adjusted by how common the shared value is (Winkler 1990).
 *
 * @param version of this layout, from 1
 * @param records that the model was trained on
 * @param possiblePairs that could have been compared: n (n - 1) / 2 of n records, or those across sources only
 * @param prior weight of any two records being one person before they are looked at, log2(lambda / (1 - lambda)), in millionths of a bit
 * @param lambda probability that two records taken at random are one person, in (0, 0.5]
 * @param comparisons what is compared, and the weight of each outcome
 * @param rules which pairs are looked at
 * @param blockingRecall estimated share of the true pairs that the rules reach, at most (Chao's lower bound of the unseen), in [0, 1]
 * @param threshold probability from which two records are joined, in (0, 1)
 * @param trainingRounds of expectation-maximisation, at least 1
 * @param warnings what a reader must know before trusting the model, in plain words; empty when all is well
 */
public record LinkModel(
        int version,
        long records,
        long possiblePairs,
        long prior,
        double lambda,
        List<Comparison> comparisons,
        List<Rule> rules,
        double blockingRecall,
        double threshold,
        int trainingRounds,
        List<String> warnings) {

    public LinkModel {
        comparisons = List.copyOf(comparisons);
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /**
     * One thing that is compared.
     *
     * @param name such as {@code "family name"}
     * @param columns read
     * @param levels from the one that says "missing" on
     */
    public record Comparison(String name, List<String> columns, List<Level> levels) {
        public Comparison {
            columns = List.copyOf(columns);
            levels = List.copyOf(levels);
        }
    }

    /**
     * One outcome of a comparison.
     *
     * @param label in plain words, such as {@code "one letter different"}
     * @param m probability of this outcome when both records are of one person, given that it is not missing, in [0, 1]
     * @param u probability of this outcome when they are of two persons, given that it is not missing, in [0, 1]
     * @param weight log2(m / u) after safeguards, in millionths of a bit; 0 for missing
     * @param byValue whether the weight is further adjusted by how common the shared value is
     */
    public record Level(String label, double m, double u, long weight, boolean byValue) {}

    /**
     * One rule by which pairs become candidates.
     *
     * @param name such as {@code "family name + date of birth"}
     * @param pairs that agree by this rule, those of earlier rules included
     * @param newPairs that no earlier rule gave
     * @param matches expected number of true pairs among {@code pairs}, at least 0
     * @param stopKeys largest keys left out because their blocks were too large
     */
    public record Rule(String name, long pairs, long newPairs, double matches, List<StopKey> stopKeys) {
        public Rule {
            stopKeys = List.copyOf(stopKeys);
        }
    }

    /**
     * A key shared by too many records to compare them all.
     *
     * @param key the shared value in words
     * @param records that share it
     */
    public record StopKey(String key, int records) {}
}
