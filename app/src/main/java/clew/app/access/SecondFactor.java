package clew.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the user of a session last proved a second factor. Signing in sets it; opening a record by challenge needs it. */
public final class SecondFactor {

    /** How long a proof is good for. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final String AT = SecondFactor.class.getName();

    private SecondFactor() {}

    /** Notes a proof in the session of a request. */
    public static void provedAt(HttpServletRequest request, Instant at) {
        request.getSession().setAttribute(AT, at);
    }

    /** When it was last proved; null when it was not, or there is no session. */
    public static @Nullable Instant at(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(AT) instanceof Instant at ? at : null;
    }
}
