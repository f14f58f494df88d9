package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CommunitiesTest {
    private static final int GROUPS = 40;
    private static final int SIZE = 12;

    /** Groups with ties inside (three in ten pairs) and a tie to elsewhere for each member. */
    private static Graph planted(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> edges = new ArrayList<>();
        int nodes = GROUPS * SIZE;
        for (int one = 0; one < nodes; one++) {
            for (int other = one + 1; other < nodes; other++) {
                double chance = one / SIZE == other / SIZE ? 0.45 : 1.0 / nodes;
                if (random.nextDouble() < chance) {
                    edges.add(new int[] {one, other});
                }
            }
        }
        double[] weights = new double[edges.size()];
        Arrays.fill(weights, 1);
        return new Graph(
                nodes,
                edges.stream().mapToInt(edge -> edge[0]).toArray(),
                edges.stream().mapToInt(edge -> edge[1]).toArray(),
                weights);
    }

    @Test
    void finds_many_small_groups_at_a_resolution_of_the_data() {
        int[] found = Communities.of(planted(7), 1);

        int together = 0;
        int apart = 0;
        for (int one = 0; one < found.length; one++) {
            for (int other = one + 1; other < found.length; other++) {
                if (found[one] == found[other]) {
                    together += one / SIZE == other / SIZE ? 1 : 0;
                    apart += one / SIZE == other / SIZE ? 0 : 1;
                }
            }
        }
        assertThat(together).isGreaterThan(GROUPS * SIZE * (SIZE - 1) / 2 * 95 / 100);
        assertThat(apart).isLessThan(together / 20);
    }

    @Test
    void is_the_same_for_the_same_seed() {
        assertThat(Communities.of(planted(8), 5)).isEqualTo(Communities.of(planted(8), 5));
    }

    @Test
    void without_edges_everybody_is_alone() {
        assertThat(Communities.of(new Graph(3, new int[0], new int[0], new double[0]), 1))
                .containsExactly(0, 1, 2);
    }

    @Test
    void an_edge_to_nowhere_is_refused() {
        assertThatThrownBy(() -> new Graph(2, new int[] {0}, new int[] {2}, new double[] {1}))
                .hasMessage(
                        "expected an edge of two nodes below 2 with a weight above 0, found 0 to 2 of 1.0, in edge 0");
    }
}
