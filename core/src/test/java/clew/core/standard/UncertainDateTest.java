package clew.core.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UncertainDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03/04/2009 | 2009-04-03",
                "3/4/2009 | 2009-04-03",
                "03-04-2009 | 2009-04-03",
                "03.04.2009 | 2009-04-03",
                "03 04 2009 | 2009-04-03",
                "2009-04-03 | 2009-04-03",
                "2009/04/03 | 2009-04-03",
                "20090403 | 2009-04-03",
                "2009-04-03T00:00:00 | 2009-04-03",
                "2009-04-03 00:00:00.000 | 2009-04-03",
                "03/04/2009 14:05 | 2009-04-03",
                "3 Apr 2009 | 2009-04-03",
                "3-Apr-2009 | 2009-04-03",
                "03APR2009 | 2009-04-03",
                "3rd April 2009 | 2009-04-03",
                "3rd of April, 2009 | 2009-04-03",
                "Fri 3 Apr 2009 | 2009-04-03",
                "Friday, 3 April 2009 | 2009-04-03",
                "April 3, 2009 | 2009-04-03",
                "3 Ebrill 2009 | 2009-04-03",
                "29/02/2008 | 2008-02-29",
                "Apr 2009 | 2009-04",
                "April, 2009 | 2009-04",
                "04/2009 | 2009-04",
                "2009-04 | 2009-04",
                "00/04/2009 | 2009-04",
                "xx/04/2009 | 2009-04",
                "??/04/2009 | 2009-04",
                "2009-04-XX | 2009-04",
                "2009 | 2009",
                "00/00/2009 | 2009",
                "2009-xx-xx | 2009",
                "about 2009 | 2009~",
                "c. 2009 | 2009~",
                "c2009 | 2009~",
                "circa 2009 | 2009~",
                "approx Apr 2009 | 2009-04~",
                "~2009 | 2009~",
                "2009? | 2009~",
                "2009~ | 2009~",
                "03/04/2009? | 2009-04-03~",
                "2009-2011 | 2009-01-01/2011-12-31",
                "2009/2011 | 2009-01-01/2011-12-31",
                "between 2009 and 2011 | 2009-01-01/2011-12-31",
                "Apr 2009 to Jun 2009 | 2009-04-01/2009-06-30",
                "03/04/2009 - 05/04/2009 | 2009-04-03/2009-04-05",
                "2009-04-03/2009-04-05 | 2009-04-03/2009-04-05",
                "2009-04/2009-06~ | 2009-04-01/2009-06-30~"
            })
    void reads_how_dates_are_written_here(String written, String text) {
        assertThat(UncertainDate.read(written).orThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2010",
                "29/02/2009",
                "31/04/2009",
                "04/13/2009",
                "2009-13-01",
                "2009-04-31",
                "00/13/2009",
                "03/04/09",
                "3 Foo 2009",
                "13/2009",
                "0404",
                "1066",
                "3009",
                "2011-2009",
                "spring 2009",
                "about",
                "12/xx/2009 or so",
                "39000"
            })
    void impossible_and_ambiguous_dates_are_unreadable(String written) {
        assertThat(UncertainDate.read(written)).isInstanceOf(Reading.Unreadable.class);
        assertThat(((Reading.Unreadable<?>) UncertainDate.read(written)).found())
                .isEqualTo(written);
    }

    @Test
    void an_impossible_date_says_so() {
        assertThat(UncertainDate.read("31/02/2010")).isEqualTo(Reading.unreadable("a date that exists", "31/02/2010"));
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, NOT_KNOWN",
        "N/K, NOT_KNOWN",
        "not known, NOT_KNOWN",
        "99/99/9999, NOT_KNOWN",
        "00/00/0000, NOT_KNOWN",
        "31/12/9999, NOT_KNOWN",
        "9999-12-31 00:00:00, NOT_KNOWN",
        "'', NOT_RECORDED",
        "refused, DECLINED",
        "not asked, NOT_ASKED",
        "n/a, NOT_APPLICABLE"
    })
    void unknown_markers_are_gaps_with_a_reason(String written, WhyMissing why) {
        assertThat(UncertainDate.read(written)).isEqualTo(Reading.absent(why));
    }

    @ParameterizedTest
    @CsvSource({
        "01/01/1900, START_OF_A_CALENDAR",
        "30/12/1899, START_OF_A_CALENDAR",
        "01/01/1970, START_OF_A_CALENDAR",
        "01/01/2009, FIRST_OF_JANUARY",
        "02/01/2009, NO",
        "2009, NO",
        "Jan 2009, NO"
    })
    void suspects_dates_that_are_put_in_by_default(String written, DefaultDate suspicion) {
        assertThat(UncertainDate.read(written).orThrow().defaultSuspicion()).isEqualTo(suspicion);
    }

    @Test
    void a_default_keeps_its_year() {
        UncertainDate date = UncertainDate.read("01/01/2009").orThrow();
        assertThat(date.withoutDefault()).isEqualTo(UncertainDate.ofYear(2009));
        assertThat(date).hasToString("2009-01-01");
        UncertainDate other = UncertainDate.of(LocalDate.of(2009, 4, 3));
        assertThat(other.withoutDefault()).isSameAs(other);
    }

    @ParameterizedTest
    @CsvSource({
        "2009-04-03, 2009-04-03, 2009-04-03",
        "2009-04, 2009-04-01, 2009-04-30",
        "2009, 2009-01-01, 2009-12-31",
        "2009~, 2008-01-01, 2010-12-31",
        "2009-02~, 2009-01-01, 2009-03-31",
        "2009-04-03~, 2009-03-31, 2009-04-06",
        "2008-02-29~, 2008-02-26, 2008-03-03",
        "2009-04-03/2009-06-01, 2009-04-03, 2009-06-01"
    })
    void knows_its_earliest_and_latest_day(String text, LocalDate earliest, LocalDate latest) {
        UncertainDate date = UncertainDate.read(text).orThrow();
        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
    }

    @Test
    void its_text_reads_back_as_the_same_date() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            UncertainDate date = random(random);
            assertThat(UncertainDate.read(date.toString())).isEqualTo(Reading.known(date));
            assertThat(date.earliest()).isBeforeOrEqualTo(date.from());
            assertThat(date.latest()).isAfterOrEqualTo(date.to());
        }
    }

    private static UncertainDate random(Random random) {
        LocalDate day = LocalDate.of(1850, 1, 1).plusDays(random.nextInt(120_000));
        UncertainDate date = switch (random.nextInt(4)) {
            case 0 -> UncertainDate.of(day);
            case 1 -> UncertainDate.of(YearMonth.from(day));
            case 2 -> UncertainDate.ofYear(day.getYear());
            default -> UncertainDate.between(day, day.plusDays(random.nextInt(2000)));
        };
        return random.nextBoolean() ? date : date.asAbout();
    }

    @Test
    void cannot_hold_what_is_no_date() {
        LocalDate day = LocalDate.of(2009, 4, 3);
        assertThatThrownBy(() -> UncertainDate.between(day, day.minusDays(1)))
                .hasMessage("expected an end on or after 2009-04-03, found 2009-04-02");
        assertThatThrownBy(() -> new UncertainDate(day, day, Precision.MONTH, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UncertainDate.ofYear(1066)).isInstanceOf(IllegalArgumentException.class);
    }
}
