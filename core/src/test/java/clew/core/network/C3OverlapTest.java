package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is of two groups stands in the lines of both. */
class C3OverlapTest {
    private static final List<String> ADULTS = List.of("adult-p", "adult-q", "adult-r");
    private static final List<String> CHILDREN = List.of("child-p", "child-q", "child-r", "child-s");

    /** A town with the usual group and a second one, in which the first of these adults and children are put in place of the second's own. */
    private static List<Line> lines(long seed, List<String> adults, List<String> children) {
        Town town = Town.withGroup(new SplittableRandom(seed));
        List<String> grown = new ArrayList<>(ADULTS);
        List<String> young = new ArrayList<>(CHILDREN);
        for (int i = 0; i < adults.size(); i++) {
            grown.set(i, adults.get(i));
        }
        for (int i = 0; i < children.size(); i++) {
            young.set(i, children.get(i));
        }
        for (int meeting = 0; meeting < 8; meeting++) {
            town.tell(
                    "second-" + meeting,
                    20 + 40 * meeting,
                    "corner-" + meeting % 3,
                    List.of(
                            grown.get(meeting % 3),
                            grown.get((meeting + 1) % 3),
                            young.get(meeting % 4),
                            young.get((meeting + 1) % 4)));
        }
        List<Line> lines = Lines.of(Ties.of(Town.evidence(town.episodes()).build()));
        return lines;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_child_of_two_groups_stands_in_both_lines(long seed) {
        assertThat(lines(seed, List.of(), List.of("child-a")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.children()).contains("child-a"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void an_adult_of_two_groups_stands_in_both_lines(long seed) {
        assertThat(lines(seed, List.of("adult-a"), List.of()))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.adults()).contains("adult-a"));
    }
}
