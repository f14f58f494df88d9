package clew.core.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clew.core.linkage.HandMade;
import clew.core.linkage.Kind;
import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class LooksTest {

    /** Rows 0-2 and 3-5 are one person through the one pair 2-3; 6-8 another, of which 8 hangs on a weak pair. */
    private static final LinkResult RESULT = HandMade.result(new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 2}, new double[][] {
        {0, 1, 20},
        {3, 4, 19},
        {1, 2, 18},
        {4, 5, 17},
        {6, 7, 16},
        {0, 2, 9},
        {2, 3, 2},
        {7, 8, 1},
        {6, 9, -1},
        {8, 9, -5}
    });

    @Test
    void the_last_pair_that_joins_two_parts_of_a_person_is_its_weakest_link() {
        assertThat(weakLinks(RESULT, 3)).containsExactly(new WeakLinks.Link(6, 3), new WeakLinks.Link(7, 1));
    }

    @Test
    void of_many_weak_links_the_weakest_are_kept() {
        assertThat(weakLinks(
                        HandMade.result(new int[] {0, 0, 1, 1, 2, 2}, new double[][] {{0, 1, 9}, {2, 3, 5}, {4, 5, 1}}),
                        2))
                .containsExactly(new WeakLinks.Link(2, 1), new WeakLinks.Link(1, 1));
    }

    private static List<WeakLinks.Link> weakLinks(LinkResult result, int most) {
        return WeakLinks.of(result, result.sizes(), result.joinedPairs(), most);
    }

    @Test
    void what_most_records_have_is_not_marked_and_what_differs_is() {
        RowsSideBySide side = new RowsSideBySide(table(), new int[] {0, 1, 2});
        assertThat(side.titles()).containsExactly("surname");
        assertThat(side.shown(List.of("", "", "")).stream()
                        .map(row -> row.cells().get(0))
                        .toList())
                .containsExactly(
                        new PersonLook.Cell("Hale", false),
                        new PersonLook.Cell("hale", false),
                        new PersonLook.Cell("Reed", true));
    }

    @Test
    void the_clerk_s_pairs_come_from_every_stratum_once_each_and_are_the_same_again() {
        ClerkSample sample = ClerkSample.of(table(), RESULT);
        assertThat(sample.strata().stream()
                        .mapToLong(ClerkSample.Stratum::pairs)
                        .sum())
                .isEqualTo(RESULT.pairs().size());
        assertThat(sample.strata().stream().flatMap(stratum -> stratum.drawn().stream()))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(sample.pairs());
        assertThat(sample.strata())
                .allSatisfy(
                        stratum -> assertThat(stratum.drawn().size()).isEqualTo((int) Math.min(5, stratum.pairs())));
        assertThat(ClerkSample.of(table(), RESULT).pairs()).isEqualTo(sample.pairs());
    }

    @Test
    void the_curve_expects_what_the_probabilities_say_and_marks_the_threshold_of_the_run() {
        List<CurvePoint> curve = CurvePoint.of(RESULT, null);
        assertThat(curve).filteredOn(CurvePoint::isDefault).singleElement().satisfies(point -> {
            assertThat(point.bits()).isZero();
            assertThat(point.pairs()).isEqualTo(8);
        });
        assertThat(curve).isSortedAccordingTo((a, b) -> Long.compare(b.weight(), a.weight()));
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.get(i).pairs())
                    .isGreaterThanOrEqualTo(curve.get(i - 1).pairs());
            assertThat(curve.get(i).recall())
                    .isGreaterThanOrEqualTo(curve.get(i - 1).recall());
        }
        double right = 0;
        for (int pair = 0; pair < 8; pair++) {
            right += RESULT.pairs().probability(pair);
        }
        assertThat(curve.stream()
                        .filter(CurvePoint::isDefault)
                        .findFirst()
                        .orElseThrow()
                        .precision())
                .isCloseTo(right / 8, within(1e-12));
    }

    private static RecordTable table() {
        RecordTable.Builder table = RecordTable.builder(List.of(
                new RecordTable.Column("surname", Kind.FAMILY_NAME), new RecordTable.Column("phone", Kind.PHONE)));
        for (int row = 0; row < 10; row++) {
            table.add("list", "r" + row, row == 0 ? "Hale" : row == 1 ? "hale" : "Reed", "");
        }
        return table.build();
    }
}
