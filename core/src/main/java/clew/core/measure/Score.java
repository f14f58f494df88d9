package clew.core.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well one link run did against truth: what {@code score.json} holds. Figures over pairs judge the scores, figures
 * over clusters judge the persons made from them. Where only pairs across sources were asked for, pairs, clusters and
 * blocking count only these; B-cubed always counts all records.
 *
 * @param records how many records
 * @param truePairs pairs there were to find
 * @param threshold the threshold of the run
 * @param pairs scored pairs at the threshold
 * @param pairsBest the threshold with the best F1 over pairs, and its counts
 * @param clusters pairs within the persons of the run
 * @param clustersBest the best over thresholds of persons made anew at each, or null where this was not tried
 * @param clustersAt persons made anew at each threshold that was tried, thresholds rising; empty where none was
 * @param bCubed B-cubed of the persons of the run
 * @param blocking what blocking let through, or null where it is not known
 * @param intervals how sure the figures are
 */
public record Score(
        long records,
        long truePairs,
        Threshold threshold,
        Counts pairs,
        At pairsBest,
        Counts clusters,
        @Nullable At clustersBest,
        List<PersonsAt> clustersAt,
        BCubed bCubed,
        @Nullable Blocking blocking,
        Intervals intervals) {

    public Score {
        clustersAt = List.copyOf(clustersAt);
    }

    /**
     * A threshold, said in both ways.
     *
     * @param probability in [0, 1]
     * @param weightBits in bits: log2 of the odds
     */
    public record Threshold(double probability, double weightBits) {

        /** The threshold of a weight in bits: probability = 1 / (1 + 2^-bits). */
        public static Threshold ofBits(double weightBits) {
            return new Threshold(1 / (1 + Math.pow(2, -weightBits)), weightBits);
        }

        /** The threshold of a probability in (0, 1): bits = log2(p / (1 - p)). */
        public static Threshold ofProbability(double probability) {
            return new Threshold(probability, Math.log(probability / (1 - probability)) / Math.log(2));
        }
    }

    /**
     * Counts at a threshold.
     *
     * @param threshold the threshold
     * @param counts what was found at or above it
     */
    public record At(Threshold threshold, Counts counts) {}

    /**
     * Persons made anew at a threshold.
     *
     * @param at the threshold and the pairs within the persons
     * @param persons how many persons
     */
    public record PersonsAt(At at, long persons) {}

    /**
     * Intervals of F1 at 95%, true persons drawn anew ({@link Bootstrap}). Where only pairs across sources are counted, those of pairs and clusters are not known.
     *
     * @param pairs of the scored pairs at the threshold
     * @param clusters of the persons of the run
     * @param bCubed of B-cubed
     */
    public record Intervals(
            @Nullable Interval pairs, @Nullable Interval clusters, Interval bCubed) {}

    /** This score as the text of {@code score.json}: one object, figures unrounded, keys always in the same order. */
    public String toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("records", records);
        json.put("true_pairs", truePairs);
        json.put("threshold", threshold.probability());
        json.put("threshold_bits", finite(threshold.weightBits()));
        json.put("pairs", of(pairs));
        json.put("pairs_best", of(pairsBest));
        json.put("clusters", of(clusters));
        json.put("clusters_best", clustersBest == null ? null : of(clustersBest));
        json.put("b_cubed", figures(bCubed.precision(), bCubed.recall(), bCubed.f1()));
        json.put("blocking", blocking == null ? null : of(blocking));
        json.put("clusters_at", clustersAt.stream().map(Score::of).toList());
        json.put("f1_intervals", of(intervals));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static Map<String, @Nullable Object> of(At at) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("threshold", at.threshold().probability());
        json.put("threshold_bits", finite(at.threshold().weightBits()));
        json.putAll(of(at.counts()));
        return json;
    }

    private static Map<String, @Nullable Object> of(PersonsAt at) {
        Map<String, @Nullable Object> json = of(at.at());
        json.put("persons", at.persons());
        return json;
    }

    private static Map<String, @Nullable Object> of(Intervals intervals) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("level", intervals.bCubed().level());
        json.put("pairs", ends(intervals.pairs()));
        json.put("clusters", ends(intervals.clusters()));
        json.put("b_cubed", ends(intervals.bCubed()));
        return json;
    }

    private static @Nullable List<Double> ends(@Nullable Interval interval) {
        return interval == null ? null : List.of(interval.low(), interval.high());
    }

    private static Map<String, @Nullable Object> of(Counts counts) {
        Map<String, @Nullable Object> json = figures(counts.precision(), counts.recall(), counts.f1());
        json.put("found", counts.found());
        json.put("right", counts.right());
        return json;
    }

    private static Map<String, @Nullable Object> of(Blocking blocking) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("candidate_pairs", blocking.candidatePairs());
        json.put("recall", blocking.recall());
        json.put("right", blocking.right());
        return json;
    }

    private static Map<String, @Nullable Object> figures(double precision, double recall, double f1) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("precision", precision);
        json.put("recall", recall);
        json.put("f1", f1);
        return json;
    }

    /** JSON has no infinity: a threshold above every weight is null bits at probability 1. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
