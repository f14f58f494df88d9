package clew.core.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.linkage.HandMade;
import clew.core.linkage.Kind;
import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import clew.core.linkage.report.Sample.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleChoiceTest {

    /** Rows 0-3 are one person, 4 and 5 another, 6 alone; pairs 4-6 and 0-5 were scored high and kept apart. */
    private static final LinkResult RESULT = HandMade.result(new int[] {0, 0, 0, 0, 1, 1, 2}, new double[][] {
        {0, 1, 20},
        {0, 2, 18},
        {4, 5, 15},
        {4, 6, 12},
        {1, 2, 9},
        {0, 5, 2},
        {0, 3, 1},
        {5, 6, -1},
        {1, 3, -1},
        {2, 3, -3},
        {1, 6, -4}
    });

    private static final LinkReport REPORT = LinkReport.of(table(), RESULT, List.of(), 0);

    @Test
    void strong_pairs_are_joined_ones_with_the_highest_scores() {
        assertThat(pairs(Choice.STRONG)).containsExactly("r0 r1", "r0 r2");
    }

    @Test
    void the_nearest_pairs_on_both_sides_of_the_threshold_are_shown() {
        // Of 5-6 and 1-3, which weigh the same, one says enough.
        assertThat(pairs(Choice.BORDERLINE)).containsExactly("r0 r3", "r0 r5", "r5 r6", "r2 r3");
    }

    @Test
    void pairs_above_the_threshold_that_were_kept_apart_are_shown_best_first() {
        assertThat(pairs(Choice.KEPT_APART)).containsExactly("r4 r6", "r0 r5");
    }

    @Test
    void pairs_joined_only_through_others_are_shown_worst_first() {
        assertThat(pairs(Choice.WEAKLY_JOINED)).containsExactly("r2 r3", "r1 r3");
    }

    @Test
    void each_sample_says_what_was_done_and_why() {
        Sample apart = REPORT.samples().stream()
                .filter(sample -> sample.choice() == Choice.KEPT_APART)
                .findFirst()
                .orElseThrow();
        assertThat(apart.joined()).isFalse();
        assertThat(apart.reasons()).isEqualTo(RESULT.explain(4, 6));
        assertThat(apart.values()).containsExactly(new Sample.Values("surname", "name4", ""));
        assertThat(apart.values().get(0).comparison()).isEqualTo("one missing");
    }

    @Test
    void bands_hold_every_kept_pair_once_and_end_at_the_threshold() {
        List<Band> bands = REPORT.weights();
        assertThat(bands.stream().mapToLong(Band::pairs).sum()).isEqualTo(11);
        assertThat(bands.stream().mapToLong(Band::apart).sum()).isEqualTo(4);
        assertThat(bands).anyMatch(band -> Math.abs(band.toBits()) < 1e-9);
        for (int i = 1; i < bands.size(); i++) {
            assertThat(bands.get(i).toBits()).isEqualTo(bands.get(i - 1).fromBits());
        }
        assertThat(bands.stream()
                        .filter(band -> band.fromBits() > -0.5)
                        .mapToLong(Band::pairs)
                        .sum())
                .isEqualTo(7);
    }

    @Test
    void sizes_and_columns_are_counted() {
        assertThat(REPORT.sizes())
                .containsExactly(
                        new SizeBand(1, 1, 1), new SizeBand(2, 2, 1), new SizeBand(3, 3, 0), new SizeBand(4, 4, 1));
        assertThat(REPORT.largest()).isEqualTo(4);
        assertThat(REPORT.columns()).containsExactly(new LinkReport.Fill("surname", "family name", 1));
        assertThat(REPORT.sources()).containsExactly(new LinkReport.Source("list", 7));
    }

    private static List<String> pairs(Choice choice) {
        return REPORT.samples().stream()
                .filter(sample -> sample.choice() == choice)
                .map(sample -> sample.left() + " " + sample.right())
                .toList();
    }

    private static RecordTable table() {
        RecordTable.Builder table = RecordTable.builder(List.of(new RecordTable.Column("surname", Kind.FAMILY_NAME)));
        for (int row = 0; row < 7; row++) {
            table.add("list", "r" + row, row == 6 ? "" : "name" + row);
        }
        return table.build();
    }
}
