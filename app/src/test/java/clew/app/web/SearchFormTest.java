package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.identity.PersonSearch.Sought;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchFormTest {

    @Test
    void an_empty_form_asks_for_at_least_one_part() {
        assertThat(SearchForm.EMPTY.mistakes()).extracting(Mistake::field).containsExactly("name");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 2010, 2010-01-01, 2010-12-31",
        "'', 2, 2012, 2012-02-01, 2012-02-29",
        "3, Mar, 2010, 2010-03-03, 2010-03-03"
    })
    void a_date_of_birth_is_as_exact_as_it_was_typed(
            String day, String month, String year, LocalDate from, LocalDate to) {
        SearchForm form = new SearchForm("Hartley", EnteredDate.of(day, month, year), "", "");
        assertThat(form.mistakes()).isEmpty();
        assertThat(form.sought()).isEqualTo(new Sought("Hartley", from, to, "", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 10, born-year",
        "'', '', twenty, born-year",
        "1, 1, '', born-year",
        "1, '', 2010, born-month",
        "1, 13, 2010, born-month",
        "1, ma, 2010, born-month",
        "29, 2, 2010, born-day",
        "0, 2, 2010, born-day",
        "x, 2, 2010, born-day"
    })
    void a_date_that_is_none_names_the_box_to_mend(String day, String month, String year, String box) {
        SearchForm form = new SearchForm("Hartley", EnteredDate.of(day, month, year), "", "");
        assertThat(form.mistakes()).extracting(Mistake::field).containsExactly(box);
    }

    @Test
    void a_year_alone_finds_too_many_to_be_a_search() {
        assertThat(new SearchForm("", EnteredDate.of("", "", "2010"), "", "").mistakes())
                .extracting(Mistake::field)
                .containsExactly("born-day");
        assertThat(new SearchForm("", EnteredDate.of("1", "2", "2010"), "", "").mistakes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HM4 2AB, true", "hm42ab, true", "HM4, false", "somewhere, false", "HM4 2A, false"})
    void a_postcode_is_whole_or_a_mistake(String postcode, boolean accepted) {
        assertThat(new SearchForm("", EnteredDate.of("", "", ""), "", postcode)
                        .mistakes()
                        .isEmpty())
                .isEqualTo(accepted);
    }

    @Test
    void what_is_sought_is_said_in_one_line() {
        assertThat(new SearchForm(" Amy Hart ", EnteredDate.of("", "3", "2009"), "", "hm4 2ab").words())
                .isEqualTo("name Amy Hart, born in March 2009 and postcode HM4 2AB");
    }
}
