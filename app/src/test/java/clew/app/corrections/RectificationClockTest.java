package clew.app.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RectificationClockTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09-03, false, false, 2026-10-03",
        "2026-01-31, false, false, 2026-02-28",
        "2024-01-31, false, false, 2024-02-29",
        "2026-09-03, false, true, 2026-12-03",
        "2026-11-30, false, true, 2027-02-28",
        "2026-09-03, true, false, 2026-10-02",
    })
    void it_ends_on_the_corresponding_day_or_the_months_last(
            LocalDate received, boolean lawEnforcement, boolean extended, LocalDate due) {
        assertThat(new RectificationClock(received, lawEnforcement, extended).due())
                .isEqualTo(due);
    }

    @Test
    void two_further_months_are_taken_once_and_within_the_first() {
        RectificationClock clock = new RectificationClock(LocalDate.of(2026, 9, 3), false, false);
        assertThat(clock.mayExtendOn(LocalDate.of(2026, 10, 3))).isTrue();
        assertThat(clock.mayExtendOn(LocalDate.of(2026, 10, 4))).isFalse();
        assertThat(new RectificationClock(LocalDate.of(2026, 9, 3), false, true).mayExtendOn(LocalDate.of(2026, 9, 4)))
                .isFalse();
    }
}
