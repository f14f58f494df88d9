package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIT extends Journeys {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_person_is_found_by_name_and_opened(boolean javaScript) {
        Visitor visitor = visitor(Visitor.PHONE, javaScript).signIn().open("/persons");
        visitor.fill("name", "Amelia Hartley").fill("born-year", "2010").send();
        assertThat(visitor.words())
                .contains(
                        "3 people found",
                        "name Amelia Hartley and born in 2010",
                        "Millie Hartley; Amelia Jane Hartley-Booth");
        visitor.follow("main h3 a");
        assertThat(visitor.heading()).isEqualTo("Amelia Hartley");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_mistake_is_explained_beside_its_field_and_nothing_typed_is_lost(boolean javaScript) {
        Visitor visitor = visitor(Visitor.PHONE, javaScript).signIn().open("/persons");
        visitor.fill("name", "A")
                .fill("born-day", "31")
                .fill("born-month", "2")
                .fill("born-year", "2010")
                .fill("postcode", "nowhere");
        visitor.send();
        assertThat(visitor.page().locator(".govuk-error-summary li").allInnerTexts())
                .containsExactly(
                        "Name must have at least 2 letters",
                        "Date of birth must have a real day: February 2010 has 28",
                        "Enter a whole postcode, for example HM4 2AB");
        assertThat(visitor.page().locator("#born-day").inputValue()).isEqualTo("31");
        assertThat(visitor.page().locator("#name").getAttribute("aria-describedby"))
                .contains("name-error");
        assertThat(visitor.page().title()).startsWith("Error: ");
        visitor.page().locator(".govuk-error-summary a").nth(1).click();
        assertThat(visitor.focused()).isEqualTo("born-day");
        visitor.expectOrder();
    }

    @Test
    void nothing_that_is_sought_stands_in_an_address() {
        Visitor visitor = wide().signIn().open("/persons");
        visitor.fill("name", "Hartley").fill("postcode", "HM4 2AB").send();
        assertThat(visitor.page().url()).matches(".*/persons\\?search=[0-9a-f-]{36}");
        assertThat(visitor.links()).noneMatch(link -> link.contains("Hartley") || link.contains("HM4"));
    }

    @Test
    void when_nobody_is_found_the_page_says_what_was_sought_and_what_to_try() {
        Visitor visitor =
                wide().signIn().open("/persons").fill("name", "Nobody").send();
        assertThat(visitor.words()).contains("Nobody found", "name Nobody", "What you can try");
        visitor.expectOrder();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_long_list_has_pages(boolean javaScript) {
        Visitor visitor = visitor(Visitor.WIDE, javaScript).signIn().open("/persons");
        visitor.fill("name", "Smith").send();
        assertThat(visitor.words()).contains("243 people found", "People 1 to 20 of 243, by name");
        visitor.follow("[aria-label='Page 13']");
        assertThat(visitor.words()).contains("People 241 to 243 of 243");
        visitor.expectOrder();
    }

    @Test
    void a_long_list_is_paged_on_a_phone_too() {
        Visitor visitor =
                onPhone().signIn().open("/persons").fill("name", "Smith").send();
        visitor.follow("[rel=next]");
        assertThat(visitor.words()).contains("People 21 to 40 of 243");
        visitor.expectOrder();
        visitor.follow("[rel=prev]");
        assertThat(visitor.words()).contains("People 1 to 20 of 243");
    }

    @Test
    void a_search_of_another_session_is_not_shown() {
        Visitor visitor =
                wide().signIn().open("/persons").fill("name", "Hartley").send();
        Visitor other = wide().signIn();
        other.open(visitor.page().url());
        assertThat(other.words()).contains("That search has ended").doesNotContain("Hartley");
        other.expectOrder();
    }
}
