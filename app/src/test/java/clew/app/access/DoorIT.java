package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.ledger.Look;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The door and the entry points behind it, through a real server: who gets in, and that nothing shows that is not written down. */
@SpringBootTest(classes = DoorIT.Rooms.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class DoorIT {

    private static final UUID CHILD = UUID.fromString("00000000-0000-4000-8000-00000000000c");
    private static final String SECRET = "what only a viewer may see";
    private static final DatabaseForTests DATABASE = new DatabaseForTests();

    @LocalServerPort
    private int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        Agencies agencies = new Agencies(DATABASE.engine());
        var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        int agency =
                agencies.agency(agencies.partnership("saltby", "Saltby"), "hub", "Saltby Hub", Agencies.Kind.OTHER);
        agencies.user(agency, "sam", "Sam Okafor", encoder, "right", Role.HUB_DECISION_MAKER);
        agencies.user(agency, "ada", "Ada Marsh", encoder, "right", Role.SYSTEM_ADMINISTRATOR);
        agencies.user(agency, "guessed", "Kit Vale", encoder, "right", Role.HUB_DECISION_MAKER);
        agencies.user(agency, "leaver", "Lee Ver", encoder, "right", Role.HUB_DECISION_MAKER);
    }

    @BeforeEach
    void an_empty_ledger() {
        DATABASE.owner()
                .sql("truncate ledger.seal, ledger.search_terms, ledger.entry")
                .update();
    }

    @Test
    void without_a_session_every_page_leads_to_the_sign_in_page() throws Exception {
        for (String address : List.of("/read", "/open-but-not-listed", "/nothing-there", "/error")) {
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(302);
            assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/sign-in");
        }
        assertThat(rows()).isEmpty();
    }

    @Test
    void signing_in_changes_the_session_and_is_in_the_ledger() throws Exception {
        get("/sign-in");
        String before = session();
        assertThat(signIn("sam", "right").headers().firstValue("location").orElseThrow())
                .endsWith("/");
        assertThat(session()).isNotEqualTo(before);
        assertThat(rows()).containsExactly("sign_in done sam");
    }

    @Test
    void signing_out_ends_the_session_and_is_in_the_ledger() throws Exception {
        signIn("sam", "right");
        post("/sign-out", Map.of("_csrf", token()));
        assertThat(get("/read").statusCode()).isEqualTo(302);
        assertThat(rows()).contains("sign_out done sam");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_alike() throws Exception {
        HttpResponse<String> wrong = signIn("sam", "wrong");
        HttpResponse<String> unknown = signIn("nobody", "wrong");
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(unknown.headers().firstValue("location"))
                .isEqualTo(wrong.headers().firstValue("location"));
        assertThat(rows()).containsExactly("sign_in denied nobody", "sign_in denied nobody");
    }

    @Test
    void after_five_wrong_passwords_the_right_one_is_not_tried_either() throws Exception {
        for (int i = 0; i < SignInThrottle.FREE_FOR_A_NAME_FROM_AN_ADDRESS; i++) {
            signIn("guessed", "wrong");
        }
        assertThat(signIn("guessed", "right").headers().firstValue("location").orElseThrow())
                .endsWith("?failed");
        assertThat(notes()).contains("too many attempts");
    }

    @Test
    void a_change_without_the_sessions_token_is_turned_away_and_written_down() throws Exception {
        signIn("sam", "right");
        assertThat(post("/change", Map.of("a", "b")).statusCode()).isEqualTo(403);
        assertThat(rows()).contains("request denied sam");
        assertThat(post("/change", Map.of("_csrf", token())).body()).isEqualTo("changed");
    }

    @Test
    void answers_carry_strict_headers() throws Exception {
        var headers = get("/sign-in").headers();
        assertThat(headers.firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("x-frame-options")).contains("DENY");
        assertThat(headers.firstValue("referrer-policy")).contains("same-origin");
        assertThat(headers.firstValue("cache-control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("permissions-policy").orElseThrow()).contains("geolocation=()");
        assertThat(headers.allValues("set-cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void a_page_leaves_exactly_one_row_that_names_what_it_shows() throws Exception {
        signIn("sam", "right");
        for (String address : List.of("/read", "/streamed", "/redirected", "/empty")) {
            an_empty_ledger();
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).as(address).isLessThan(400);
            assertThat(rows()).as(address).containsExactly("read done sam");
            assertThat(subjects()).as(address).isEqualTo(CHILD.toString());
        }
        assertThat(get("/read").body()).isEqualTo(SECRET + " with 1 class for Sam Okafor at Saltby Hub");
    }

    @Test
    void a_page_that_fails_leaves_its_row_too() throws Exception {
        signIn("sam", "right");
        assertThat(get("/failing").statusCode()).isEqualTo(500);
        assertThat(get("/missing").statusCode()).isEqualTo(404);
        assertThat(rows()).containsExactly("sign_in done sam", "read failed sam", "read failed sam");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_fault_is_logged_with_its_place_and_without_what_it_quotes(CapturedOutput output) throws Exception {
        signIn("sam", "right");
        get("/failing");
        assertThat(output.toString())
                .contains("java.lang.IllegalStateException", "DoorIT$Pages.failing")
                .doesNotContain(SECRET);
    }

    @Test
    void who_has_no_right_is_refused_before_anything_runs() throws Exception {
        signIn("ada", "right");
        HttpResponse<String> answer = get("/read");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(SECRET);
        assertThat(rows()).containsExactly("sign_in done ada", "read denied ada");
    }

    @Test
    void a_handler_without_a_decision_is_not_run() throws Exception {
        signIn("sam", "right");
        HttpResponse<String> answer = get("/forgotten");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain(SECRET);
    }

    @Test
    void while_the_ledger_cannot_be_written_nothing_is_shown() throws Exception {
        signIn("sam", "right");
        DATABASE.owner()
                .sql("revoke insert (purpose) on ledger.entry from clew_app")
                .update();
        try {
            for (String address : List.of("/read", "/streamed", "/redirected", "/empty", "/failing", "/missing")) {
                HttpResponse<String> answer = get(address);
                assertThat(answer.statusCode()).as(address).isEqualTo(503);
                assertThat(answer.body()).as(address).doesNotContain(SECRET);
                assertThat(answer.headers().firstValue("location")).as(address).isEmpty();
                assertThat(answer.headers().firstValue("content-security-policy"))
                        .as(address)
                        .isPresent();
            }
        } finally {
            DATABASE.owner()
                    .sql("grant insert (purpose) on ledger.entry to clew_app")
                    .update();
        }
        assertThat(get("/read").statusCode()).isEqualTo(200);
    }

    @Test
    void while_the_ledger_cannot_be_written_nobody_gets_in() throws Exception {
        DATABASE.owner()
                .sql("revoke insert (purpose) on ledger.entry from clew_app")
                .update();
        try {
            assertThat(signIn("sam", "right").statusCode()).isEqualTo(503);
        } finally {
            DATABASE.owner()
                    .sql("grant insert (purpose) on ledger.entry to clew_app")
                    .update();
        }
        assertThat(get("/read").statusCode()).isEqualTo(302);
    }

    @Test
    void an_account_that_ended_is_out_with_the_next_click() throws Exception {
        signIn("leaver", "right");
        assertThat(get("/read").statusCode()).isEqualTo(200);
        DATABASE.owner()
                .sql("update access.person_user set ended_at = now() where sign_in_name = 'leaver'")
                .update();
        assertThat(get("/read").headers().firstValue("location").orElseThrow()).endsWith("/sign-in");
        assertThat(signIn("leaver", "right").headers().firstValue("location").orElseThrow())
                .endsWith("?failed");
    }

    private HttpResponse<String> get(String address) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, Map<String, String> form) throws Exception {
        String body = String.join(
                "&",
                form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .toList());
        return browser.send(
                HttpRequest.newBuilder(uri(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String name, String password) throws Exception {
        return post("/sign-in", Map.of("username", name, "password", password, "_csrf", token()));
    }

    private String token() throws Exception {
        var found = Pattern.compile("token=(\\S+)").matcher(get("/sign-in").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("clew"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private URI uri(String address) {
        return URI.create("http://localhost:" + port + address);
    }

    private static List<String> rows() {
        return DATABASE.owner().sql("""
                        select e.action || ' ' || e.outcome || ' ' || coalesce(u.sign_in_name, 'nobody')
                          from ledger.entry e left join access.person_user u using (user_id) order by e.at""").query(String.class).list();
    }

    private static List<String> notes() {
        return DATABASE.owner()
                .sql("select note from ledger.entry")
                .query(String.class)
                .list();
    }

    private static String subjects() {
        return DATABASE.owner()
                .sql("select array_to_string(subjects, ' ') from ledger.entry")
                .query(String.class)
                .single();
    }

    /** The rooms below the pages, and a few pages to try them with. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"clew.app.store", "clew.app.ledger", "clew.app.desk", "clew.app.access"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(IT|Test|Laws)(\\$.*)?"))
    @Import(Pages.class)
    static class Rooms {}

    @RestController
    static class Pages {

        @OpenPage
        @GetMapping("/sign-in")
        String signIn(CsrfToken token) {
            return "token=" + token.getToken();
        }

        @OpenPage
        @GetMapping("/open-but-not-listed")
        String open() {
            return SECRET;
        }

        @EntryPoint(Action.READ)
        @GetMapping("/read")
        String read(Viewer viewer, Rights rights, Look look) {
            look.at(CHILD);
            return SECRET + " with " + rights.classes().size() + " class for " + viewer.name() + " at "
                    + viewer.agencyName();
        }

        @EntryPoint(Action.READ)
        @GetMapping("/streamed")
        StreamingResponseBody streamed(Look look) {
            look.at(CHILD);
            return out -> out.write(SECRET.getBytes(StandardCharsets.UTF_8));
        }

        @EntryPoint(Action.READ)
        @GetMapping("/redirected")
        ResponseEntity<Void> redirected(Look look) {
            look.at(CHILD);
            return ResponseEntity.status(303).location(URI.create("/elsewhere")).build();
        }

        @EntryPoint(Action.READ)
        @GetMapping("/empty")
        ResponseEntity<Void> empty(Look look) {
            look.at(CHILD);
            return ResponseEntity.noContent().build();
        }

        @EntryPoint(Action.READ)
        @GetMapping("/failing")
        String failing(Look look) {
            look.at(CHILD);
            throw new IllegalStateException(SECRET);
        }

        @EntryPoint(Action.READ)
        @GetMapping("/missing")
        ResponseEntity<String> missing(Look look) {
            throw new org.springframework.web.server.ResponseStatusException(
                    org.springframework.http.HttpStatus.NOT_FOUND);
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return SECRET;
        }

        @EntryPoint(Action.DECIDE)
        @PostMapping("/change")
        String change() {
            return "changed";
        }
    }
}
