package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0%",
        "10, 10, 100%",
        "1, 3, 33.3%",
        "99999, 100000, 99.9%",
        "1, 100000, 0.1%",
        "0, 0, no records"
    })
    void a_share_never_makes_all_of_nearly_all_nor_none_of_a_few(long part, long whole, String words) {
        assertThat(Words.percent(part, whole)).isEqualTo(words);
    }

    @Test
    void an_instant_falls_on_its_day_in_London() {
        assertThat(Words.date(Instant.parse("2026-06-30T23:30:00Z"))).isEqualTo("1 July 2026");
        assertThat(Words.date(Instant.parse("2026-12-31T23:30:00Z"))).isEqualTo("31 December 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01, the same day",
        "2025-03-02, 1 day later",
        "2025-04-30, 60 days later",
        "2025-05-02, 2 months later",
        "2027-03-01, 2 years later"
    })
    void how_long_it_took_until_something_was_known(LocalDate known, String words) {
        assertThat(Words.later(LocalDate.of(2025, 3, 1), known)).isEqualTo(words);
    }

    @Test
    void a_list_reads_as_it_is_spoken() {
        assertThat(Words.list(List.of())).isEmpty();
        assertThat(Words.list(List.of("a"))).isEqualTo("a");
        assertThat(Words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }

    @Test
    void only_a_date_is_read_as_a_date() {
        assertThat(Words.dates("2010-03-27")).isEqualTo("27 March 2010");
        assertThat(Words.dates("2010-03")).isEqualTo("March 2010");
        assertThat(Words.dates("A2010-03-27")).isEqualTo("A2010-03-27");
    }

    @Test
    void of_many_the_first_few_are_said_and_the_others_counted() {
        assertThat(Words.some(List.of("a", "b", "c"), 3)).isEqualTo("a; b; c");
        assertThat(Words.some(List.of("a", "b", "c"), 1)).isEqualTo("a; and 2 more");
    }

    @Test
    void one_is_not_several() {
        assertThat(Words.count(1, "record", "records")).isEqualTo("1 record");
        assertThat(Words.count(1234, "record", "records")).isEqualTo("1,234 records");
    }
}
