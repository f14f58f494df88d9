package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** B1: large tables are compared under the rules that earn their pairs, and what is left out is known. */
class RuleChoiceTest {
    private static final int SEED = 11;
    private static final int SMALL = 1_000;

    private final Crowd crowd = new Crowd(3_000, SEED);

    @Test
    void a_rule_that_brings_hardly_a_match_that_others_do_not_bring_is_left_out() {
        Map<Long, Double> pairs = Map.of(0b0001L, 10_000.0, 0b0010L, 500_000.0, 0b0011L, 1_000.0, 0b1000L, 50_000.0);
        Map<Long, Double> matches = Map.of(0b0001L, 900.0, 0b0010L, 3.0, 0b0011L, 990.0, 0b1000L, 400.0);
        assertThat(RuleChoice.chosen(matches, pairs, 4, 1_000)).isEqualTo(0b1001L);
    }

    @Test
    void where_nothing_matches_one_rule_stays() {
        assertThat(RuleChoice.chosen(Map.of(1L, 0.0, 2L, 0.0), Map.of(1L, 5.0, 2L, 9.0), 2, 1))
                .isEqualTo(1L);
    }

    @Test
    void the_rules_do_not_depend_on_the_number_of_threads() {
        RuleChoice one = choice(1);
        RuleChoice other = choice(3);
        assertThat(names(other)).isEqualTo(names(one));
        assertThat(other.recall()).isEqualTo(one.recall());
    }

    @Test
    void fewer_pairs_are_compared_and_the_estimate_of_what_they_reach_is_near_the_truth() {
        RecordTable table = crowd.table();
        try (Workers workers = new Workers(2)) {
            Records records = new Records(table, workers);
            Blocks all = new Blocks(records, BlockingRules.of(records, false, workers), workers);
            RuleChoice choice = choice(2);
            assertThat(choice.blocks().width()).isBetween(1, all.width() - 1);
            double reached = 0;
            double matches = 0;
            for (int left = 0; left < records.rows(); left++) {
                for (int right = left + 1; right < records.rows(); right++) {
                    if (person(records, left) == person(records, right)) {
                        matches++;
                        reached += choice.blocks().mask(left, right) == 0 ? 0 : 1;
                    }
                }
            }
            assertThat(choice.recall().orElseThrow()).isCloseTo(reached / matches, within(0.02));
            assertThat(reached / matches).isGreaterThan(0.95);
        }
    }

    @Test
    void a_share_of_the_blocks_tells_the_rules_of_a_pair_as_all_blocks_do() {
        RecordTable table = crowd.table();
        try (Workers workers = new Workers(2)) {
            Records records = new Records(table, workers);
            List<BlockingRule> rules = BlockingRules.of(records, false, workers);
            Blocks some = Blocks.oneIn(3, records, rules, workers);
            Blocks all = some.allOf((1L << rules.size()) - 1, workers);
            int given = 0;
            int alike = 0;
            for (int left = 0; left < SMALL; left++) {
                for (int right = left + 1; right < SMALL; right++) {
                    long mask = all.mask(left, right);
                    given += (mask | some.mask(left, right)) == 0 ? 0 : 1;
                    alike += mask != 0 && mask == some.mask(left, right) ? 1 : 0;
                }
            }
            assertThat(given).isGreaterThan(SMALL);
            assertThat(alike).isGreaterThan(given * 95 / 100);
        }
    }

    private int person(Records records, int row) {
        return crowd.rows.get(records.tableRow(row)).person();
    }

    private RuleChoice choice(int threads) {
        RecordTable table = crowd.table();
        try (Workers workers = new Workers(threads)) {
            Records records = new Records(table, workers);
            Plan plan = new Plan(records, new Frequencies(2));
            long possible = (long) table.rows() * (table.rows() - 1) / 2;
            Chance chance = new Chance(records, plan, false, workers);
            return RuleChoice.of(
                    records, plan, BlockingRules.of(records, false, workers), chance, false, possible, SMALL, workers);
        }
    }

    private static List<String> names(RuleChoice choice) {
        return choice.blocks().rules().stream().map(BlockingRule::name).toList();
    }
}
