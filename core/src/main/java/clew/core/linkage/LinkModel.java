package clew.core.linkage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * All that decides a score, and how it was learnt: with the same model and engine, the same two records always score the same, whatever table they are in
 * ({@link AppliedModel}). The model is that of Fellegi and Sunter ("A Theory for Record Linkage", JASA 64, 1969), learnt without labels by
 * expectation-maximisation (Winkler 1988), with the weight of an agreement adjusted by how common the shared value is (Winkler 1990). A tree of records, lists,
 * texts and numbers, so that any JSON writer takes it and gives it back unchanged.
 *
 * @param version of this layout and of the engine that it decides for, {@link #VERSION}
 * @param records that the model was trained on
 * @param possiblePairs that could have been compared: n (n - 1) / 2 of n records, or those across sources only
 * @param columns of the table that it was trained on, which a table that it is applied to must have
 * @param reference lists that came with the engine and took part, with their versions
 * @param prior weight of any two records being one person before they are looked at, log2(lambda / (1 - lambda)), in millionths of a bit
 * @param lambda probability that two records taken at random are one person, in (0, 0.5)
 * @param priorOfHomes log2 of the odds that they are two people of one home and not two strangers, in millionths of a bit; empty where the columns do not tell homes from persons
 * @param comparisons what is compared, and the weight of each outcome
 * @param rules which pairs are looked at
 * @param blockingRecall estimated share of the true pairs that the rules reach, at most (Chao's lower bound of the unseen), in [0, 1]
 * @param threshold probability from which two records are joined, in (0, 1)
 * @param trainingRounds of expectation-maximisation, at least 1
 * @param warnings what a reader must know before trusting the model, in plain words; empty when all is well
 * @param bestWeights how many of the records trained on have their best pair in each band of {@link Drift#bands}
 */
public record LinkModel(
        int version,
        long records,
        long possiblePairs,
        List<RecordTable.Column> columns,
        List<Reference> reference,
        long prior,
        double lambda,
        OptionalLong priorOfHomes,
        List<Comparison> comparisons,
        List<Rule> rules,
        double blockingRecall,
        double threshold,
        int trainingRounds,
        List<String> warnings,
        List<Long> bestWeights) {

    /** The layout and the meaning of what this engine learns and applies. */
    public static final int VERSION = 3;

    public LinkModel {
        columns = List.copyOf(columns);
        reference = List.copyOf(reference);
        comparisons = List.copyOf(comparisons);
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
        bestWeights = List.copyOf(bestWeights);
    }

    /** The warnings that are doubts of the training: all but what {@link #calibrated} says. */
    public List<String> doubts() {
        return warnings.stream()
                .filter(warning -> !warning.startsWith(Calibration.MOVED))
                .toList();
    }

    /** By how much answers of people moved the scores, in plain words; empty where none did. */
    public Optional<String> calibrated() {
        return warnings.stream()
                .filter(warning -> warning.startsWith(Calibration.MOVED))
                .findFirst();
    }

    /** The same but for where records are joined, a probability in (0, 1). */
    LinkModel withThreshold(double newThreshold) {
        return newThreshold == threshold ? this : with(newThreshold, bestWeights);
    }

    /** The same with the best weights of the records trained on. */
    LinkModel withBestWeights(List<Long> newBestWeights) {
        return with(threshold, newBestWeights);
    }

    private LinkModel with(double newThreshold, List<Long> newBestWeights) {
        return new LinkModel(
                version,
                records,
                possiblePairs,
                columns,
                reference,
                prior,
                lambda,
                priorOfHomes,
                comparisons,
                rules,
                blockingRecall,
                newThreshold,
                trainingRounds,
                warnings,
                newBestWeights);
    }

    /**
     * A list that ships with the engine.
     *
     * @param name such as {@code "nicknames"}
     * @param version a hash of its content
     */
    public record Reference(String name, String version) {}

    /**
     * One thing that is compared, on its own or where another one agrees.
     *
     * @param field such as {@code "family name"}; the same for both of what is weighed anew where another field agrees
     * @param given the field that must agree for this to hold instead of what is told of the field on its own; null for on its own
     * @param kind what the field holds; full name for all parts of names
     * @param columns read
     * @param filled share of the records trained on that have a value, in [0, 1]
     * @param national whether its values follow the check rule of a national identifier, so that two different valid ones contradict each other
     * @param pooledLevel the exact level of values that are not listed; 0 where the values themselves tell their level
     * @param levels from the one that says "missing" on
     */
    public record Comparison(
            String field,
            @Nullable String given,
            Kind kind,
            List<String> columns,
            double filled,
            boolean national,
            int pooledLevel,
            List<Level> levels) {
        private static final double LEAST_FILLED = 0.001;

        public Comparison {
            columns = List.copyOf(columns);
            levels = List.copyOf(levels);
        }

        /** Whether enough records have a value for its weights to tell anything. */
        public boolean tells() {
            return filled >= LEAST_FILLED;
        }

        /** In plain words, such as {@code "family name, when postcode agrees"}. */
        public String name() {
            return given == null ? field : field + ", when " + given + " agrees";
        }
    }

    /**
     * One outcome of a comparison.
     *
     * @param label in plain words, such as {@code "one letter different"}
     * @param m probability of this outcome when both records are of one person, given that it is not missing, in [0, 1]
     * @param u probability of this outcome when they are of two persons, given that it is not missing, in [0, 1]
     * @param weight log2(m / u) after safeguards, in millionths of a bit; 0 for missing
     * @param home how much likelier the outcome is between two people of one home than between strangers, log2, in millionths of a bit
     * @param byValue whether the weight is further adjusted by how common the shared value is
     * @param pooled what is added for a value that is not listed, in millionths of a bit
     * @param values whose frequency is known, most frequent first
     */
    public record Level(
            String label,
            double m,
            double u,
            long weight,
            long home,
            boolean byValue,
            long pooled,
            List<Value> values) {
        public Level {
            values = List.copyOf(values);
        }
    }

    /**
     * A value that many records hold.
     *
     * @param text as it is compared
     * @param records trained on that hold it
     * @param adjustment what is added when two records share it: log2(mean frequency of its level / its frequency), in millionths of a bit
     */
    public record Value(String text, int records, long adjustment) {}

    /**
     * One rule by which pairs become candidates.
     *
     * @param name such as {@code "family name + date of birth"}
     * @param parts all of which must agree; none for every pair
     * @param anyOrder whether the first two may stand in each other's place
     * @param pairs that agree by this rule, those of earlier rules included
     * @param newPairs that no earlier rule gave
     * @param matches expected number of true pairs among {@code pairs}, at least 0
     * @param stopKeys largest keys left out because their blocks were too large
     * @param stops all keys left out, as {@link AppliedModel#keys} would give them, ascending
     */
    public record Rule(
            String name,
            List<Part> parts,
            boolean anyOrder,
            long pairs,
            long newPairs,
            double matches,
            List<StopKey> stopKeys,
            List<Long> stops) {
        public Rule {
            parts = List.copyOf(parts);
            stopKeys = List.copyOf(stopKeys);
            stops = List.copyOf(stops);
        }
    }

    /**
     * A part of a key.
     *
     * @param name such as {@code "sound of family name"}
     * @param form how it is made
     * @param fields from the first of these that gives one
     */
    public record Part(String name, KeyForm form, List<String> fields) {
        public Part {
            fields = List.copyOf(fields);
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
