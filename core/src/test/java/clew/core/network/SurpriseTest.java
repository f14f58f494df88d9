package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clew.core.explain.Explanation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurpriseTest {
    @ParameterizedTest
    @CsvSource({"0.001, 1", "0.5, 1", "0.5, 3", "2, 2", "2, 5", "10, 3", "10, 12", "30, 20"})
    void is_the_logarithm_of_the_tail_summed_from_the_other_side(double lambda, int days) {
        double below = 0;
        double term = Math.exp(-lambda);
        for (int k = 0; k < days; k++) {
            below += term;
            term *= lambda / (k + 1);
        }

        assertThat(Math.exp(Surprise.logTail(lambda, days))).isCloseTo(1 - below, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1e-9, 3", "0.01, 40", "1e-12, 1"})
    void stays_finite_and_bounded_far_out(double lambda, int days) {
        assertThat(Surprise.units(lambda, days)).isPositive().isLessThanOrEqualTo(60 * Explanation.UNITS_PER_BIT);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.3, 2", "4, 6"})
    void more_days_surprise_more_and_more_activity_surprises_less(double lambda, int days) {
        assertThat(Surprise.units(lambda, days + 1)).isGreaterThan(Surprise.units(lambda, days));
        assertThat(Surprise.units(lambda * 2, days)).isLessThan(Surprise.units(lambda, days));
    }
}
