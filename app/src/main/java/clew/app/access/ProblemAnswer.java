package clew.app.access;

import clew.app.ledger.Entry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer to a machine: a fault is told as problem details (RFC 9457) in fixed words, never about a person. */
final class ProblemAnswer extends HttpServletResponseWrapper {

    private static final Map<Integer, String> TITLES = Map.of(
            400, "The call cannot be read",
            401, "A token is needed",
            403, "Your role does not include this",
            404, "There is no such thing that you may see",
            405, "This is not done here",
            413, "The call is too large",
            415, "Send JSON",
            429, "Too many calls: wait a minute",
            503, "Nothing can be shown now: try again");

    private final @Nullable HeldAnswer held;

    ProblemAnswer(HttpServletResponse response, @Nullable HeldAnswer held) {
        super(response);
        this.held = held;
    }

    @Override
    public void sendError(int status) throws IOException {
        if (held != null) {
            held.ended(Entry.Outcome.FAILED);
        }
        byte[] body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}"
                .formatted(TITLES.getOrDefault(status, "The call failed"), status)
                .getBytes(StandardCharsets.UTF_8);
        setStatus(status);
        setContentType("application/problem+json");
        setContentLength(body.length);
        getOutputStream().write(body);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        sendError(status);
    }
}
