package clew.app.access;

import clew.app.ledger.Entry.Outcome;
import clew.app.ledger.Look;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * How many searches a user may send in a minute, whatever browser and server they come by: far more than somebody types, far fewer
 * than somebody needs who copies out a register. What is too much is refused in plain words and stands in the ledger as denied.
 */
final class SearchLimit implements HandlerInterceptor {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int TOO_MANY_REQUESTS = 429;

    private final Tally tally;
    private final int most;

    /** @param most in a minute; 0 for no limit */
    SearchLimit(Tally tally, int most) {
        this.tally = tally;
        this.most = most;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (most == 0
                || request.getAttribute(TokenFilter.MACHINE) != null // its calls are counted already
                || !(handler instanceof HandlerMethod method)
                || !isSearch(method.getMethodAnnotation(EntryPoint.class), request)
                || tally.countWithin(WINDOW, "searches of " + viewer(request).user()) <= most) {
            return true;
        }
        Look look = (Look) Objects.requireNonNull(request.getAttribute(EntryPoints.LOOK));
        look.ended(Outcome.DENIED);
        look.enter();
        response.setHeader("Retry-After", String.valueOf(WINDOW.toSeconds()));
        response.sendError(TOO_MANY_REQUESTS);
        return false;
    }

    // Only the form asks something new; pages of its answer ask the same again.
    private static boolean isSearch(
            @org.jspecify.annotations.Nullable EntryPoint entryPoint, HttpServletRequest request) {
        return entryPoint != null && entryPoint.value() == Action.SEARCH && "POST".equals(request.getMethod());
    }

    private static Viewer viewer(HttpServletRequest request) {
        return (Viewer) Objects.requireNonNull(request.getAttribute(EntryPoints.VIEWER));
    }
}
