package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInIT extends Journeys {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_is_not_signed_in_is_led_to_the_sign_in_page_and_then_where_they_wanted_to_go(boolean javaScript) {
        Visitor visitor = visitor(Visitor.WIDE, javaScript).open("/quality");
        assertThat(visitor.page().url()).endsWith("/sign-in");
        assertThat(visitor.words()).contains("Sam Okafor, hub decision maker");
        visitor.fill("username", SIGN_IN_NAME).fill("password", PASSWORD).send();
        assertThat(visitor.heading()).isEqualTo("Data quality");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_wrong_password_is_explained_and_does_not_say_which_part_was_wrong(boolean javaScript) {
        Visitor visitor = visitor(Visitor.PHONE, javaScript).signIn(SIGN_IN_NAME, "wrong");
        assertThat(visitor.page().title()).isEqualTo("Error: Sign in - Clew");
        assertThat(visitor.page().locator(".govuk-error-summary").innerText())
                .contains("The sign-in name or the password is not right");
        visitor.expectOrder();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_is_signed_in_for_what_purpose_is_shown_and_signing_out_ends_it(boolean javaScript) {
        Visitor visitor = visitor(Visitor.WIDE, javaScript).signIn();
        assertThat(visitor.page().locator("header").innerText())
                .contains("Sam Okafor", "hub decision maker, Harrowmere Hub", "Purpose: Safeguarding a child");
        visitor.follow("header button");
        assertThat(visitor.words()).contains("You have signed out");
        visitor.expectOrder();
        assertThat(visitor.open("/persons").page().url()).endsWith("/sign-in");
    }
}
