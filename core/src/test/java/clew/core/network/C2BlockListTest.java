package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the block list is shown and makes no tie; what comes off it counts again as if it had never been on it. */
class C2BlockListTest {
    private static final List<String> CANDIDATES = List.of("car-x", "car-y", "spot-0", "spot-1", "spot-2", "place-3");
    private static final int CHANGES = 10;

    private static BlockList list(String... ids) {
        Map<String, String> why = new HashMap<>();
        for (String id : ids) {
            why.put(id, "a pool car of the council");
        }
        return BlockList.of(why);
    }

    private static Evidence evidence(List<Episode> episodes, BlockList list) {
        return Town.evidence(episodes.stream()
                        .map(episode -> list.on(episode, false))
                        .toList())
                .build();
    }

    private static List<Line> lines(List<Episode> episodes, BlockList list) {
        return Lines.of(Ties.of(evidence(episodes, list)));
    }

    /** Two adults who were in a car at other times than the same two children, and never with them. */
    private static Town carAlone(SplittableRandom random) {
        Town town = Town.ordinary(random);
        for (int trip = 0; trip < 6; trip++) {
            town.tell("drove-" + trip, 30 * trip, "spot-0", List.of("car-x", "adult-a", "adult-b"));
            town.tell("rode-" + trip, 30 * trip + 9, "spot-" + (1 + trip % 2), List.of("car-x", "child-a", "child-b"));
        }
        return town;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_line_that_stands_on_a_car_falls_with_it_and_stands_again_without(long seed) {
        List<Episode> episodes = carAlone(new SplittableRandom(seed)).episodes();
        List<Line> before = lines(episodes, BlockList.NONE);
        assertThat(before)
                .as("seed %d", seed)
                .anySatisfy(line -> assertThat(line.means()).contains("car-x"));

        List<Line> during = lines(episodes, list("car-x"));
        assertThat(during)
                .as("seed %d", seed)
                .noneSatisfy(line -> assertThat(line.children()).contains("child-a"));
        assertThat(lines(episodes, list())).isEqualTo(before);
    }

    @Test
    void what_is_on_it_is_shown_with_whom_it_was_and_ties_nobody() {
        List<Episode> episodes = carAlone(new SplittableRandom(4)).episodes();
        BlockList list = list("car-x", "never-seen");
        Evidence evidence = evidence(episodes, list);
        int car = evidence.subject("car-x");

        assertThat(evidence.episodesOf(car)).isEmpty();
        assertThat(evidence.episodes()).isEqualTo(episodes.size());
        assertThat(list.shown(evidence)).singleElement().satisfies(shown -> {
            assertThat(shown.subject()).isEqualTo("car-x");
            assertThat(shown.kind()).isEqualTo(SubjectKind.VEHICLE);
            assertThat(shown.why()).isEqualTo("a pool car of the council");
            assertThat(shown.episodes()).isEqualTo(12);
            assertThat(shown.with())
                    .containsOnly(
                            Map.entry("adult-a", 6),
                            Map.entry("adult-b", 6),
                            Map.entry("child-a", 6),
                            Map.entry("child-b", 6));
        });
        assertThat(OwnPatterns.of(evidence))
                .noneMatch(pattern -> pattern.subject().equals("car-x"));
    }

    @Test
    void those_who_were_together_at_one_time_in_what_is_on_it_are_tied_still_and_the_line_says_so() {
        Town town = Town.withGroup(new SplittableRandom(5));
        town.tell("drive", 333, "spot-0", List.of("car-x", "adult-a", "child-a", "child-b"));
        List<Line> lines = lines(town.episodes(), list("car-x"));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.means()).isEmpty();
            assertThat(BlockList.within(line.episodes())).containsExactly("car-x");
            assertThat(Brief.of(line, id -> id).explained())
                    .contains("car-x: on the block list. It was there and ties nobody.");
        });
    }

    @Test
    void at_a_place_on_it_nobody_is_tied_unless_an_incident_is_stated_there() {
        Town town = Town.withGroup(new SplittableRandom(6));
        BlockList all = list("spot-0", "spot-1", "spot-2");
        assertThat(lines(town.episodes(), all)).isEmpty();

        Episode told = town.episodes().get(town.episodes().size() - 1);
        assertThat(all.on(told, true)).isSameAs(told);
        Episode blocked = all.on(told, false);
        assertThat(blocked.place()).isNull();
        assertThat(BlockList.within(List.of(blocked))).contains(String.valueOf(told.place()), "child-a");
        assertThat(list("place-elsewhere").on(told, false)).isSameAs(told);
        assertThat(all.shown(evidence(town.episodes(), all)))
                .extracting(BlockList.Shown::episodes)
                .containsExactly(3, 3, 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void the_order_in_which_evidence_is_told_makes_no_difference(long seed) {
        List<Episode> episodes =
                new ArrayList<>(carAlone(new SplittableRandom(seed)).episodes());
        episodes.addAll(Town.withGroup(new SplittableRandom(seed)).episodes().stream()
                .filter(episode -> episode.id().startsWith("group"))
                .toList());
        BlockList list = list("spot-1", "car-x");
        List<Line> lines = lines(episodes, list);
        Collections.shuffle(episodes, new Random(seed));
        assertThat(lines(episodes, list)).as("seed %d", seed).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void whatever_is_put_on_or_taken_off_gives_the_lines_of_a_run_over_everything(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Town town = Town.withGroup(random);
        for (int trip = 0; trip < 8; trip++) {
            String car = trip % 2 == 0 ? "car-x" : "car-y";
            town.tell("drove-" + trip, 20 * trip, "spot-" + trip % 3, List.of(car, "adult-d", "adult-e"));
            town.tell("rode-" + trip, 20 * trip + 7, "place-3", List.of(car, "child-e", "child-f"));
        }
        List<String> on = new ArrayList<>();
        Evidence before = evidence(town.episodes(), list());
        Epoch epoch = Ties.of(before).epoch();
        List<Line> lines = Lines.of(Ties.of(before, epoch));
        int others = 0;
        for (int change = 0; change < CHANGES; change++) {
            String candidate = CANDIDATES.get(random.nextInt(CANDIDATES.size()));
            if (!on.remove(candidate)) {
                on.add(candidate);
            }
            Evidence after = evidence(town.episodes(), list(on.toArray(String[]::new)));
            List<Line> expected = Lines.of(Ties.of(after, epoch));
            assertThat(Renewal.of(before, after, epoch, lines).lines())
                    .as("seed %d after change %d: %s", seed, change, on)
                    .isEqualTo(expected);
            others += expected.equals(lines) ? 0 : 1;
            before = after;
            lines = expected;
        }
        assertThat(others).as("seed %d: changes that changed a line", seed).isPositive();
    }
}
