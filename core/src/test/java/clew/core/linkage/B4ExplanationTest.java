package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.explain.Explanation;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class B4ExplanationTest {
    private final RecordTable table = new Crowd(800, 23).table();
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
        }
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
