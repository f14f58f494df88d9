package clew.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClustersTest {

    @Test
    void counts_agree_with_looking_at_every_two_records() {
        LongStream.range(0, 500).mapToObj(World::of).forEach(world -> {
            assertThat(Clusters.pairs(world.trueParts(), world.foundParts()))
                    .as("seed %d", world.seed())
                    .isEqualTo(world.naiveClusters(false));
            assertThat(Clusters.pairsAcross(world.trueParts(), world.foundParts(), world.sources()))
                    .as("seed %d across sources", world.seed())
                    .isEqualTo(world.naiveClusters(true));
        });
    }

    @Test
    void the_perfect_partition_scores_one_whatever_its_labels() {
        Partition truth = Partition.of(new int[] {7, 7, -3, Integer.MIN_VALUE, 7});
        Partition found = Partition.of(new int[] {0, 0, 9, Integer.MAX_VALUE, 0});
        assertThat(found).isEqualTo(truth).hasSameHashCodeAs(truth);
        assertThat(Clusters.pairs(truth, found)).isEqualTo(new Counts(3, 3, 3));
        assertThat(Clusters.pairs(truth, found).f1()).isEqualTo(1);
        assertThat(BCubed.of(truth, found)).isEqualTo(new BCubed(1, 1));
    }

    @Test
    void merging_everything_finds_everything_and_leaving_all_alone_says_nothing_wrong() {
        LongStream.range(0, 200).mapToObj(World::of).forEach(world -> {
            int rows = world.truth().length;
            Counts merged = Clusters.pairs(world.trueParts(), Partition.of(new int[rows]));
            assertThat(merged.recall()).isEqualTo(1);
            assertThat(merged.found()).isEqualTo((long) rows * (rows - 1) / 2);
            Counts alone = Clusters.pairs(world.trueParts(), Partition.alone(rows));
            assertThat(alone.precision()).isEqualTo(1);
            assertThat(alone.right()).isZero();
        });
    }

    @Test
    void swapping_truth_and_found_swaps_precision_and_recall() {
        LongStream.range(0, 200).mapToObj(World::of).forEach(world -> {
            Counts there = Clusters.pairs(world.trueParts(), world.foundParts());
            Counts back = Clusters.pairs(world.foundParts(), world.trueParts());
            assertThat(back.precision()).isEqualTo(there.recall());
            assertThat(back.f1()).isEqualTo(there.f1());
            BCubed thereCubed = BCubed.of(world.trueParts(), world.foundParts());
            assertThat(BCubed.of(world.foundParts(), world.trueParts()).precision())
                    .isEqualTo(thereCubed.recall());
        });
    }

    @Test
    void a_cluster_of_a_million_records_is_counted_without_overflow() {
        int rows = 1_000_000;
        Partition all = Partition.of(new int[rows]);
        Partition pairs =
                Partition.of(IntStream.range(0, rows).map(row -> row / 2).toArray());
        assertThat(Clusters.pairs(pairs, all)).isEqualTo(new Counts(499_999_500_000L, 500_000, 500_000));
        assertThat(BCubed.of(pairs, all)).isEqualTo(new BCubed(2.0 / rows, 1));
    }

    @Test
    void texts_that_are_alike_are_one_part() {
        assertThat(Partition.ofTexts(java.util.List.of("q1", "q2", "q1"))).isEqualTo(Partition.of(new int[] {1, 2, 1}));
    }

    @Test
    void partitions_of_other_lengths_are_refused() {
        assertThatThrownBy(() -> Clusters.pairs(Partition.alone(3), Partition.alone(2)))
                .hasMessage("expected 3 rows, found 2");
    }

    @Test
    void nothing_found_of_nothing_wanted_is_perfect_and_nothing_found_of_something_is_not() {
        assertThat(new Counts(0, 0, 0).f1()).isEqualTo(1);
        Counts missed = new Counts(0, 0, 4);
        assertThat(missed.precision()).isEqualTo(1);
        assertThat(missed.recall()).isZero();
        assertThat(missed.f1()).isZero();
        assertThatThrownBy(() -> new Counts(1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
