package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Join high, break low, and nothing is remembered: persons follow from the weights that there are; and the combined person must be valid, not only each pair. */
class B3TwoThresholdsTest {
    private static final long SEED = 31;
    private static final int WORLDS = 3_000;
    private static final long THRESHOLD = bits(4);
    private static final long CLIP = bits(30);

    /** Weights and doubts of every pair of a few records. */
    record World(long[][] weight, boolean[][] doubt) implements Clusters.PairLook {
        static World any(Random random) {
            int size = 2 + random.nextInt(7);
            World world = new World(new long[size][size], new boolean[size][size]);
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    world.say(i, j, bits(random.nextInt(31) - 14) + random.nextInt(1000), random.nextInt(8) == 0);
                }
            }
            return world;
        }

        static World of(int size) {
            return new World(new long[size][size], new boolean[size][size]);
        }

        World say(int i, int j, long units, boolean doubted) {
            weight[i][j] = units;
            weight[j][i] = units;
            doubt[i][j] = doubted;
            doubt[j][i] = doubted;
            return this;
        }

        /** The world in which there are only these records. */
        World only(List<Integer> rows) {
            World some = of(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                for (int j = i + 1; j < rows.size(); j++) {
                    some.say(i, j, weight[rows.get(i)][rows.get(j)], doubt[rows.get(i)][rows.get(j)]);
                }
            }
            return some;
        }

        @Override
        public long pattern(int left, int right) {
            return 0;
        }

        @Override
        public long score(int left, int right, long pattern) {
            return weight[left][right];
        }

        @Override
        public Guards.Doubt doubt(int left, int right, long pattern) {
            return doubt[left][right] ? Guards.Doubt.IDENTIFIERS : Guards.Doubt.NONE;
        }

        Edges edges() {
            List<int[]> pairs = new ArrayList<>();
            for (int i = 0; i < weight.length; i++) {
                for (int j = i + 1; j < weight.length; j++) {
                    pairs.add(new int[] {i, j});
                }
            }
            pairs.sort(Comparator.comparing((int[] pair) -> -weight[pair[0]][pair[1]]));
            return new Edges(
                    pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                    pairs.stream().mapToInt(pair -> pair[1]).toArray(),
                    pairs.stream().mapToLong(pair -> weight[pair[0]][pair[1]]).toArray(),
                    new long[pairs.size()]);
        }
    }

    private static long bits(int bits) {
        return bits * Explanation.UNITS_PER_BIT;
    }

    private static Clusters clusters(World world) {
        return new Clusters(world.edges(), world, THRESHOLD, CLIP);
    }

    /** Persons as sets of these names of the rows. */
    private static Set<Set<Integer>> persons(World world, List<Integer> names) {
        try (Workers workers = new Workers(1)) {
            int[] first = clusters(world).find(world.weight.length, workers);
            return new HashSet<>(IntStream.range(0, first.length)
                    .boxed()
                    .collect(Collectors.groupingBy(
                            row -> first[row], Collectors.mapping(names::get, Collectors.toSet())))
                    .values());
        }
    }

    private static List<Integer> all(World world) {
        return IntStream.range(0, world.weight.length).boxed().toList();
    }

    @Test
    void a_pair_is_joined_from_the_high_threshold_on_and_left_to_people_below_it() {
        for (int weight = -5; weight < 15; weight++) {
            World pair = World.of(2).say(0, 1, bits(weight), false);
            assertThat(persons(pair, all(pair))).as(weight + " bits").hasSize(weight >= 4 ? 1 : 2);
        }
        World doubted = World.of(2).say(0, 1, bits(25), true);
        assertThat(persons(doubted, all(doubted))).hasSize(2);
    }

    @Test
    void what_holds_by_one_bridge_only_is_broken_where_the_rest_speaks_against_it() {
        World chain = World.of(3)
                .say(0, 1, bits(12), false)
                .say(1, 2, bits(10), false)
                .say(0, 2, bits(-12), false);
        assertThat(persons(chain, all(chain))).containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2));
        World agreed = World.of(3)
                .say(0, 1, bits(12), false)
                .say(1, 2, bits(10), false)
                .say(0, 2, bits(-2), false);
        assertThat(persons(agreed, all(agreed))).containsExactly(Set.of(0, 1, 2));
    }

    @Test
    void the_combined_person_must_be_valid_though_no_pair_of_the_chain_is_doubtful() {
        World chain = World.of(3)
                .say(0, 1, bits(20), false)
                .say(1, 2, bits(15), false)
                .say(0, 2, bits(10), true);
        Clusters clusters = clusters(chain);
        try (Workers workers = new Workers(1)) {
            assertThat(clusters.find(3, workers)).containsExactly(0, 0, 2);
        }
        assertThat(clusters.stopped()).singleElement().satisfies(stopped -> {
            assertThat(stopped.doubt()).isEqualTo(Guards.Doubt.IDENTIFIERS);
            assertThat(stopped.rows()).containsExactly(0, 1, 2);
        });
    }

    /** Of records that came and went see B2ArrivalLawsTest. */
    @Test
    void nothing_is_remembered_of_the_order_in_which_records_came() {
        System.out.println("B3TwoThresholdsTest seed " + SEED);
        Random random = new Random(SEED);
        for (int number = 0; number < WORLDS; number++) {
            World world = World.any(random);
            List<Integer> rows = new ArrayList<>(all(world));
            Set<Set<Integer>> persons = persons(world, rows);
            assertThat(persons(world, rows)).isEqualTo(persons);
            List<Integer> shuffled = new ArrayList<>(rows);
            java.util.Collections.shuffle(shuffled, random);
            assertThat(persons(world.only(shuffled), shuffled))
                    .as("world " + number)
                    .isEqualTo(persons);

            assertJoinedHighAndBrokenLow(world, persons);
        }
    }

    private static void assertJoinedHighAndBrokenLow(World world, Set<Set<Integer>> persons) {
        for (Set<Integer> person : persons) {
            for (int row : person) {
                assertThat(person.size() == 1
                                || person.stream()
                                        .anyMatch(other -> other != row
                                                && world.weight[row][other] >= THRESHOLD - Clusters.slack(8)))
                        .as("each record of a person is like another of it")
                        .isTrue();
                if (person.size() == 2) {
                    assertThat(person.stream()
                                    .filter(other -> other != row)
                                    .allMatch(
                                            other -> world.weight[row][other] >= THRESHOLD && !world.doubt[row][other]))
                            .isTrue();
                }
            }
        }
        for (Set<Integer> one : persons) {
            for (Set<Integer> other : persons) {
                boolean single = one.size() == 1 && other.size() == 1 && !one.equals(other);
                if (single) {
                    int left = one.iterator().next();
                    int right = other.iterator().next();
                    assertThat(world.weight[left][right] < THRESHOLD || world.doubt[left][right])
                            .as("nobody is left alone who could be joined")
                            .isTrue();
                }
            }
        }
    }
}
