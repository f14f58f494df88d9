package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every way to change something, found by reflection: none works without a token of its session, and none by a link. */
class EveryChangeIT extends Journeys {

    private static final Set<RequestMethod> READING =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS, RequestMethod.TRACE);
    private static final String SOME_ID = "00000000-0000-4000-8000-000000000001";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void no_change_is_made_without_a_token_or_with_one_of_another_session() {
        Visitor visitor = wide().signIn();
        assertThat(changes()).contains("POST /persons", "POST /second-factor");
        for (String change : changes()) {
            if (change.contains(" /api/")) {
                assertNoSessionCounts(visitor, change);
                continue;
            }
            String method = change.substring(0, change.indexOf(' '));
            String address = change.substring(method.length() + 1).replaceAll("\\{[^}]*}", SOME_ID);
            assertThat(send(visitor, method, address, FormData.create().set("reason", "x"))
                            .status())
                    .as("%s without a token", change)
                    .isEqualTo(403);
            APIResponse other = send(
                    visitor,
                    method,
                    address,
                    FormData.create().set("reason", "x").set("_csrf", "of another session"));
            assertThat(other.status())
                    .as("%s with a token of another session", change)
                    .isIn(302, 403);
            if (other.status() == 302) {
                assertThat(other.headers().get("location")).containsPattern("/(drafts/[0-9a-f-]+|session)$");
            }
        }
        DATABASE.owner().sql("delete from desk.draft").update();
    }

    // A call comes by a token of its own: neither a session nor a form's token lets it in.
    private static void assertNoSessionCounts(Visitor visitor, String change) {
        String[] parts = change.split(" ");
        assertThat(send(visitor, parts[0], parts[1], FormData.create().set("reason", "x"))
                        .status())
                .as(change)
                .isEqualTo(401);
    }

    @Test
    void another_site_can_neither_change_anything_nor_leave_a_draft() {
        Visitor visitor = wide().signIn();
        APIResponse answer = visitor.page()
                .request()
                .fetch(
                        visitor.page().url() + "persons",
                        RequestOptions.create()
                                .setMethod("POST")
                                .setMaxRedirects(0)
                                .setHeader("Sec-Fetch-Site", "cross-site")
                                .setForm(FormData.create().set("name", "x").set("_csrf", "guessed")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(DATABASE.owner()
                        .sql("select count(*) from desk.draft")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void every_page_says_by_which_method_it_is_called() {
        assertThat(mappings.getHandlerMethods().entrySet().stream()
                        .filter(entry ->
                                entry.getValue().getBeanType().getName().startsWith("clew.app"))
                        .filter(entry -> entry.getKey()
                                .getMethodsCondition()
                                .getMethods()
                                .isEmpty()))
                .isEmpty();
    }

    private List<String> changes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("clew.app"))
                .map(java.util.Map.Entry::getKey)
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .filter(method -> !READING.contains(method))
                        .flatMap(method -> mapping.getPathPatternsCondition() == null
                                ? Stream.<String>empty()
                                : mapping.getPathPatternsCondition().getPatternValues().stream()
                                        .map(address -> method + " " + address)))
                .sorted()
                .toList();
    }

    private static APIResponse send(Visitor visitor, String method, String address, FormData form) {
        String origin = visitor.page().url().replaceFirst("(https?://[^/]+).*", "$1");
        return visitor.page()
                .request()
                .fetch(
                        origin + address,
                        RequestOptions.create()
                                .setMethod(method)
                                .setMaxRedirects(0)
                                .setForm(form));
    }
}
