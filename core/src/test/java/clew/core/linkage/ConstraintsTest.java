package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** People's answers as constraints on persons. */
class ConstraintsTest {
    private static final Crowd CROWD = new Crowd(300, 5);
    private static final LinkSettings SETTINGS = LinkSettings.defaults();

    @Test
    void records_said_to_be_one_person_are_one_and_those_said_not_to_be_are_two() {
        LinkResult before = link(List.of());
        int[] joined = somePair(before, true);
        int[] apart = somePair(before, false);
        LinkResult after = link(List.of(Judgement.notSame(joined[0], joined[1]), Judgement.same(apart[1], apart[0])));
        assertThat(after.personOf(joined[0])).isNotEqualTo(after.personOf(joined[1]));
        assertThat(after.personOf(apart[0])).isEqualTo(after.personOf(apart[1]));
    }

    @Test
    void not_the_same_wins_over_a_chain_of_same_and_a_person_is_told() {
        LinkResult after = link(List.of(Judgement.same(0, 40), Judgement.same(40, 90), Judgement.notSame(90, 0)));
        assertThat(after.personOf(0)).isNotEqualTo(after.personOf(90));
        assertThat(after.attention())
                .anyMatch(attention -> attention.reason().contains("contradict")
                        && attention.rows().equals(List.of(0, 40, 90)));
    }

    @Test
    void the_order_of_decisions_and_repeating_them_change_nothing() {
        List<Judgement> decisions = new ArrayList<>(someDecisions(7));
        int[] expected = persons(link(decisions));
        for (int seed = 0; seed < 3; seed++) {
            decisions.add(decisions.get(seed));
            Collections.shuffle(decisions, new Random(seed));
            assertThat(persons(link(decisions))).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void a_decision_taken_back_leaves_the_world_in_which_it_was_never_made() {
        List<Judgement> decisions = someDecisions(11);
        int[] expected = persons(link(decisions));
        List<Judgement> more = new ArrayList<>(decisions);
        more.add(Judgement.same(3, 200));
        assertThat(persons(link(more))).isNotEqualTo(expected);
        more.remove(more.size() - 1);
        assertThat(persons(link(more))).isEqualTo(expected);
    }

    private static List<Judgement> someDecisions(long seed) {
        Random random = new Random(seed);
        List<Judgement> decisions = new ArrayList<>();
        while (decisions.size() < 12) {
            int left = random.nextInt(CROWD.rows.size());
            int right = random.nextInt(CROWD.rows.size());
            if (left != right) {
                decisions.add(new Judgement(left, right, random.nextInt(3) > 0));
            }
        }
        return decisions;
    }

    private static int[] somePair(LinkResult result, boolean joined) {
        for (int left = 0; left < result.rows(); left++) {
            for (int right = left + 1; right < result.rows(); right++) {
                if (joined == (result.personOf(left) == result.personOf(right))) {
                    return new int[] {left, right};
                }
            }
        }
        throw new IllegalStateException("expected such a pair, found none");
    }

    private static LinkResult link(List<Judgement> decisions) {
        return Linkage.link(CROWD.table(), SETTINGS.withDecisions(decisions), phase -> {});
    }

    private static int[] persons(LinkResult result) {
        int[] persons = new int[result.rows()];
        java.util.Arrays.setAll(persons, result::personOf);
        return persons;
    }
}
