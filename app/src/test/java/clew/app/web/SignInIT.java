package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInIT extends Journeys {

    @Test
    void the_sign_in_page_names_the_users_of_the_demonstration() {
        Visitor visitor = wide().open("/");
        assertThat(visitor.page().url()).endsWith("/sign-in");
        assertThat(visitor.page().locator("main").innerText()).contains("Sam Okafor, hub decision maker");
        assertThat(visitor.page().locator(".clew-banner").innerText()).contains("simulated");
        visitor.expectOrder();
        visitor.picture(pictures().resolve("sign-in-desktop.png"));
        Visitor phone = onPhone().open("/sign-in");
        phone.expectOrder();
        phone.picture(pictures().resolve("sign-in-phone.png"));
    }
}
