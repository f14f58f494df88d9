package clew.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BCubedTest {

    @Test
    void agrees_with_the_mean_over_records() {
        LongStream.range(0, 500).mapToObj(World::of).forEach(world -> {
            BCubed measured = BCubed.of(world.trueParts(), world.foundParts());
            assertThat(measured.precision())
                    .as("seed %d", world.seed())
                    .isCloseTo(naive(world.truth(), world.found()), within(1e-12));
            assertThat(measured.recall()).isCloseTo(naive(world.found(), world.truth()), within(1e-12));
        });
    }

    /** The mean over records of how much of the record's cluster is of the record's person. */
    private static double naive(int[] persons, int[] clusters) {
        return IntStream.range(0, persons.length)
                .mapToDouble(i -> {
                    int[] cluster = IntStream.range(0, persons.length)
                            .filter(j -> clusters[j] == clusters[i])
                            .toArray();
                    long own = IntStream.of(cluster)
                            .filter(j -> persons[j] == persons[i])
                            .count();
                    return (double) own / cluster.length;
                })
                .average()
                .orElse(1);
    }

    @Test
    void the_example_of_bagga_and_baldwin_gives_their_figures() {
        // Truth {1..5} {6,7} {8..12}; the first answer joins the second and third chain, the other the first and third.
        Partition truth = Partition.of(new int[] {1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3});
        Partition smallJoin = Partition.of(new int[] {1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2});
        Partition largeJoin = Partition.of(new int[] {1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1});
        assertThat(BCubed.of(truth, smallJoin).precision()).isCloseTo(0.76, within(0.005));
        assertThat(BCubed.of(truth, largeJoin).precision()).isCloseTo(0.58, within(0.005));
        assertThat(BCubed.of(truth, largeJoin).recall()).isEqualTo(1);
    }

    @Test
    void the_order_of_records_does_not_change_one_digit() {
        LongStream.range(0, 100).mapToObj(World::of).forEach(world -> {
            List<Integer> order = new ArrayList<>(
                    IntStream.range(0, world.truth().length).boxed().toList());
            Collections.shuffle(order, new Random(world.seed()));
            assertThat(BCubed.of(shuffled(world.truth(), order), shuffled(world.found(), order)))
                    .isEqualTo(BCubed.of(world.trueParts(), world.foundParts()));
        });
    }

    private static Partition shuffled(int[] labels, List<Integer> order) {
        return Partition.of(order.stream().mapToInt(row -> labels[row]).toArray());
    }
}
