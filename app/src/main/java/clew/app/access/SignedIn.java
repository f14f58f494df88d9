package clew.app.access;

import clew.app.desk.Drafts;
import clew.app.desk.Sessions;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * What happens when somebody has signed in: the ledger has its row, the session is theirs and holds nothing of anyone before them,
 * and they go on where they wanted to go, or to what they had typed when their last session ended.
 */
final class SignedIn implements AuthenticationSuccessHandler {

    private static final String OURS = "clew.";

    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();
    private final SignInEntries entries;
    private final KnownBrowser known;
    private final Drafts drafts;
    private final List<String> strong;
    private final Clock clock;

    SignedIn(SignInEntries entries, KnownBrowser known, Drafts drafts, @Nullable Provider provider, Clock clock) {
        this.entries = entries;
        this.known = known;
        this.drafts = drafts;
        this.strong = provider == null ? List.of() : provider.strong();
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        Account account = (Account) Objects.requireNonNull(authentication.getPrincipal());
        entries.signedIn(request, authentication);
        HttpSession session = request.getSession();
        Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.startsWith(OURS))
                .forEach(session::removeAttribute);
        session.setAttribute(Sessions.USER, account.id());
        session.setAttribute(Sessions.SIGNED_IN_AT, clock.instant());
        known.remember(response, authentication.getName());
        if (account instanceof ProviderAccount theirs) {
            strongAt(theirs.getIdToken()).ifPresent(at -> SecondFactor.provedAt(request, at));
        }
        Optional<String> typed = drafts.late(account.id()).map(draft -> "/drafts/" + draft.id());
        if (typed.isPresent()) {
            response.sendRedirect(request.getContextPath() + typed.get());
        } else {
            onward.onAuthenticationSuccess(request, response, authentication);
        }
    }

    // When the provider proved a second factor, if it says so in words this deployment trusts; never later than now.
    private Optional<Instant> strongAt(OidcIdToken token) {
        boolean proved = Stream.concat(
                        Stream.ofNullable(token.getAuthenticationContextClass()),
                        Optional.ofNullable(token.getAuthenticationMethods()).stream()
                                .flatMap(List::stream))
                .anyMatch(strong::contains);
        Instant now = clock.instant();
        return proved
                ? Optional.ofNullable(token.getAuthenticatedAt()).filter(at -> !at.isAfter(now))
                : Optional.empty();
    }
}
