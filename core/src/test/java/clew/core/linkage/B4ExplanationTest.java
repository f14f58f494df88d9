package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.explain.Explanation;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class B4ExplanationTest {
    private final RecordTable table = new Crowd(1400, 23).table();
    private final LinkResult result =
            Linkage.link(table, LinkSettings.defaults().withPairsAbove(0), phase -> {});

    @Test
    void the_total_of_the_reasons_is_the_score_of_every_pair() {
        assertThat(result.pairs().size()).isGreaterThan(1000);
        for (int pair = 0; pair < result.pairs().size(); pair++) {
            Explanation why =
                    result.explain(result.pairs().left(pair), result.pairs().right(pair));
            assertThat(why.value()).isEqualTo(result.pairs().weight(pair));
        }
    }

    @Test
    void any_two_records_can_be_explained_in_either_order() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            int left = random.nextInt(table.rows());
            int right = (left + 1 + random.nextInt(table.rows() - 1)) % table.rows();
            assertThat(result.explain(left, right)).isEqualTo(result.explain(right, left));
            assertThat(result.weight(left, right))
                    .isEqualTo(result.explain(left, right).value());
        }
    }

    @Test
    void every_part_of_the_reasons_is_the_sum_of_its_own_parts_and_says_what_it_is() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 300; i++) {
            int left = random.nextInt(table.rows());
            int right = (left + 1 + random.nextInt(table.rows() - 1)) % table.rows();
            check(result.explain(left, right));
        }
    }

    private static void check(Explanation part) {
        assertThat(part.description()).isNotBlank();
        if (!part.details().isEmpty()) {
            assertThat(part.details().stream().mapToLong(Explanation::value).sum())
                    .isEqualTo(part.value());
            part.details().forEach(B4ExplanationTest::check);
        }
    }

    @Test
    void why_not_names_for_every_rule_what_agrees_and_agrees_with_what_was_compared() {
        SplittableRandom random = new SplittableRandom(3);
        int never = 0;
        for (int i = 0; i < 2000; i++) {
            int left = random.nextInt(table.rows());
            int right = (left + 1 + random.nextInt(table.rows() - 1)) % table.rows();
            WhyNot why = result.whyNot(left, right);
            assertThat(why.rules()).hasSameSizeAs(result.model().rules());
            assertThat(why.compared()).isEqualTo(why.rules().stream().anyMatch(WhyNot.RuleLook::gives));
            assertThat(why.weight()).isEqualTo(result.explain(left, right).value());
            assertThat(why.rules())
                    .filteredOn(WhyNot.RuleLook::gives)
                    .allSatisfy(rule -> assertThat(rule.disagreeing()).isEmpty());
            if (!why.compared()) {
                never++;
                assertThat(why.inWords()).startsWith("They were never compared");
                assertThat(why.nearest())
                        .allSatisfy(rule -> assertThat(rule.gives()).isFalse());
            }
        }
        assertThat(never).isGreaterThan(1000);
    }

    @Test
    void a_pair_that_no_rule_reached_is_told_which_part_of_a_rule_disagrees() {
        RecordTable.Builder all = RecordTable.builder(Crowd.COLUMNS);
        // Of a small table every pair is compared.
        new Crowd(1400, 11).rows.forEach(row -> all.add("c", row.id(), row.values()));
        RecordTable pair = all.add("a", "1", "Ottilie", "Brand", "1990-05-06", "female", "zz1 1ab", "Norham")
                .add("b", "2", "Ottilie", "Quarmby", "1971-11-23", "female", "zz9 8xy", "Seaham")
                .build();
        WhyNot why = Linkage.link(pair, LinkSettings.defaults(), phase -> {}).whyNot(pair.rows() - 2, pair.rows() - 1);
        assertThat(why.joined()).isFalse();
        assertThat(why.compared()).isFalse();
        assertThat(why.nearest()).anySatisfy(rule -> {
            assertThat(rule.agreeing()).containsExactly("given name");
            assertThat(rule.disagreeing()).hasSize(1);
        });
        assertThat(why.inWords()).contains("given name").contains("not agree");
    }

    @Test
    void how_a_person_hangs_together_is_a_tree_of_the_strongest_ties() {
        int largest = 0;
        for (int person = 0; person < result.persons(); person++) {
            HowJoined how = result.howJoined(person);
            UnionFind joined = new UnionFind(result.rows());
            for (HowJoined.Tie tie : how.ties()) {
                assertThat(joined.find(tie.left())).isNotEqualTo(joined.find(tie.right()));
                assertThat(tie.weight()).isEqualTo(result.weight(tie.left(), tie.right()));
                joined.join(tie.left(), tie.right());
            }
            assertThat(how.rows())
                    .allSatisfy(row -> assertThat(joined.find(row))
                            .isEqualTo(joined.find(how.rows().get(0))));
            assertThat(how.ties()).isSortedAccordingTo((a, b) -> Long.compare(b.weight(), a.weight()));
            largest = Math.max(largest, how.rows().size());
        }
        assertThat(largest).isGreaterThan(2);
    }

    @Test
    void an_explanation_begins_with_the_prior_and_names_the_values() {
        Explanation why = result.explain(result.pairs().left(0), result.pairs().right(0));
        assertThat(why.details().get(0).value()).isEqualTo(result.model().prior());
        assertThat(why.toString())
                .contains("given name: ")
                .contains(Folding.words(table.valueOf(result.pairs().left(0), 0)));
    }
}
