package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

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
