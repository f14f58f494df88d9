package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.explain.Explanation;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaterfallTest {

    static Stream<Explanation> explanations() {
        Random random = new Random(7);
        return Stream.generate(() -> Explanation.sum(
                        "total",
                        random.ints(1 + random.nextInt(9), -20_000_000, 20_000_000)
                                .mapToObj(value -> Explanation.leaf(value, "reason " + value))
                                .toList()))
                .limit(200);
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void each_bar_begins_where_the_one_before_ended_and_the_last_is_their_sum(Explanation explanation) {
        List<Waterfall.Step> steps = Waterfall.of(explanation).steps();
        assertThat(steps).hasSize(explanation.details().size() + 1);
        long at = steps.getFirst().zero();
        for (Waterfall.Step step : steps.subList(0, steps.size() - 1)) {
            assertThat(near(start(step), at)).as("%s starts at %s", step, at).isTrue();
            at = step.kind().equals("for") ? step.x() + step.width() : step.x();
        }
        Waterfall.Step total = steps.getLast();
        assertThat(total.kind()).isEqualTo("total");
        assertThat(near(end(total, explanation.value()), at)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void no_bar_leaves_the_picture(Explanation explanation) {
        assertThat(Waterfall.of(explanation).steps())
                .allMatch(step -> step.x() >= 0 && step.x() + step.width() <= Waterfall.WIDTH + 2);
    }

    @Test
    void a_weight_that_rounds_to_nothing_has_no_sign_and_where_one_starts_is_no_reason() {
        Waterfall waterfall = Waterfall.of(Explanation.sum(
                "total",
                List.of(
                        Explanation.leaf(-13_000_000, "before looking: log2 of the odds at random"),
                        Explanation.leaf(-40_000, "place: the same"),
                        Explanation.leaf(9_000_000, "given name: the same"))));
        assertThat(waterfall.steps()).extracting(Waterfall.Step::bits).containsExactly("−13.0", "0.0", "+9.0", "−4.0");
        assertThat(waterfall.steps().getFirst().words()).isEqualTo("Before looking: the odds at random");
        assertThat(waterfall.reasonsFor()).isEqualTo(1);
        assertThat(waterfall.reasonsAgainst()).isEqualTo(1);
    }

    private static long start(Waterfall.Step step) {
        return step.kind().equals("for") ? step.x() : step.x() + step.width();
    }

    private static long end(Waterfall.Step total, long value) {
        return value >= 0 ? total.x() + total.width() : total.x();
    }

    // A bar is at least 2 wide, so that it can be seen.
    private static boolean near(long a, long b) {
        return Math.abs(a - b) <= 2;
    }
}
