package clew.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreTest {

    private static final int[] TRUTH = {1, 1, 1, 2, 3};
    private static final ScoredPairs PAIRS =
            ScoredPairs.of(new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 4}, new long[] {30, 20, 10, -10});

    @Test
    void the_json_holds_every_figure_of_the_contract() {
        Scoring scoring = Scoring.dedupe(Partition.of(TRUTH), 10);
        Blocking blocking = scoring.blocking(4, (left, right) -> right - left == 1);
        Score score = scoring.score(
                PAIRS, 10, Partition.of(new int[] {1, 1, 1, 1, 2}), blocking, new long[] {10, 20}, ScoreTest::persons);
        JsonNode json = JsonMapper.shared().readTree(score.toJson());
        assertThat(json.propertyNames())
                .containsExactly(
                        "records",
                        "true_pairs",
                        "threshold",
                        "threshold_bits",
                        "pairs",
                        "pairs_best",
                        "clusters",
                        "clusters_best",
                        "b_cubed",
                        "blocking",
                        "clusters_at",
                        "f1_intervals");
        assertThat(json.at("/records").asInt()).isEqualTo(5);
        assertThat(json.at("/true_pairs").asInt()).isEqualTo(3);
        assertThat(json.at("/threshold").asDouble()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(json.at("/pairs/precision").asDouble()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(json.at("/pairs_best/threshold_bits").asDouble()).isEqualTo(2);
        assertThat(json.at("/pairs_best/f1").asDouble()).isCloseTo(0.8, within(1e-12));
        assertThat(json.at("/clusters/precision").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/clusters_best/f1").asDouble()).isEqualTo(1);
        assertThat(json.at("/clusters_best/threshold_bits").asDouble()).isEqualTo(2);
        assertThat(json.at("/b_cubed/recall").asDouble()).isEqualTo(1);
        assertThat(json.at("/blocking/candidate_pairs").asInt()).isEqualTo(4);
        assertThat(json.at("/blocking/recall").asDouble()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(json.at("/clusters_at/0/persons").asInt()).isEqualTo(2);
        assertThat(json.at("/clusters_at/1/f1").asDouble()).isEqualTo(1);
        assertThat(json.at("/f1_intervals/clusters/0").asDouble())
                .isLessThanOrEqualTo(json.at("/clusters/f1").asDouble());
        assertThat(json.at("/f1_intervals/clusters/1").asDouble())
                .isGreaterThanOrEqualTo(json.at("/clusters/f1").asDouble());
    }

    private static Partition persons(long threshold) {
        return Partition.of(threshold <= 10 ? new int[] {1, 1, 1, 1, 2} : new int[] {1, 1, 1, 2, 3});
    }

    @Test
    void linking_two_sources_counts_only_pairs_across_them() {
        Partition truth = Partition.of(new int[] {1, 2, 1, 2});
        Partition source = Partition.of(new int[] {0, 0, 1, 1});
        ScoredPairs pairs = ScoredPairs.of(new int[] {0, 1}, new int[] {2, 3}, new long[] {5, 5});
        Score score = Scoring.linkOnly(truth, source, 1).score(pairs, 0, Partition.of(new int[4]), null);
        assertThat(score.truePairs()).isEqualTo(2);
        assertThat(score.pairs()).isEqualTo(new Counts(2, 2, 2));
        assertThat(score.clusters()).isEqualTo(new Counts(4, 2, 2));
        assertThat(score.clustersBest()).isNull();
    }

    @Test
    void a_run_that_found_no_pair_is_still_valid_json() {
        ScoredPairs none = ScoredPairs.of(new int[0], new int[0], new long[0]);
        Score score = Scoring.dedupe(Partition.of(TRUTH), 10).score(none, 10, Partition.alone(5), null);
        JsonNode json = JsonMapper.shared().readTree(score.toJson());
        assertThat(json.at("/pairs_best/threshold").asDouble()).isEqualTo(1);
        assertThat(json.at("/pairs_best/threshold_bits").isNull()).isTrue();
        assertThat(json.at("/pairs/recall").asDouble()).isZero();
        assertThat(json.at("/blocking").isNull()).isTrue();
    }

    @Test
    void a_threshold_said_as_probability_and_as_bits_is_one_threshold() {
        Score.Threshold threshold = Score.Threshold.ofProbability(0.95);
        assertThat(Score.Threshold.ofBits(threshold.weightBits()).probability()).isCloseTo(0.95, within(1e-12));
        assertThat(Score.Threshold.ofBits(0).probability()).isEqualTo(0.5);
    }
}
