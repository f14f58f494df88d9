package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who stands in a line beside those who hold it together: a child for less than an adult, and neither for one meeting with one of it. */
class C3AlongsideTest {
    /** The town is one of many in its region, so that to meet by chance is rarer than within it. */
    private static final Epoch REGION = new Epoch(80_000, 200_000, 1_000_000, 333_333);

    private static Line line(long seed, String who, List<List<String>> with) {
        Town town = Town.withGroup(new SplittableRandom(seed));
        for (int i = 0; i < with.size(); i++) {
            List<String> there = new java.util.ArrayList<>(with.get(i));
            there.add(who);
            town.tell("alongside-" + i, 330 + i, "corner-" + i, there);
        }
        return Lines.of(Ties.of(Town.evidence(town.episodes()).build(), REGION)).get(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void who_was_there_when_an_adult_and_a_child_of_it_were_together(long seed) {
        assertThat(line(seed, "grown-x", List.of(List.of("adult-a", "child-a"))).adults())
                .contains("grown-x");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_child_who_was_with_an_adult_and_with_another_child_of_it(long seed) {
        assertThat(line(seed, "child-x", List.of(List.of("adult-a"), List.of("child-a")))
                        .children())
                .contains("child-x");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nobody_for_one_meeting_with_one_of_it(long seed) {
        assertThat(line(seed, "grown-x", List.of(List.of("child-a"))).people()).doesNotContain("grown-x");
        assertThat(line(seed, "child-x", List.of(List.of("child-a"))).people()).doesNotContain("child-x");
    }
}
