package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What is too much is refused, in plain words where a person may have done it. */
@TestPropertySource(properties = "clew.searches.a.minute=5")
class LimitsIT extends Journeys {

    private static final int MORE_THAN_A_FORM_MAY_HOLD = 1_100_000;

    @Test
    void a_user_who_searches_faster_than_people_do_is_refused_and_it_is_written_down() {
        Visitor visitor = onPhone().signIn();
        for (int i = 0; i < 5; i++) {
            visitor.open("/persons").fill("name", "Hartley").send();
        }
        visitor.open("/persons").fill("name", "Hartley").send();
        assertThat(visitor.heading()).isEqualTo("Too many searches");
        assertThat(visitor.words()).contains("That has been written down", "Wait a minute");
        visitor.expectOrderOfErrorPage();
        assertThat(DATABASE.owner()
                        .sql("select outcome from ledger.entry where action = 'search' order by at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("denied");
        Visitor elsewhere =
                wide().signIn().open("/persons").fill("name", "Hartley").send();
        assertThat(elsewhere.heading()).as("another browser of the same user").isEqualTo("Too many searches");
        DATABASE.owner().sql("truncate access.tally").update();
    }

    @Test
    void a_form_that_is_too_large_is_refused() {
        APIResponse answer = post(FormData.create().set("name", "x".repeat(MORE_THAN_A_FORM_MAY_HOLD)));
        assertThat(answer.status()).isIn(400, 403, 413);
    }

    @Test
    void a_form_of_more_fields_than_any_page_has_is_refused() {
        FormData form = FormData.create();
        for (int i = 0; i < 1_000; i++) {
            form.set("field" + i, "x");
        }
        assertThat(post(form).status()).isIn(400, 403, 413);
    }

    @Test
    void files_are_not_taken_where_no_page_asks_for_one() {
        Visitor visitor = wide().signIn();
        APIResponse answer = visitor.page()
                .request()
                .post(
                        visitor.page().url() + "persons",
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setMultipart(FormData.create()
                                        .set("name", new FilePayload("a.csv", "text/csv", new byte[100]))));
        assertThat(answer.status()).isIn(403, 413, 415);
    }

    @Test
    void headers_that_are_too_long_and_methods_that_nobody_needs_are_refused() throws Exception {
        String origin = wide().open("/sign-in").page().url();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin));
            assertThat(status(client, request.copy().header("X-Long", "x".repeat(20_000))))
                    .isIn(400, 431);
            assertThat(status(client, request.copy().method("TRACE", HttpRequest.BodyPublishers.noBody())))
                    .isGreaterThanOrEqualTo(400);
        }
    }

    private APIResponse post(FormData form) {
        Visitor visitor = wide().signIn();
        return visitor.page()
                .request()
                .post(
                        visitor.page().url() + "persons",
                        RequestOptions.create().setMaxRedirects(0).setForm(form));
    }

    private static int status(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
