package clew.core.measure;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores a link run: truth on one side, scored pairs and persons on the other. Begin with {@link #dedupe} or
 * {@link #linkOnly}, then ask {@link #score}.
 */
public final class Scoring {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(42, 200, 0.95);

    private final Partition truth;
    private final @Nullable Partition source;
    private final double unitsPerBit;

    private Scoring(Partition truth, @Nullable Partition source, double unitsPerBit) {
        this.truth = truth;
        this.source = source;
        this.unitsPerBit = unitsPerBit;
    }

    /**
     * Scoring that counts all pairs.
     *
     * @param truth the true persons
     * @param unitsPerBit how many units of the pairs' fixed-point weights make one bit, above 0
     */
    public static Scoring dedupe(Partition truth, double unitsPerBit) {
        return new Scoring(truth, null, unitsPerBit);
    }

    /** Scoring that counts only pairs across sources; the scored pairs must be across sources too. */
    public static Scoring linkOnly(Partition truth, Partition source, double unitsPerBit) {
        truth.requireSameRows(source);
        return new Scoring(truth, source, unitsPerBit);
    }

    /** How many pairs there are to find. */
    public long truePairs() {
        return source == null ? truth.pairs() : Clusters.truePairsAcross(truth, source);
    }

    /** The recall of blocking by asking, as {@link Blocking#asking}. */
    public Blocking blocking(long candidatePairs, Blocking.Candidates candidates) {
        return source == null
                ? Blocking.asking(truth, candidatePairs, candidates)
                : Blocking.asking(truth, source, candidatePairs, candidates);
    }

    /** The score of a run. */
    public Score score(ScoredPairs pairs, long threshold, Partition persons, @Nullable Blocking blocking) {
        return score(pairs, threshold, persons, blocking, new long[0], weight -> persons);
    }

    /**
     * The score of a run, with the best over thresholds of its persons too.
     *
     * @param threshold the run's threshold, in units of weight
     * @param thresholds the thresholds to try; none leaves the best of clusters out
     * @param personsAt the persons made at a threshold
     */
    public Score score(
            ScoredPairs pairs,
            long threshold,
            Partition persons,
            @Nullable Blocking blocking,
            long[] thresholds,
            LongFunction<Partition> personsAt) {
        PairCurve curve = PairCurve.of(truth, pairs, truePairs());
        PairCurve.Best best = curve.best();
        List<Score.PersonsAt> tried = personsAt(thresholds, personsAt);
        return new Score(
                truth.rows(),
                truePairs(),
                bits(threshold),
                curve.at(threshold),
                new Score.At(bits(best.weight()), best.counts()),
                clusters(persons),
                best(tried),
                tried,
                BCubed.of(truth, persons),
                blocking,
                intervals(pairs, threshold, persons));
    }

    private List<Score.PersonsAt> personsAt(long[] thresholds, LongFunction<Partition> personsAt) {
        return LongStream.of(thresholds)
                .sorted()
                .mapToObj(threshold -> {
                    Partition made = personsAt.apply(threshold);
                    return new Score.PersonsAt(new Score.At(bits(threshold), clusters(made)), made.parts());
                })
                .toList();
    }

    private static Score.@Nullable At best(List<Score.PersonsAt> tried) {
        Score.At best = null;
        for (Score.PersonsAt one : tried) {
            if (best == null || one.at().counts().f1() > best.counts().f1()) {
                best = one.at();
            }
        }
        return best;
    }

    private Score.Intervals intervals(ScoredPairs pairs, long threshold, Partition persons) {
        Interval bCubed = BOOTSTRAP.interval(truth.parts(), BCubed.f1ByPerson(truth, persons));
        return source == null
                ? new Score.Intervals(
                        BOOTSTRAP.interval(truth.parts(), PersonCounts.ofPairs(truth, pairs, threshold)::f1),
                        BOOTSTRAP.interval(truth.parts(), PersonCounts.ofClusters(truth, persons)::f1),
                        bCubed)
                : new Score.Intervals(null, null, bCubed);
    }

    private Counts clusters(Partition persons) {
        return source == null ? Clusters.pairs(truth, persons) : Clusters.pairsAcross(truth, persons, source);
    }

    private Score.Threshold bits(long weight) {
        return Score.Threshold.ofBits(weight == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : weight / unitsPerBit);
    }
}
