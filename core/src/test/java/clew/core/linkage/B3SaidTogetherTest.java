package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people said to be one person is one, and takes nobody away from those that they were with (row B3). */
class B3SaidTogetherTest {
    private static final long SEED = 53;
    private static final int WORLDS = 4_000;
    private static final long THRESHOLD = bits(4);

    /** Persons by the first of their records, and what was kept apart because of a doubt. */
    private record Found(int[] first, List<Clusters.Stopped> stopped) {
        static Found of(B3TwoThresholdsTest.World world, List<Judgement> decisions) {
            int records = world.weight().length;
            Clusters clusters = new Clusters(
                    world.edges(), world, THRESHOLD, Linkage.MOST_WEIGHT, Constraints.of(records, decisions));
            try (Workers workers = new Workers(1)) {
                return new Found(clusters.find(records, workers), clusters.stopped());
            }
        }

        boolean areOne(int one, int other) {
            return first[one] == first[other];
        }

        /** Whether a person is told of the two persons that these are of. */
        boolean isTold(int one, int other) {
            return stopped.stream()
                    .map(Clusters.Stopped::rows)
                    .anyMatch(rows -> IntStream.of(rows).anyMatch(row -> areOne(row, one))
                            && IntStream.of(rows).anyMatch(row -> areOne(row, other)));
        }
    }

    private static long bits(int bits) {
        return bits * Explanation.UNITS_PER_BIT;
    }

    /** Law: one more "the same" joins, and parts nobody; but where nobody has decided a doubt, and then a person is told. */
    @Test
    void the_same_never_makes_another_record_leave_but_for_a_doubt_that_a_person_is_told() {
        Random random = new Random(SEED);
        int unlike = 0;
        int doubted = 0;
        for (int number = 0; number < WORLDS; number++) {
            B3TwoThresholdsTest.World world = B3TwoThresholdsTest.World.any(random);
            int records = world.weight().length;
            List<Judgement> decisions = new ArrayList<>();
            for (int more = random.nextInt(3); more > 0; more--) {
                decisions.add(said(records, random, true));
            }
            Found before = Found.of(world, decisions);
            Judgement same = said(records, random, true);
            decisions.add(same);
            Found after = Found.of(world, decisions);
            for (Judgement decision : decisions) {
                assertThat(after.areOne(decision.left(), decision.right()))
                        .as("world %d: %s", number, decision)
                        .isTrue();
            }
            for (int one = 0; one < records; one++) {
                for (int other = one + 1; other < records; other++) {
                    if (before.areOne(one, other) && !after.areOne(one, other)) {
                        doubted++;
                        assertThat(after.isTold(one, other))
                                .as("world %d: %d and %d after %s", number, one, other, same)
                                .isTrue();
                    }
                }
            }
            unlike += world.weight()[same.left()][same.right()] < 0 ? 1 : 0;
        }
        assertThat(unlike).as("joined though unlike").isGreaterThan(WORLDS / 4);
        assertThat(doubted).as("pairs that left for a doubt").isBetween(1, WORLDS / 10);
    }

    /** Law: "not the same" holds whatever else is said, for all that is said to be one with the two; nothing is told that came to nothing. */
    @Test
    void not_the_same_holds_for_all_that_is_said_to_be_one_with_the_two() {
        Random random = new Random(SEED + 1);
        int kept = 0;
        for (int number = 0; number < WORLDS; number++) {
            B3TwoThresholdsTest.World world = B3TwoThresholdsTest.World.any(random);
            int records = world.weight().length;
            List<Judgement> decisions = new ArrayList<>();
            for (int more = 1 + random.nextInt(4); more > 0; more--) {
                decisions.add(said(records, random, random.nextInt(3) > 0));
            }
            Found found = Found.of(world, decisions);
            boolean torn = !Constraints.of(records, decisions).contradictions().isEmpty();
            for (Judgement decision : decisions) {
                if (!decision.same() || !torn) {
                    kept++;
                    assertThat(found.areOne(decision.left(), decision.right()))
                            .as("world %d: %s", number, decision)
                            .isEqualTo(decision.same());
                }
            }
            assertThat(found.stopped)
                    .as("world %d", number)
                    .allMatch(stop -> !found.areOne(stop.rows()[0], stop.rows()[stop.rows().length - 1])
                            || Arrays.stream(stop.rows())
                                            .map(row -> found.first[row])
                                            .distinct()
                                            .count()
                                    > 1);
        }
        assertThat(kept).isGreaterThan(WORLDS);
    }

    /** Weighed by the mean of their group, 9 and -11 bits, the third would have left. */
    @Test
    void a_record_like_one_of_two_unlike_ones_stays_with_it_when_a_person_joins_them() {
        B3TwoThresholdsTest.World world = B3TwoThresholdsTest.World.of(3)
                .say(0, 1, bits(-12), false)
                .say(0, 2, bits(9), false)
                .say(1, 2, bits(-11), false);
        assertThat(Found.of(world, List.of()).first).containsExactly(0, 1, 0);
        assertThat(Found.of(world, List.of(Judgement.same(0, 1))).first).containsExactly(0, 0, 0);
    }

    /** Two numbers of an adopted child: 0 and 1 hold the one, 2 and 3 the other. */
    @Test
    void a_doubt_that_a_person_has_decided_for_two_records_is_decided_for_those_that_they_were_with() {
        B3TwoThresholdsTest.World world =
                B3TwoThresholdsTest.World.of(4).say(0, 1, bits(15), false).say(2, 3, bits(15), false);
        for (int one = 0; one < 2; one++) {
            world.say(one, 2, bits(9), true).say(one, 3, bits(9), true);
        }
        assertThat(Found.of(world, List.of()).first).containsExactly(0, 0, 2, 2);
        Found joined = Found.of(world, List.of(Judgement.same(0, 2)));
        assertThat(joined.first).containsExactly(0, 0, 0, 0);
        assertThat(joined.stopped).isEmpty();
    }

    /** 0 has no number, 1 has one and is said to be the same, 2 is like 0 and has another number than 1. */
    @Test
    void a_doubt_that_nobody_has_decided_keeps_a_record_out_and_a_person_is_told() {
        B3TwoThresholdsTest.World world = B3TwoThresholdsTest.World.of(3)
                .say(0, 1, bits(2), false)
                .say(0, 2, bits(9), false)
                .say(1, 2, bits(9), true);
        Found joined = Found.of(world, List.of(Judgement.same(0, 1)));
        assertThat(joined.first).containsExactly(0, 0, 2);
        assertThat(joined.stopped)
                .singleElement()
                .satisfies(stop -> assertThat(stop.rows()).containsExactly(0, 1, 2));
    }

    private static Judgement said(int records, Random random, boolean same) {
        int left = random.nextInt(records);
        int right = (left + 1 + random.nextInt(records - 1)) % records;
        return new Judgement(left, right, same);
    }
}
