package clew.core.linkage;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What to link and where to cut.
 *
 * @param mode whether pairs within one source are compared
 * @param threshold probability from which two records are joined, in (0, 1); empty for the default of 0.5
 * @param pairsAbove probability from which a pair is kept in the result, in [0, 1)
 * @param threads worker threads, at least 1; never changes the result
 * @param answers what people said of a sample of pairs: scores are moved to agree with it, and nothing else changes; what contradicts itself is not counted
 * @param decisions what people decided of pairs: persons keep to it, "not the same" before "the same"
 * @param learning what the model that is learnt will be used for
 */
public record LinkSettings(
        Mode mode,
        OptionalDouble threshold,
        double pairsAbove,
        int threads,
        List<Judgement> answers,
        List<Judgement> decisions,
        Learning learning) {
    private static final int FEW_IN_STORE = 20;
    private static final int FEW_IN_FILES = 2;

    /** Which pairs of records are compared. */
    public enum Mode {
        /** Every pair, within and across sources. */
        DEDUPE,
        /** Only pairs of records from different sources. */
        LINK_ONLY
    }

    /** What a model is learnt for. */
    public enum Learning {
        /** The records at hand, and others like them: values held by one record share one frequency; small tables are compared whole. */
        FILES,
        /**
         * A store, and records to come: values held by fewer than 20 records share one frequency, so that the model tells nothing of them; small tables are not
         * compared whole, so that the model has rules for large ones.
         */
        STORE,
        /** Stores of other places: as for a store, and all places share one frequency, because other places have others. */
        ELSEWHERE
    }

    public LinkSettings {
        answers = List.copyOf(answers);
        decisions = List.copyOf(decisions);
        if (threshold.isPresent() && !(threshold.getAsDouble() > 0 && threshold.getAsDouble() < 1)) {
            throw new IllegalArgumentException(
                    "expected a threshold between 0 and 1, found " + threshold.getAsDouble());
        }
        if (!(pairsAbove >= 0 && pairsAbove < 1)) {
            throw new IllegalArgumentException("expected pairs-above from 0 to below 1, found " + pairsAbove);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("expected at least 1 thread, found " + threads);
        }
    }

    /** Deduplication with the default threshold, pairs from 0.01 and one thread a processor. */
    public static LinkSettings defaults() {
        return new LinkSettings(
                Mode.DEDUPE,
                OptionalDouble.empty(),
                0.01,
                Runtime.getRuntime().availableProcessors(),
                List.of(),
                List.of(),
                Learning.FILES);
    }

    /** The same but for which pairs are compared. */
    public LinkSettings withMode(Mode newMode) {
        return new LinkSettings(newMode, threshold, pairsAbove, threads, answers, decisions, learning);
    }

    /**
     * The same with a threshold of its own.
     *
     * @param newThreshold probability, in (0, 1); anything else is an {@link IllegalArgumentException}
     */
    public LinkSettings withThreshold(double newThreshold) {
        return new LinkSettings(
                mode, OptionalDouble.of(newThreshold), pairsAbove, threads, answers, decisions, learning);
    }

    /**
     * The same with another cut of the pairs kept. Persons are made from kept pairs: a cut above the threshold joins fewer records.
     *
     * @param newPairsAbove probability, in [0, 1); anything else is an {@link IllegalArgumentException}
     */
    public LinkSettings withPairsAbove(double newPairsAbove) {
        return new LinkSettings(mode, threshold, newPairsAbove, threads, answers, decisions, learning);
    }

    /** The same with another number of worker threads, at least 1. */
    public LinkSettings withThreads(int newThreads) {
        return new LinkSettings(mode, threshold, pairsAbove, newThreads, answers, decisions, learning);
    }

    /** With the answers of people about a sample of pairs, in rows of the table. */
    public LinkSettings withAnswers(List<Judgement> newAnswers) {
        return new LinkSettings(mode, threshold, pairsAbove, threads, newAnswers, decisions, learning);
    }

    /** With what people decided of pairs, in rows of the table. */
    public LinkSettings withDecisions(List<Judgement> newDecisions) {
        return new LinkSettings(mode, threshold, pairsAbove, threads, answers, newDecisions, learning);
    }

    /** With what the model that is learnt will be used for. */
    public LinkSettings withLearning(Learning newLearning) {
        return new LinkSettings(mode, threshold, pairsAbove, threads, answers, decisions, newLearning);
    }

    /** Which values share one frequency. */
    Frequencies frequencies() {
        return switch (learning) {
            case FILES -> new Frequencies(FEW_IN_FILES);
            case STORE -> new Frequencies(FEW_IN_STORE);
            case ELSEWHERE -> new Frequencies(FEW_IN_STORE, Homes.PLACES);
        };
    }

    /** Whether every pair of a small table is compared. */
    boolean everyPairOfFew() {
        return learning == Learning.FILES;
    }
}
