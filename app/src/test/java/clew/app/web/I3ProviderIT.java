package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.Clew;
import clew.app.access.Agencies;
import clew.app.access.Role;
import clew.app.store.DatabaseForTests;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in by OpenID Connect, in a browser, at a real authorization server. */
@SpringBootTest(
        classes = {Clew.class, SimulatedPeople.class},
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@DirtiesContext
class I3ProviderIT {

    private static final DatabaseForTests DATABASE = new DatabaseForTests();
    private static final int PORT = freePort();
    private static final ProviderServer PROVIDER = new ProviderServer("http://localhost:" + PORT);

    private final List<Visitor> visitors = new ArrayList<>();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("server.port", () -> PORT);
        registry.add("clew.oidc.issuer", PROVIDER::issuer);
        registry.add("clew.oidc.client.id", () -> ProviderServer.CLIENT);
        registry.add("clew.oidc.client.secret", () -> ProviderServer.SECRET);
        registry.add("clew.oidc.name", () -> "Harrowmere Council");
        registry.add("clew.oidc.strong", () -> "otp");
        Agencies agencies = new Agencies(DATABASE.engine());
        int hub = agencies.agency(
                agencies.partnership("harrowmere", "Harrowmere"), "hub", "Harrowmere Hub", Agencies.Kind.OTHER);
        var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        for (String name : List.of("sam", "kit", "leaver", "unverified", "late", "strong")) {
            UUID user = agencies.user(hub, name, name, encoder, "local", Role.AUDITOR);
            invite(user, name + "@harrowmere.example", name.equals("late") ? "-1 hour" : "1 day");
        }
    }

    @AfterEach
    void show_out() {
        ProviderServer.BENT.clear();
        visitors.forEach(Visitor::close);
        visitors.clear();
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void who_was_invited_by_a_verified_address_is_let_in_and_bound_and_comes_back_without_it() {
        Visitor visitor = visitor();
        visitor.visit("/quality");
        visitor.expectOrder();
        assertThat(visitor.words()).contains("Sign in with Harrowmere Council").doesNotContain("Password");
        throughProvider(visitor, "sam");
        assertThat(visitor.heading()).isEqualTo("Data quality");
        assertThat(entries()).contains("sign_in done sam by the provider");
        assertThat(identities()).contains("subject-of-sam");

        ProviderServer.BENT.put("email", "other@harrowmere.example");
        Visitor again = visitor();
        again.visit("/quality");
        throughProvider(again, "sam");
        assertThat(again.heading()).isEqualTo("Data quality");
    }

    @Test
    void signing_out_of_Clew_signs_out_of_the_provider_too() {
        Visitor visitor = visitor();
        visitor.visit("/quality");
        throughProvider(visitor, "kit");
        visitor.follow("header button");
        assertThat(visitor.page().url()).endsWith("/sign-in?signed-out");
        assertThat(visitor.words()).contains("You have signed out");
        visitor.page().locator("a[href='/sign-in/with/provider']").click();
        visitor.page().waitForSelector("input[name=password]");
        assertThat(visitor.page().url()).as("the provider asks again").startsWith(PROVIDER.issuer());
    }

    @Test
    void whom_nobody_invited_is_refused_in_plain_words_and_written_down() {
        for (String name : List.of("stranger", "unverified", "late")) {
            Visitor visitor = visitor();
            visitor.visit("/");
            throughProvider(visitor, name);
            assertThat(visitor.page().url()).as(name).endsWith("/sign-in?not-invited");
            assertThat(visitor.words()).contains("nobody has let you into Clew yet", "has been written down");
            visitor.expectOrder();
        }
        assertThat(entries()).contains("sign_in denied nobody signed in at the provider, and no user of Clew");
        assertThat(identities()).doesNotContain("subject-of-stranger", "subject-of-unverified", "subject-of-late");
    }

    @Test
    void a_name_that_is_ours_is_no_reason_to_let_somebody_in() {
        ProviderServer.BENT.put("email", "nobody@harrowmere.example");
        ProviderServer.BENT.put("preferred_username", "kit");
        ProviderServer.BENT.put("sub", "kit");
        Visitor visitor = visitor();
        visitor.visit("/");
        throughProvider(visitor, "somebody");
        assertThat(visitor.page().url()).endsWith("/sign-in?not-invited");
    }

    @Test
    void an_invitation_binds_once() {
        Visitor visitor = visitor();
        visitor.visit("/");
        throughProvider(visitor, "sam");
        ProviderServer.BENT.put("email", "sam@harrowmere.example");
        Visitor other = visitor();
        other.visit("/");
        throughProvider(other, "impostor");
        assertThat(other.page().url()).endsWith("/sign-in?not-invited");
    }

    @Test
    void who_has_ended_is_refused_at_the_door_and_out_with_the_next_click() {
        Visitor visitor = visitor();
        visitor.visit("/quality");
        throughProvider(visitor, "leaver");
        assertThat(visitor.heading()).isEqualTo("Data quality");
        DATABASE.owner()
                .sql("update access.person_user set ended_at = now() where sign_in_name = 'leaver'")
                .update();
        visitor.visit("/quality");
        assertThat(visitor.page().url()).endsWith("/sign-in");
        Visitor again = visitor();
        again.visit("/");
        throughProvider(again, "leaver");
        assertThat(again.page().url()).endsWith("/sign-in?not-invited");
    }

    @Test
    void tokens_that_are_not_right_are_refused() {
        refused("nonce", "of another sign-in");
        refused("aud", List.of("another-client"));
        refused("iss", "https://provider.example");
        refused("exp", Instant.now().minus(Duration.ofHours(1)));
        refused(ProviderServer.FORGED, "signed by a key that is not the provider's");
        assertThat(entries()).contains("sign_in denied nobody the provider's answer was not accepted");
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() {
        Visitor visitor = visitor();
        visitor.visit("/sign-in/with/provider");
        visitor.visit("/sign-in/back?code=stolen&state=of-another");
        assertThat(visitor.page().url()).endsWith("/sign-in?not-accepted");
        assertThat(visitor.words()).contains("Signing in did not work, or took too long");
        visitor.expectOrder();
        Response unasked = visitor().visit("/sign-in/back?code=stolen&state=none");
        assertThat(unasked.url()).endsWith("/sign-in?not-accepted");
    }

    @Test
    void the_request_carries_a_state_a_nonce_and_a_proof_key() {
        Visitor visitor = visitor();
        visitor.page().onRequest(request -> {
            if (request.url().contains("/oauth2/authorize")) {
                assertThat(request.url())
                        .contains(
                                "response_type=code",
                                "state=",
                                "nonce=",
                                "code_challenge=",
                                "code_challenge_method=S256");
                ProviderServer.BENT.put("seen", "yes");
            }
        });
        visitor.visit("/sign-in/with/provider");
        assertThat(ProviderServer.BENT).containsKey("seen");
    }

    @Test
    void passwords_of_Clew_are_off_where_there_is_a_provider() {
        Visitor visitor = visitor();
        visitor.visit("/sign-in");
        assertThat(visitor.page().locator("input[type=password]").count()).isZero();
        var answer = visitor.page()
                .request()
                .post(
                        "http://localhost:" + port + "/sign-in",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setMaxRedirects(0)
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set("username", "sam")
                                        .set("password", "local")));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void a_second_factor_that_the_provider_proved_counts_where_it_is_trusted() {
        ProviderServer.BENT.put("amr", List.of("pwd", "otp"));
        Visitor visitor = visitor();
        visitor.visit("/second-factor");
        throughProvider(visitor, "strong");
        assertThat(visitor.words()).contains("You have proved it");
    }

    private void refused(String claim, Object value) {
        ProviderServer.BENT.clear();
        ProviderServer.BENT.put(claim, value);
        Visitor visitor = visitor();
        visitor.visit("/quality");
        throughProvider(visitor, "sam");
        assertThat(visitor.page().url()).as("%s = %s", claim, value).endsWith("/sign-in?not-accepted");
        visitor.visit("/quality");
        assertThat(visitor.page().url()).as("%s = %s", claim, value).endsWith("/sign-in");
    }

    private static void throughProvider(Visitor visitor, String name) {
        visitor.page().locator("a[href='/sign-in/with/provider']").click();
        visitor.page().waitForSelector("input[name=password]");
        visitor.page().locator("input[name=username]").fill(name);
        visitor.page().locator("input[name=password]").fill(ProviderServer.PASSWORD);
        visitor.page().locator("button[type=submit]").click();
        visitor.page().waitForURL("http://localhost:" + PORT + "/**");
        visitor.complaints();
    }

    private Visitor visitor() {
        Visitor visitor = new Visitor("http://localhost:" + port, Visitor.WIDE, true);
        visitors.add(visitor);
        return visitor;
    }

    private static void invite(UUID user, String email, String within) {
        DATABASE.owner()
                .sql("insert into access.invitation (user_id, email, expires_at) values (?, ?, now() + ?::interval)")
                .params(user, email, within)
                .update();
    }

    private static List<String> identities() {
        return DATABASE.owner()
                .sql("select subject from access.identity")
                .query(String.class)
                .list();
    }

    private static List<String> entries() {
        return DATABASE.owner().sql("""
                        select e.action || ' ' || e.outcome || ' ' || coalesce(u.sign_in_name, 'nobody') || ' ' || e.note
                          from ledger.entry e left join access.person_user u using (user_id)""").query(String.class).list();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
