package clew.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void counts_told_apart_by_person_sum_to_the_counts() {
        LongStream.range(0, 300).mapToObj(World::of).forEach(world -> {
            same(
                    PersonCounts.ofClusters(world.trueParts(), world.foundParts()),
                    Clusters.pairs(world.trueParts(), world.foundParts()));
            same(PersonCounts.ofPairs(world.trueParts(), world.pairs(), 0), world.naivePairs(0));
        });
    }

    private static void same(PersonCounts persons, Counts counts) {
        int[] once = new int[persons.persons()];
        Arrays.fill(once, 1);
        assertThat(persons.precision(once)).isEqualTo(counts.precision());
        assertThat(persons.recall(once)).isEqualTo(counts.recall());
        assertThat(persons.f1(once)).isCloseTo(counts.f1(), within(1e-15));
    }

    @Test
    void b_cubed_told_apart_by_person_is_the_same_figure() {
        LongStream.range(0, 300).mapToObj(World::of).forEach(world -> {
            int[] once = new int[world.trueParts().parts()];
            Arrays.fill(once, 1);
            assertThat(BCubed.f1ByPerson(world.trueParts(), world.foundParts()).of(once))
                    .isCloseTo(BCubed.of(world.trueParts(), world.foundParts()).f1(), within(1e-12));
        });
    }

    @Test
    void one_seed_gives_one_interval_around_the_figure() {
        PersonCounts counts = twins(400, 0.8, 1);
        Interval first = new Bootstrap(7, 200, 0.95).interval(counts.persons(), counts::recall);
        Interval again = new Bootstrap(7, 200, 0.95).interval(counts.persons(), counts::recall);
        assertThat(first).isEqualTo(again);
        assertThat(first.value()).isBetween(first.low(), first.high());
        assertThat(new Bootstrap(8, 200, 0.95).interval(counts.persons(), counts::recall))
                .isNotEqualTo(first);
    }

    @Test
    void the_interval_of_a_share_is_as_wide_as_theory_says() {
        // A share p of n independent persons has standard error sqrt(p (1 - p) / n); 95% lies within 1.96 of it.
        PersonCounts counts = twins(2_000, 0.7, 3);
        Interval interval = new Bootstrap(1, 1_000, 0.95).interval(counts.persons(), counts::recall);
        double expected = 2 * 1.96 * Math.sqrt(interval.value() * (1 - interval.value()) / 2_000);
        assertThat(interval.high() - interval.low()).isCloseTo(expected, within(0.15 * expected));
    }

    @Test
    void a_method_against_itself_differs_by_nothing_on_every_draw() {
        PersonCounts counts = twins(200, 0.6, 5);
        Interval difference = new Bootstrap(2, 100, 0.9).difference(counts.persons(), counts::f1, counts::f1);
        assertThat(difference.low()).isZero();
        assertThat(difference.high()).isZero();
        assertThat(difference.holdsZero()).isTrue();
    }

    @Test
    void pairing_shows_a_difference_that_two_intervals_apart_would_blur() {
        PersonCounts better = twins(500, 0.75, 9);
        PersonCounts worse = twins(500, 0.70, 9);
        Bootstrap bootstrap = new Bootstrap(3, 300, 0.95);
        Interval high = bootstrap.interval(better.persons(), better::recall);
        Interval low = bootstrap.interval(worse.persons(), worse::recall);
        assertThat(low.high()).isGreaterThan(high.low());
        assertThat(bootstrap
                        .difference(better.persons(), better::recall, worse::recall)
                        .holdsZero())
                .isFalse();
    }

    /** Persons of two records each; a share of them found, the same ones for one seed as far as the share goes. */
    private static PersonCounts twins(int persons, double share, long seed) {
        RandomGenerator random = World.random(seed);
        double[] hardness = random.doubles(persons).toArray();
        int[] truth = IntStream.range(0, 2 * persons).map(row -> row / 2).toArray();
        int[] found = IntStream.range(0, 2 * persons)
                .map(row -> hardness[row / 2] < share ? row / 2 : persons + row)
                .toArray();
        return PersonCounts.ofClusters(Partition.of(truth), Partition.of(found));
    }
}
