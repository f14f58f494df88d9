package clew.app.access;

import clew.app.ledger.Entry;
import clew.app.ledger.LedgerUnavailable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds each answer until its look is in the ledger; where that fails, answers 503 and shows nothing. */
final class LedgerBeforeAnswer extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerBeforeAnswer.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldAnswer answer = new HeldAnswer(response);
        request.setAttribute(HeldAnswer.ATTRIBUTE, answer);
        try {
            try {
                chain.doFilter(request, answer);
            } catch (ServletException | IOException | RuntimeException e) {
                answer.ended(Entry.Outcome.FAILED);
                answer.release();
                throw e;
            }
            answer.release();
        } catch (ServletException | IOException | RuntimeException e) {
            LedgerUnavailable cause = ledgerUnavailable(e);
            if (cause == null) {
                LOG.error("A request failed: {}", Fault.words(e));
                throw e;
            }
            LOG.error(
                    "Nothing is shown, because the ledger cannot be written: {}",
                    root(cause).getMessage());
            refuse(response);
        }
    }

    // A header of the page that is not shown may say something too: all go, and those that protect come again.
    private static void refuse(HttpServletResponse response) throws IOException {
        response.reset();
        response.setHeader("Content-Security-Policy", Headers.CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static @Nullable LedgerUnavailable ledgerUnavailable(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof LedgerUnavailable unavailable) {
                return unavailable;
            }
        }
        return null;
    }
}
