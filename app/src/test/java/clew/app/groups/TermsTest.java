package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void a_working_day_after_a_friday_is_a_monday() {
        assertThat(Terms.SHIPPED.end("strategy_meeting", FRIDAY)).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void months_and_days_are_counted_as_such() {
        assertThat(Terms.SHIPPED.end("case_review", FRIDAY)).isEqualTo(LocalDate.of(2027, 2, 27));
        assertThat(Terms.SHIPPED.end("undecided", FRIDAY)).isEqualTo(FRIDAY.plusDays(56));
    }

    @Test
    void every_term_says_where_it_comes_from_and_how_far_to_trust_it() {
        assertThat(Terms.SHIPPED.all()).isNotEmpty().allSatisfy(term -> {
            assertThat(term.words()).isNotBlank();
            assertThat(term.source()).isNotBlank();
            assertThat(term.confidence()).isNotBlank();
        });
    }

    @Test
    void before_the_first_day_of_a_term_there_is_none() {
        assertThatThrownBy(() -> Terms.SHIPPED.end("undecided", LocalDate.of(2020, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("undecided");
    }
}
