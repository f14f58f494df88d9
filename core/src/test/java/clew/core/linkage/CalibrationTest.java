package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A small clerical sample moves the prior and nothing else. */
class CalibrationTest {

    @Test
    void a_planted_shift_is_recovered_from_a_sample_drawn_by_score() {
        SplittableRandom random = new SplittableRandom(4);
        double[] scores = new double[2000];
        boolean[] same = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = -6 + 12 * random.nextDouble();
            same[i] = random.nextDouble() < 1 / (1 + Math.pow(2, -(scores[i] - 2.5)));
        }
        assertThat(Calibration.shift(scores, same)).isCloseTo(-2.5, within(0.3));
    }

    @Test
    void without_answers_nothing_moves_and_a_few_that_agree_move_it_little() {
        assertThat(Calibration.shift(new double[0], new boolean[0])).isCloseTo(0, within(1e-9));
        assertThat(Calibration.shift(new double[] {5, 6}, new boolean[] {true, true}))
                .isBetween(0.0, 0.5);
    }

    @Test
    void answers_move_every_score_alike_and_the_model_says_so() {
        Crowd crowd = new Crowd(300, 5);
        LinkSettings settings = LinkSettings.defaults().withPairsAbove(0.5);
        LinkResult before = Linkage.link(crowd.table(), settings, phase -> {});
        List<Judgement> answers = new ArrayList<>();
        for (int i = before.pairs().size() - 40; i < before.pairs().size(); i++) {
            answers.add(Judgement.notSame(before.pairs().left(i), before.pairs().right(i)));
        }
        LinkResult after = Linkage.link(crowd.table(), settings.withAnswers(answers), phase -> {});
        long moved = after.weight(0, 1) - before.weight(0, 1);
        assertThat(moved).isNegative();
        assertThat(after.weight(2, 9) - before.weight(2, 9)).isEqualTo(moved);
        assertThat(after.model().prior() - before.model().prior()).isEqualTo(moved);
        assertThat(after.explain(0, 1).value()).isEqualTo(after.weight(0, 1));
        assertThat(after.model().warnings()).anyMatch(warning -> warning.contains("40 answers"));
        assertThat(after.model().doubts()).isEqualTo(before.model().doubts());
        assertThat(after.calibrated()).contains(new LinkResult.Calibrated(moved, 40));
        assertThat(before.calibrated()).isEmpty();
    }

    /** Law: answers that cannot all be right, and answers given again, change nothing but that a person is told. */
    @Test
    void answers_that_contradict_each_other_are_told_and_not_counted() {
        Crowd crowd = new Crowd(300, 6);
        LinkSettings settings = LinkSettings.defaults().withPairsAbove(0.5);
        List<Judgement> sound = List.of(Judgement.notSame(20, 40), Judgement.same(3, 4), Judgement.notSame(50, 70));
        List<Judgement> torn = new ArrayList<>(sound);
        torn.addAll(List.of(Judgement.same(9, 10), Judgement.same(11, 10), Judgement.notSame(11, 9)));
        torn.addAll(List.of(Judgement.same(4, 3), Judgement.notSame(70, 50)));
        LinkResult without = Linkage.link(crowd.table(), settings.withAnswers(sound), phase -> {});
        Collections.shuffle(torn, new Random(6));
        LinkResult with = Linkage.link(crowd.table(), settings.withAnswers(torn), phase -> {});
        assertThat(with.calibrated()).isEqualTo(without.calibrated()).hasValueSatisfying(calibrated -> {
            assertThat(calibrated.counted()).isEqualTo(3);
            assertThat(calibrated.moved()).isNotZero();
        });
        assertThat(with.attention())
                .filteredOn(attention -> attention.why() == Attention.Why.CONTRADICTION)
                .singleElement()
                .satisfies(attention -> {
                    assertThat(attention.rows()).containsExactly(9, 10, 11);
                    assertThat(attention.reason()).contains("None of these answers was counted");
                });
    }
}
