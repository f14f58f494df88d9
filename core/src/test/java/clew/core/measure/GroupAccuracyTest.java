package clew.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GroupAccuracyTest {

    @Test
    void the_group_of_all_records_has_the_figures_of_all_pairs() {
        LongStream.range(0, 300).mapToObj(World::of).forEach(world -> {
            GroupAccuracy all = of(world, row -> true);
            Counts counts = Clusters.pairs(world.trueParts(), world.foundParts());
            assertThat(all.precision().value()).isCloseTo(counts.precision(), within(1e-12));
            assertThat(all.recall().value()).isCloseTo(counts.recall(), within(1e-12));
            assertThat(all.f1().value()).isCloseTo(counts.f1(), within(1e-12));
            assertThat(all.records()).isEqualTo(world.truth().length);
        });
    }

    @Test
    void a_group_counts_its_own_records_by_looking_at_every_two() {
        LongStream.range(0, 300).mapToObj(World::of).forEach(world -> {
            IntPredicate odd = row -> row % 2 == 1;
            double right = 0;
            double made = 0;
            for (int row = 1; row < world.truth().length; row += 2) {
                for (int other = 0; other < world.truth().length; other++) {
                    if (other != row && world.found()[other] == world.found()[row]) {
                        made++;
                        right += world.truth()[other] == world.truth()[row] ? 1 : 0;
                    }
                }
            }
            assertThat(of(world, odd).precision().value()).isCloseTo(made == 0 ? 1 : right / made, within(1e-12));
        });
    }

    @Test
    void a_group_that_is_served_worse_is_seen_apart_from_the_others() {
        // 300 persons of two records: the first third is found half the time, the others nine times in ten.
        RandomGenerator random = World.random(4);
        int[] truth = IntStream.range(0, 600).map(row -> row / 2).toArray();
        boolean[] met = new boolean[300];
        for (int person = 0; person < 300; person++) {
            met[person] = random.nextDouble() < (person < 100 ? 0.5 : 0.9);
        }
        int[] found = IntStream.range(0, 600)
                .map(row -> met[row / 2] ? row / 2 : 1000 + row)
                .toArray();
        World world = new World(4, truth, found, new int[600], new int[0], new int[0], new long[0]);
        assertThat(of(world, row -> row < 200).recall().high())
                .isLessThan(of(world, row -> row >= 200).recall().low());
    }

    @Test
    void the_interval_of_a_share_is_as_wide_as_theory_says() {
        long[] part = LongStream.range(0, 1000).map(i -> i % 10 < 7 ? 1 : 0).toArray();
        long[] whole = LongStream.range(0, 1000).map(i -> 1).toArray();
        Interval interval = Ratio.of(part, whole);
        assertThat(interval.value()).isCloseTo(0.7, within(1e-12));
        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * Math.sqrt(0.7 * 0.3 / 1000), within(1e-4));
    }

    @Test
    void a_share_without_a_failure_is_not_taken_for_certain() {
        assertThat(Ratio.of(new long[] {2, 3, 1}, new long[] {2, 3, 1})).isEqualTo(new Interval(1, 0, 1, 0.95));
        assertThat(Ratio.of(new long[300], LongStream.range(0, 300).map(i -> 1).toArray())
                        .high())
                .isCloseTo(0.01, within(1e-12));
        assertThat(Ratio.of(new long[] {0}, new long[] {0})).isEqualTo(new Interval(1, 0, 1, 0.95));
    }

    private static GroupAccuracy of(World world, IntPredicate group) {
        return GroupAccuracy.of(
                world.trueParts(), world.foundParts(), world.trueParts().meet(world.foundParts()), group);
    }
}
