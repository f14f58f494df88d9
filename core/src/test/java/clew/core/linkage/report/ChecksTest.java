package clew.core.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.linkage.Kind;
import clew.core.linkage.LinkModel;
import clew.core.linkage.LinkModel.Comparison;
import clew.core.linkage.LinkModel.Level;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void each_doubt_of_a_run_is_said() {
        assertThat(titles(Reports.with("")))
                .containsExactly(
                        "The training warns",
                        "Some true pairs were never compared",
                        "Values too common to compare by",
                        "A column is mostly empty",
                        "Left for a person to decide");
    }

    @Test
    void a_field_that_seldom_agrees_is_named() {
        assertThat(titles(
                        Reports.level("same", 0.2, 0.01, 4_300_000, false),
                        Reports.level("different", 0.8, 0.99, -300_000, false)))
                .containsExactly("A field seldom agrees, even for one person");
    }

    @Test
    void a_field_that_says_nothing_is_named() {
        assertThat(titles(
                        Reports.level("same", 0.55, 0.5, 137_000, false),
                        Reports.level("different", 0.45, 0.5, -152_000, false)))
                .containsExactly("A field says next to nothing");
    }

    @Test
    void a_field_that_counts_backwards_is_named() {
        assertThat(titles(
                        Reports.level("same", 0.05, 0.2, -2_000_000, false),
                        Reports.level("different", 0.95, 0.8, 1_200_000, false)))
                .containsExactly("What strangers share counts in favour");
    }

    @Test
    void what_is_seen_many_times_is_one_check() {
        LinkReport some = Reports.with("");
        LinkReport empty = Reports.bare(
                some.model(),
                List.of(new LinkReport.Source("school", 10)),
                List.of(new LinkReport.Fill("nino", "identifier", 9), new LinkReport.Fill("upn", "identifier", 8)));
        assertThat(Checks.of(empty).stream().filter(check -> check.title().equals("A column is mostly empty")))
                .singleElement()
                .satisfies(check -> assertThat(check.seen()).hasSize(2));
    }

    @Test
    void a_sound_field_raises_no_doubt() {
        assertThat(titles(
                        Reports.level("same", 0.9, 0.01, 6_500_000, false),
                        Reports.level("different", 0.1, 0.99, -3_300_000, false)))
                .isEmpty();
    }

    private static List<String> titles(Level... levels) {
        List<Level> all = new java.util.ArrayList<>(List.of(Reports.level("missing", 0, 0, 0, false)));
        all.addAll(List.of(levels));
        LinkModel model = new LinkModel(
                LinkModel.VERSION,
                10,
                45,
                List.of(),
                List.of(),
                0,
                0.1,
                OptionalLong.empty(),
                List.of(new Comparison("town", null, Kind.PLACE, List.of("town"), 1, false, 1, all)),
                List.of(),
                0.99,
                0.95,
                5,
                List.of(),
                List.of());
        return titles(Reports.bare(model, List.of(), List.of()));
    }

    private static List<String> titles(LinkReport report) {
        return Checks.of(report).stream().map(Checks.Check::title).toList();
    }
}
