package clew.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PairCurveTest {

    @Test
    void counts_at_every_threshold_agree_with_counting_one_by_one() {
        LongStream.range(0, 300).mapToObj(World::of).forEach(world -> {
            PairCurve curve = PairCurve.of(world.trueParts(), world.pairs());
            LongStream.rangeClosed(-10, 10)
                    .forEach(threshold -> assertThat(curve.at(threshold))
                            .as("seed %d threshold %d", world.seed(), threshold)
                            .isEqualTo(world.naivePairs(threshold)));
            assertThat(curve.all()).isEqualTo(world.naivePairs(Long.MIN_VALUE));
        });
    }

    @Test
    void no_threshold_beats_the_best() {
        LongStream.range(0, 300).mapToObj(World::of).forEach(world -> {
            PairCurve curve = PairCurve.of(world.trueParts(), world.pairs());
            PairCurve.Best best = curve.best();
            assertThat(best.counts()).isEqualTo(curve.at(best.weight()));
            LongStream.rangeClosed(-10, 10)
                    .forEach(threshold -> assertThat(curve.at(threshold).f1())
                            .isLessThanOrEqualTo(best.counts().f1()));
        });
    }

    @Test
    void thresholds_beyond_every_weight_take_all_or_nothing() {
        Partition truth = Partition.of(new int[] {1, 1, 2});
        PairCurve curve = PairCurve.of(truth, ScoredPairs.of(new int[] {0, 1}, new int[] {1, 2}, new long[] {5, -5}));
        assertThat(curve.at(Long.MAX_VALUE)).isEqualTo(new Counts(0, 0, 1));
        assertThat(curve.at(Long.MIN_VALUE)).isEqualTo(new Counts(2, 1, 1));
        assertThat(curve.best()).isEqualTo(new PairCurve.Best(5, new Counts(1, 1, 1)));
    }

    @Test
    void of_pairs_alike_in_weight_all_or_none_are_taken() {
        Partition truth = Partition.of(new int[] {1, 1, 2});
        PairCurve curve = PairCurve.of(truth, ScoredPairs.of(new int[] {0, 1}, new int[] {1, 2}, new long[] {3, 3}));
        assertThat(curve.best()).isEqualTo(new PairCurve.Best(3, new Counts(2, 1, 1)));
    }
}
