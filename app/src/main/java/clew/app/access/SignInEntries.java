package clew.app.access;

import clew.app.ledger.Entry;
import clew.app.ledger.Entry.Outcome;
import clew.app.ledger.Ledger;
import clew.app.ledger.LedgerUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Signing in, signing out, and being turned away at the door, entered in the ledger before the browser hears of it. */
final class SignInEntries {

    private final Ledger ledger;

    SignInEntries(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Enters a sign-in; without a row there is no session. */
    void signedIn(HttpServletRequest request, Authentication authentication) {
        try {
            enter("sign_in", Outcome.DONE, authentication, note(authentication));
        } catch (LedgerUnavailable e) {
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            throw e;
        }
    }

    void failed(AuthenticationException reason) {
        String note = switch (reason) {
            case LockedException paused -> "too many attempts";
            case OAuth2AuthenticationException provider
            when provider.getError().getErrorCode().equals(ProviderUsers.NOT_INVITED) ->
                "signed in at the provider, and no user of Clew";
            case OAuth2AuthenticationException provider -> "the provider's answer was not accepted";
            default -> "name or password not right";
        };
        enter("sign_in", Outcome.DENIED, null, note);
    }

    void signedOut(@Nullable Authentication authentication) {
        enter("sign_out", Outcome.DONE, authentication, "");
    }

    /** @param why in fixed words, never about a person */
    void turnedAway(@Nullable Authentication authentication, String why) {
        enter("request", Outcome.DENIED, authentication, why);
    }

    private static String note(Authentication authentication) {
        return authentication.getPrincipal() instanceof ProviderAccount ? "by the provider" : "by password";
    }

    private void enter(String action, Outcome outcome, @Nullable Authentication authentication, String note) {
        Account account =
                authentication != null && authentication.getPrincipal() instanceof Account known ? known : null;
        ledger.enter(new Entry(
                account == null ? null : account.id(),
                account == null ? null : account.agency(),
                "access to Clew",
                action,
                "none needed",
                outcome,
                List.of(),
                UUID.randomUUID(),
                note,
                null));
    }
}
