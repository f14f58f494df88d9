package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Authenticator;
import clew.app.store.DatabaseForTests;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that say when they end, and never lose what was typed; and the second factor, as a browser sees them. */
class I3SessionIT extends Journeys {

    private static final String OTHER_PASSWORD = PASSWORD;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_typed_when_the_session_ended_is_there_after_signing_in_again_and_goes_with_one_click(
            boolean javaScript) {
        Visitor visitor = visitor(Visitor.PHONE, javaScript).signIn().open("/persons");
        visitor.fill("name", "Hartley").fill("born-year", "2010").fill("postcode", "HM4 2AB");
        everySessionEnds();
        visitor.send();
        assertThat(visitor.page().url()).endsWith("/sign-in?kept");
        assertThat(visitor.words()).contains("Your session had ended. What you typed is kept");
        visitor.expectOrder();
        visitor.fill("username", SIGN_IN_NAME).fill("password", PASSWORD).send();
        assertThat(visitor.heading()).isEqualTo("What you typed");
        assertThat(visitor.page().locator("#typed-0").inputValue()).isEqualTo("Hartley");
        assertThat(visitor.page().getByLabel("Date of birth: year").inputValue())
                .isEqualTo("2010");
        visitor.expectOrder();
        visitor.send();
        assertThat(visitor.words()).contains("name Hartley, born in 2010 and postcode HM4 2AB");
        visitor.open("/drafts");
        assertThat(visitor.words()).contains("There is nothing here");
    }

    @Test
    void what_one_person_typed_is_never_shown_to_another() {
        Visitor visitor = wide().signIn().open("/persons").fill("name", "Hartley");
        everySessionEnds();
        visitor.send();
        visitor.fill("username", AUDITOR).fill("password", OTHER_PASSWORD).send();
        assertThat(visitor.heading()).isNotEqualTo("What you typed");
        visitor.open("/drafts");
        assertThat(visitor.words()).contains("There is nothing here").doesNotContain("Hartley");
        forgetDrafts();
    }

    @Test
    void a_page_from_before_signing_in_again_loses_nothing_either() {
        Visitor visitor = wide().signIn().open("/persons").fill("name", "Hartley");
        visitor.page().evaluate("document.querySelector('main form [name=_csrf]').value = 'one of an earlier session'");
        visitor.send();
        assertThat(visitor.heading()).isEqualTo("What you typed");
        visitor.follow("main form:last-of-type button");
        assertThat(visitor.words()).contains("There is nothing here");
    }

    @Test
    void what_was_typed_does_not_stand_in_the_store_as_it_was_typed() {
        Visitor visitor = wide().signIn().open("/persons").fill("name", "Hartley");
        everySessionEnds();
        visitor.send();
        assertThat(DATABASE.owner()
                        .sql(
                                "select count(*) from desk.draft where position('Hartley'::bytea in sealed) = 0 and body is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        forgetDrafts();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_page_says_when_its_session_ends_and_how_to_go_on(boolean javaScript) {
        Visitor visitor = visitor(Visitor.PHONE, javaScript).signIn();
        assertThat(visitor.page().locator("header").innerText()).matches("(?s).*Session ends at \\d\\d:\\d\\d.*");
        visitor.open("/session").expectOrder();
        assertThat(visitor.words()).contains("however much you do", "another 30 minutes");
    }

    @Test
    void who_is_signed_in_twice_sees_it_and_ends_the_other() {
        everySessionEnds();
        Visitor here = visitor(Visitor.PHONE, false).signIn(AUDITOR, PASSWORD);
        Visitor there = wide().signIn(AUDITOR, PASSWORD);
        here.open("/session").expectOrder();
        assertThat(here.words()).contains("This browser", "Another browser");
        here.page().locator("form[action$='/end'] button").first().click();
        assertThat(here.heading()).isEqualTo("Your session");
        there.visit("/session");
        assertThat(there.page().url()).endsWith("/sign-in");
        assertThat(here.words()).contains("This browser").doesNotContain("Another browser");
    }

    @Test
    void a_script_says_so_two_minutes_before_and_keeps_it_going() {
        Visitor visitor = wide().signIn();
        visitor.page().evaluate("localStorage.clear(); document.querySelector('#session-end')");
        visitor.page().addInitScript("""
                const now = Date.now;
                Date.now = () => now() + (sessionStorage.getItem('late') ? 29 * 60 * 1000 : 0);
                """);
        visitor.page().evaluate("sessionStorage.setItem('late', 'yes'); localStorage.clear()");
        visitor.open("/session");
        assertThat(visitor.page().locator("dialog[open]").innerText())
                .contains("Your session is about to end", "What you have typed is kept");
        visitor.expectOrder();
        visitor.page().locator("dialog [data-stay]").click();
        visitor.page().waitForSelector("dialog:not([open])", hidden());
    }

    @Test
    void a_second_factor_is_set_up_proved_and_not_proved_by_the_same_code_twice() {
        Visitor visitor = onPhone().signIn().open("/second-factor");
        visitor.expectOrder();
        String key = visitor.page().locator("main ol strong").innerText();
        visitor.fill("code", "000000").send();
        assertThat(visitor.words()).contains("That is not the code the app shows now");
        visitor.expectOrder();
        String code = Authenticator.code(key, Instant.now());
        visitor.fill("code", code).send();
        assertThat(visitor.heading()).isEqualTo("Second factor set up");
        String recovery = visitor.page().locator("#recovery-codes li").first().innerText();
        visitor.expectOrder();
        visitor.open("/second-factor");
        assertThat(visitor.words()).contains("You have proved it");
        visitor.fill("code", code).send();
        assertThat(visitor.words()).contains("That code is not right, or it was used before");
        visitor.expectOrder();
        visitor.fill("code", recovery).send();
        assertThat(visitor.heading()).isEqualTo("What do you need to do?");
        DATABASE.owner()
                .sql("truncate access.recovery_code, access.second_factor")
                .update();
    }

    @Test
    void who_signed_in_long_ago_sets_up_no_second_factor() {
        Visitor visitor = wide().signIn(AUDITOR, PASSWORD).open("/second-factor?then=//elsewhere.example");
        assertThat(visitor.page().locator("main ol").count()).isEqualTo(1);
        assertThat(visitor.links()).noneMatch(link -> link.contains("elsewhere"));
    }

    /** As the clock would, half an hour later. */
    private static void everySessionEnds() {
        everySessionEnds(DATABASE);
    }

    static void everySessionEnds(DatabaseForTests database) {
        database.owner()
                .sql("update desk.session set ends_at = now() - interval '1 minute' where user_id is not null")
                .update();
    }

    private static void forgetDrafts() {
        DATABASE.owner().sql("delete from desk.draft").update();
    }

    private static com.microsoft.playwright.Page.WaitForSelectorOptions hidden() {
        return new com.microsoft.playwright.Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }
}
