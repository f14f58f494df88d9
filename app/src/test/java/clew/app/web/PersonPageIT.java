package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonPageIT extends Journeys {

    private static final String CHILD = "/persons/" + SimulatedPeople.CHILD;

    @Test
    void a_child_is_marked_as_one_before_anything_else_is_said() {
        assertThat(wide().signIn().open(CHILD).words())
                .startsWith("Amelia Hartley")
                .contains("A child first: under 18 today", "4 records from 3 agencies");
        assertThat(wide().signIn().open("/persons/" + SimulatedPeople.ADULT).words())
                .contains("18 or over today", "Only one record is known.", "There is nothing to explain");
    }

    @ParameterizedTest
    @ValueSource(ints = {Visitor.WIDE, Visitor.PHONE})
    void where_records_differ_it_says_so_in_words(int width) {
        Visitor visitor = visitor(width, true).signIn().open(CHILD);
        assertThat(visitor.words())
                .contains("The records differ in Given name, Family name, Date of birth and Postcode.");
        assertThat(row(visitor, "Date of birth")).contains("Records differ", "27 March 2010", "March 2010");
        assertThat(row(visitor, "Sex")).contains("Same in all");
        assertThat(row(visitor, "Self-defined ethnicity"))
                .contains("Not recorded: declined to say", "Not recorded: not asked", "White and Asian");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_reasons_are_a_picture_and_the_same_in_words(boolean javaScript) {
        Visitor visitor = visitor(Visitor.WIDE, javaScript).signIn().open(CHILD);
        Locator first = visitor.page().locator(".clew-reasons").first();
        assertThat(first.innerText())
                .contains(
                        "Possible match, not confirmed by a person",
                        "about 99.6 in 100 such pairs are one person",
                        "Postcode: different, HM4 2AB and HM1 9QT",
                        "−2.3",
                        "All together",
                        "+7.9");
        assertThat(first.locator("svg rect").count()).isEqualTo(7);
        visitor.page().locator(".clew-reasons summary").nth(1).click();
        assertThat(visitor.page().locator(".clew-reasons").nth(1).innerText())
                .contains("Confirmed by a person", "more than 99.9 in 100");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_chronology_shows_only_what_was_known_on_a_date(boolean javaScript) {
        Visitor visitor = visitor(Visitor.WIDE, javaScript).signIn().open(CHILD);
        assertThat(visitor.page().locator(".moj-timeline__item").count()).isEqualTo(5);
        assertThat(visitor.words())
                .contains(
                        "Between 5 and 25 November 2025",
                        "Known to them 17 October 2025 (12 days later)",
                        "Date not known");
        visitor.fill("known-day", "1")
                .fill("known-month", "november")
                .fill("known-year", "2025")
                .send();
        assertThat(visitor.words()).contains("as known on 1 November 2025");
        assertThat(visitor.page().locator(".moj-timeline__item").count()).isEqualTo(2);
        visitor.expectOrder();
    }

    @Test
    void a_date_that_is_none_is_explained_and_everything_is_shown() {
        Visitor visitor = onPhone().signIn().open(CHILD + "?known-day=31&known-month=2&known-year=2025");
        assertThat(visitor.page().locator(".govuk-error-summary").innerText())
                .contains("Date must have a real day: February 2025 has 28");
        assertThat(visitor.page().locator(".moj-timeline__item").count()).isEqualTo(5);
        visitor.expectOrder();
    }

    @Test
    void a_look_at_a_person_enters_the_ledger_with_all_that_was_shown() {
        wide().signIn().open(CHILD);
        assertThat(DATABASE.owner()
                        .sql("select subjects::text from ledger.entry where action = 'read' order by at desc limit 1")
                        .query(String.class)
                        .single())
                .contains(SimulatedPeople.CHILD.toString(), new UUID(1, 4).toString(), new UUID(5, 0).toString());
    }

    private static String row(Visitor visitor, String field) {
        return visitor.page()
                .locator(".clew-compare tr:has(th span:text-is('" + field + "'))")
                .innerText();
    }
}
