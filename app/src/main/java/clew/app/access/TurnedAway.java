package clew.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What a request that is not let in comes to: an entry in the ledger, and a way on that loses nothing that was typed. */
final class TurnedAway implements AccessDeniedHandler {

    private final SignInEntries entries;
    private final LateForms forms;

    TurnedAway(SignInEntries entries, LateForms forms) {
        this.entries = entries;
        this.forms = forms;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
        entries.turnedAway(who, reason.getClass().getSimpleName());
        if (reason instanceof CsrfException && LateForms.isOurForm(request)) {
            response.sendRedirect(request.getContextPath() + wayOn(request, isSignedIn(who)));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private String wayOn(HttpServletRequest request, boolean signedIn) {
        Optional<UUID> kept = forms.keep(request);
        if (signedIn) {
            return kept.map(draft -> "/drafts/" + draft).orElse("/session");
        }
        return kept.isPresent() ? "/sign-in?kept" : "/sign-in?ended";
    }

    private static boolean isSignedIn(@Nullable Authentication who) {
        return who != null && !(who instanceof AnonymousAuthenticationToken);
    }
}
