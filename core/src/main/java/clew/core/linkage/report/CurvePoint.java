package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkModel;
import clew.core.linkage.LinkResult;
import clew.core.linkage.ScoredPairs;
import clew.core.measure.Counts;
import clew.core.measure.PairCurve;
import clew.core.measure.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What a threshold would give.
 *
 * @param weight the threshold in millionths of a bit
 * @param isDefault whether the run was made with it
 * @param pairs kept pairs at or above it
 * @param precision expected share of these that are right: the mean of their probabilities
 * @param recall expected share of all true pairs that these are: what the model expects of all pairs, those that no rule reaches included, is the whole
 * @param truly the same by truth; null where truth is not known
 * @param persons made anew at it, and the pairs within them by truth; null where this was not tried
 */
public record CurvePoint(
        long weight,
        boolean isDefault,
        long pairs,
        double precision,
        double recall,
        @Nullable Counts truly,
        Score.@Nullable PersonsAt persons) {

    private static final long[] BITS = {-6, -3, -1, 0, 1, 2, 3, 4, 6, 8, 11, 15};

    /** The curve of a result, thresholds falling: from the first that keeps a pair to the last below which pairs were not kept. */
    static List<CurvePoint> of(LinkResult result, @Nullable Judged judged) {
        ScoredPairs pairs = result.pairs();
        long own = ScoredPairs.weightOf(result.model().threshold());
        long[] weights = LongStream.concat(
                        LongStream.of(own), LongStream.of(BITS).map(bits -> bits * Explanation.UNITS_PER_BIT))
                .distinct()
                .sorted()
                .toArray();
        PairCurve curve = judged == null ? null : curve(result, judged);
        int[] taken = new int[weights.length];
        double[] right = new double[weights.length];
        int pair = 0;
        double kept = 0;
        for (int i = weights.length - 1; i >= 0; i--) {
            while (pair < pairs.size() && pairs.weight(pair) >= weights[i]) {
                kept += pairs.probability(pair++);
            }
            taken[i] = pair;
            right[i] = kept;
        }
        while (pair < pairs.size()) {
            kept += pairs.probability(pair++);
        }
        double expected = expectedMatches(result.model(), kept);
        List<CurvePoint> points = new ArrayList<>();
        for (int i = weights.length - 1; i >= 0; i--) {
            boolean isOwn = weights[i] == own;
            if (isOwn || taken[i] > 0 && weights[i] >= pairs.weight(pairs.size() - 1)) {
                points.add(new CurvePoint(
                        weights[i],
                        isOwn,
                        taken[i],
                        taken[i] == 0 ? 1 : right[i] / taken[i],
                        expected == 0 ? 1 : Math.min(1, right[i] / expected),
                        curve == null ? null : curve.at(weights[i]),
                        judged == null ? null : persons(judged.score(), weights[i])));
            }
        }
        return points;
    }

    private static PairCurve curve(LinkResult result, Judged judged) {
        return PairCurve.of(
                judged.truth(), MeasuredPairs.of(result), judged.score().truePairs());
    }

    private static Score.@Nullable PersonsAt persons(Score score, long weight) {
        return score.clustersAt().stream()
                .filter(tried -> Explanation.units(tried.at().threshold().weightBits()) == weight)
                .findFirst()
                .orElse(null);
    }

    /** True pairs that the model expects there to be, those that no rule reaches included. */
    private static double expectedMatches(LinkModel model, double kept) {
        double compared = Math.max(kept, model.lambda() * model.possiblePairs());
        return model.blockingRecall() == 0 ? compared : compared / model.blockingRecall();
    }

    /** The threshold in bits. */
    public double bits() {
        return (double) weight / Explanation.UNITS_PER_BIT;
    }
}
