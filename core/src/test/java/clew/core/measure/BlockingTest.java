package clew.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BlockingTest {

    @Test
    void asking_for_each_true_pair_agrees_with_counting_all_candidates() {
        LongStream.range(0, 300).mapToObj(World::of).forEach(world -> {
            Counts scored = PairCurve.of(world.trueParts(), world.pairs()).all();
            assertThat(Blocking.asking(world.trueParts(), scored.found(), candidates(world)))
                    .as("seed %d", world.seed())
                    .isEqualTo(Blocking.of(scored));
        });
    }

    @Test
    void link_only_asks_for_pairs_across_sources_alone() {
        LongStream.range(0, 300).mapToObj(World::of).forEach(world -> {
            Blocking blocking = Blocking.asking(world.trueParts(), world.sources(), 10_000, (left, right) -> {
                assertThat(world.source()[left]).isNotEqualTo(world.source()[right]);
                return true;
            });
            assertThat(blocking.wanted())
                    .isEqualTo(Clusters.truePairsAcross(world.trueParts(), world.sources()))
                    .isEqualTo(world.naiveClusters(true).wanted());
            assertThat(blocking.recall()).isEqualTo(1);
        });
    }

    private static Blocking.Candidates candidates(World world) {
        Set<Long> compared = new HashSet<>();
        for (int pair = 0; pair < world.left().length; pair++) {
            compared.add(key(world.left()[pair], world.right()[pair]));
        }
        return (left, right) -> compared.contains(key(left, right));
    }

    private static long key(int left, int right) {
        return (long) Math.min(left, right) << 32 | Math.max(left, right);
    }
}
