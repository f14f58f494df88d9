package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
        Chosen one = choice(1);
        Chosen other = choice(3);
        assertThat(names(other)).isEqualTo(names(one));
        assertThat(other.recall()).isEqualTo(one.recall());
    }

    @Test
    void fewer_pairs_are_compared_and_the_estimate_of_what_they_reach_is_near_the_truth() {
        RecordTable table = crowd.table();
        try (Workers workers = new Workers(2)) {
            Records records = new Records(table, workers);
            Blocks all = new Blocks(records, BlockingRules.of(records, false, workers), workers);
            Chosen choice = choice(2);
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
    void a_sample_of_the_records_tells_which_rules_give_a_pair_but_for_rules_that_stop_blocks() {
        RecordTable table = crowd.table();
        try (Workers workers = new Workers(2)) {
            Records records = new Records(table, workers);
            List<BlockingRule> rules = BlockingRules.of(records, false, workers);
            RecordSample sample = RecordSample.of(records.rows(), 3);
            Blocks some = Blocks.among(sample, records, rules, workers);
            Blocks all = some.ofAllRecords((1L << rules.size()) - 1, workers);
            long without = LongStream.range(0, rules.size())
                    .filter(rule -> some.stopKeys((int) rule).isEmpty()
                            && all.stopKeys((int) rule).isEmpty())
                    .map(rule -> 1L << rule)
                    .sum();
            assertThat(Long.bitCount(without)).isGreaterThan(rules.size() / 3);
            int given = 0;
            for (int left : sample.rows()) {
                for (int right : sample.rows()) {
                    if (left < right) {
                        long mask = all.mask(left, right) & without;
                        assertThat(some.mask(left, right) & without).isEqualTo(mask);
                        given += mask == 0 ? 0 : 1;
                    }
                }
            }
            assertThat(given).isGreaterThan(SMALL);
        }
    }

    @Test
    void a_sample_holds_as_many_records_as_it_says_and_neighbours_no_oftener_than_others() {
        RecordSample sample = RecordSample.of(1_000_000, 5);
        assertThat((double) sample.rows().length).isCloseTo(200_000, within(2_000.0));
        long neighbours = IntStream.range(1, sample.rows().length)
                .filter(i -> sample.rows()[i] == sample.rows()[i - 1] + 1)
                .count();
        assertThat((double) neighbours).isCloseTo(40_000, within(1_000.0));
    }

    /** What a choice comes to. */
    private record Chosen(Blocks blocks, OptionalDouble recall) {}

    private int person(Records records, int row) {
        return crowd.rows.get(records.tableRow(row)).person();
    }

    private Chosen choice(int threads) {
        RecordTable table = crowd.table();
        try (Workers workers = new Workers(threads)) {
            Records records = new Records(table, workers);
            Plan plan = new Plan(records, new Frequencies(2));
            long possible = (long) table.rows() * (table.rows() - 1) / 2;
            Chance chance = new Chance(records, plan, false, workers);
            RuleChoice choice = RuleChoice.of(
                    records, plan, BlockingRules.of(records, false, workers), chance, false, possible, SMALL, workers);
            return new Chosen(choice.blocks(workers), choice.recall());
        }
    }

    private static List<String> names(Chosen choice) {
        return choice.blocks().rules().stream().map(BlockingRule::name).toList();
    }
}
