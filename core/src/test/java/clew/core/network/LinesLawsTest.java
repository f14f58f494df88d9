package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for any evidence. */
class LinesLawsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_order_in_which_evidence_is_told_makes_no_difference(long seed) {
        List<Episode> episodes =
                new ArrayList<>(Town.withGroup(new SplittableRandom(seed)).episodes());
        List<Line> lines = Lines.of(Ties.of(Town.evidence(episodes).build()));
        Collections.shuffle(episodes, new Random(seed));

        assertThat(Lines.of(Ties.of(Town.evidence(episodes).build()))).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void in_a_frozen_epoch_what_happens_elsewhere_changes_no_line(long seed) {
        Town town = Town.withGroup(new SplittableRandom(seed));
        Ties before = Ties.of(Town.evidence(town.episodes()).build());
        List<Line> lines = Lines.of(before);
        for (int i = 0; i < 50; i++) {
            town.tell("elsewhere-" + i, 700 + i, null, List.of("grown-far-" + i, "grown-far-" + (i + 1)));
        }

        assertThat(Lines.of(Ties.of(Town.evidence(town.episodes()).build(), before.epoch())))
                .isEqualTo(lines)
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void the_same_told_by_several_agencies_on_one_day_weighs_no_more(long seed) {
        List<Episode> once = Town.withGroup(new SplittableRandom(seed)).episodes();
        List<Episode> twice = new ArrayList<>(once);
        for (Episode episode : once) {
            twice.add(new Episode(
                    episode.id() + "-again",
                    episode.day(),
                    episode.known(),
                    "hospital",
                    episode.place(),
                    episode.parts()));
        }
        Ties told = Ties.of(Town.evidence(once).build());
        Ties again = Ties.of(Town.evidence(twice).build());

        for (int tie = 0; tie < told.size(); tie++) {
            assertThat(again.units(tie)).isEqualTo(told.units(tie));
        }
        assertThat(again.size()).isEqualTo(told.size());
    }
}
