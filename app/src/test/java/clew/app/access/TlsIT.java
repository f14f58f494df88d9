package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What changes where browsers come by TLS. */
@SpringBootTest(
        classes = DoorIT.Rooms.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "clew.public.url=https://clew.harrowmere.example")
@DirtiesContext
class TlsIT {

    private static final DatabaseForTests DATABASE = new DatabaseForTests();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Test
    void cookies_travel_by_tls_only_and_browsers_are_told_to_come_by_nothing_else() throws Exception {
        HttpResponse<String> answer = get("/sign-in");
        assertThat(answer.headers().allValues("set-cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-clew=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(answer.headers().firstValue("strict-transport-security").orElseThrow())
                .contains("max-age=31536000");
    }

    @Test
    void what_a_proxy_is_said_to_have_said_is_not_believed_unless_configured() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/read"))
                            .header("X-Forwarded-Host", "elsewhere.example")
                            .header("X-Forwarded-Proto", "https")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("location").orElseThrow()).doesNotContain("elsewhere");
        }
    }

    private HttpResponse<String> get(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
