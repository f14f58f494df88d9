package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrangeTablesTest {

    @Test
    void no_record_is_no_person() {
        assertThat(link(0, "", "").persons()).isZero();
    }

    @Test
    void one_record_is_one_person() {
        assertThat(link(1, "ann", "lee").persons()).isEqualTo(1);
    }

    @Test
    void records_without_any_value_stay_apart() {
        assertThat(link(50, "", "").persons()).isEqualTo(50);
    }

    @Test
    void unknown_markers_join_nobody() {
        assertThat(link(50, "UNKNOWN", "N/K").persons()).isEqualTo(50);
    }

    @Test
    void a_value_that_all_share_does_not_explode() {
        LinkResult result = link(20_000, "ann", "lee");
        assertThat(result.candidatePairs()).isLessThanOrEqualTo(2 * Blocks.budget(20_000));
        assertThat(result.model().rules())
                .anySatisfy(rule -> assertThat(rule.stopKeys()).isNotEmpty());
    }

    @Test
    void a_million_equal_family_names_cost_no_more_than_their_budget() {
        RecordTable.Builder table = RecordTable.builder(List.of(
                new RecordTable.Column("family", Kind.FAMILY_NAME), new RecordTable.Column("nhs", Kind.IDENTIFIER)));
        for (int i = 0; i < 1_000_000; i++) {
            table.add("s", "r" + i, "lee", i % 2 == 0 ? "" : "x" + i / 4);
        }
        LinkResult result = Linkage.link(table.build(), LinkSettings.defaults(), phase -> {});
        assertThat(result.candidatePairs()).isEqualTo(250_000);
        assertThat(result.model().rules())
                .anySatisfy(
                        rule -> assertThat(rule.stopKeys()).containsExactly(new LinkModel.StopKey("lee", 1_000_000)));
    }

    @Test
    void a_model_that_would_compare_billions_of_pairs_says_so_and_does_not_begin() {
        AppliedModel model = AppliedModel.of(Linkage.link(
                        families(500, 50),
                        LinkSettings.defaults().withLearning(LinkSettings.Learning.STORE),
                        phase -> {})
                .model());
        assertThatThrownBy(() -> model.apply(families(100_000, 1), LinkSettings.defaults(), phase -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 5,000,050,000, most of them by family name")
                .hasMessageContaining("100,000 records have lee0");
    }

    @Test
    void one_block_is_compared_by_several_threads_as_by_one() {
        LinkSettings settings = LinkSettings.defaults().withPairsAbove(0.000_001);
        AppliedModel model = AppliedModel.of(
                Linkage.link(families(500, 50), settings.withLearning(LinkSettings.Learning.STORE), phase -> {})
                        .model());
        LinkResult one = model.apply(families(3_000, 1), settings.withThreads(1), phase -> {});
        LinkResult three = model.apply(families(3_000, 1), settings.withThreads(3), phase -> {});
        assertThat(three.candidatePairs()).isEqualTo(one.candidatePairs()).isEqualTo(3_000L * 2_999 / 2);
        assertThat(three.pairs().size()).isEqualTo(one.pairs().size());
        for (int row = 0; row < one.rows(); row++) {
            assertThat(three.personOf(row)).isEqualTo(one.personOf(row));
        }
    }

    private static RecordTable families(int records, int families) {
        RecordTable.Builder table = RecordTable.builder(List.of(
                new RecordTable.Column("family", Kind.FAMILY_NAME), new RecordTable.Column("nhs", Kind.IDENTIFIER)));
        for (int i = 0; i < records; i++) {
            table.add("s", "r" + i, "lee" + i % families, "x" + i / 2);
        }
        return table.build();
    }

    @Test
    void ten_million_letters_in_one_cell_are_one_value() {
        RecordTable.Builder table = RecordTable.builder(Crowd.COLUMNS);
        String huge = "x ".repeat(5_000_000);
        for (int i = 0; i < 20; i++) {
            table.add("s", "r" + i, "ann", i < 2 ? huge : "lee", "2001-02-03", "f", "zz1 1ab", i == 3 ? huge : "a b");
        }
        assertThat(Linkage.link(table.build(), LinkSettings.defaults(), phase -> {})
                        .rows())
                .isEqualTo(20);
    }

    @Test
    void one_column_is_enough_to_run() {
        RecordTable.Builder table = RecordTable.builder(List.of(new RecordTable.Column("nhs_number", Kind.IDENTIFIER)));
        for (int i = 0; i < 100; i++) {
            table.add("s", "r" + i, "99900000" + (10 + i / 2));
        }
        assertThat(Linkage.link(table.build(), LinkSettings.defaults(), phase -> {})
                        .rows())
                .isEqualTo(100);
    }

    @Test
    void long_values_emoji_and_names_from_right_to_left_are_values_like_others() {
        RecordTable.Builder table = RecordTable.builder(Crowd.COLUMNS);
        for (int i = 0; i < 40; i++) {
            table.add(
                    "s",
                    "r" + i,
                    i % 2 == 0 ? "محمد" : "😀👩‍👩‍👧",
                    "x".repeat(100_000) + i,
                    "2001-02-03",
                    "f",
                    "zz1 1ab",
                    "a b c d");
        }
        assertThat(Linkage.link(table.build(), LinkSettings.defaults(), phase -> {})
                        .rows())
                .isEqualTo(40);
    }

    private static LinkResult link(int rows, String given, String family) {
        RecordTable.Builder table = RecordTable.builder(List.of(
                new RecordTable.Column("given", Kind.GIVEN_NAME), new RecordTable.Column("family", Kind.FAMILY_NAME)));
        for (int i = 0; i < rows; i++) {
            table.add("s", "r" + i, given, family);
        }
        return Linkage.link(table.build(), LinkSettings.defaults(), phase -> {});
    }
}
