package clew.app.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Asks the running application for pages as a browser does, without drawing them: for tests of many users. */
final class PlainBrowser {

    /** Keeps a test's password as it is: hundreds of real hashes would take minutes. */
    static final PasswordEncoder NO_HASH = new PasswordEncoder() {
        @Override
        public String encode(CharSequence password) {
            return "{noop}" + password;
        }

        @Override
        public boolean matches(CharSequence password, String kept) {
            return kept.equals(encode(password));
        }
    };

    private static final Pattern SESSION_END = Pattern.compile("<time id=\"session-end\"[^<]*</time>");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private String token = "";

    PlainBrowser(int port) {
        this.address = "http://localhost:" + port;
    }

    PlainBrowser signIn(String name, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/sign-in", "/sign-in", Map.of("username", name, "password", password));
        if (answer.headers().firstValue("location").orElse("").contains("failed")) {
            throw new AssertionError("expected " + name + " to get in, found them refused");
        }
        token = tokenOn("/access");
        return this;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form that stands on a page, and goes where the answer leads. */
    HttpResponse<String> sent(String page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = post(page, path, fields);
        String onward = answer.headers().firstValue("location").orElse("");
        return onward.isEmpty() ? answer : get(URI.create(onward).getRawPath() + query(URI.create(onward)));
    }

    private static String query(URI onward) {
        return onward.getRawQuery() == null ? "" : "?" + onward.getRawQuery();
    }

    /** Sends a form that stands on a page; a session's token is read once. */
    HttpResponse<String> post(String page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return client.send(form(page, path, fields), HttpResponse.BodyHandlers.ofString());
    }

    /** The same where a file may come back. */
    HttpResponse<byte[]> file(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return client.send(form("/", path, fields), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest form(String page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String known = token.isEmpty() ? tokenOn(page) : token;
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body + "&_csrf=" + URLEncoder.encode(known, StandardCharsets.UTF_8)))
                .build();
    }

    private String tokenOn(String page) throws IOException, InterruptedException {
        var found = TOKEN.matcher(get(page).body());
        if (!found.find()) {
            throw new AssertionError("expected a form on " + page + ", found none");
        }
        return found.group(1);
    }

    /** Calls as a system of an agency does: by a token, without a session. */
    HttpResponse<String> call(String method, String path, String body, String machine)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .header("Authorization", "Bearer " + machine)
                                .header("Content-Type", "application/json")
                                .method(
                                        method,
                                        body.isEmpty()
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** A page without what is another each time or moment. */
    static String withoutTokens(String page) {
        return SESSION_END.matcher(TOKEN.matcher(page).replaceAll("")).replaceAll("");
    }
}
