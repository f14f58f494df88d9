package clew.app.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Compares a password, unless too many were wrong lately. A pause looks like a wrong password to who waits, but not to the ledger. */
final class ThrottledSignIn implements AuthenticationProvider {

    private static final SignInDetails NOWHERE = new SignInDetails("", false);

    private final AuthenticationProvider passwords;
    private final SignInThrottle throttle;

    ThrottledSignIn(AuthenticationProvider passwords, SignInThrottle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String name = attempt.getName();
        SignInDetails from = attempt.getDetails() instanceof SignInDetails details ? details : NOWHERE;
        if (!throttle.mayTry(name, from.address(), from.known())) {
            throw new LockedException("too many attempts");
        }
        @Nullable Authentication signedIn = passwords.authenticate(attempt);
        throttle.succeeded(name, from.address(), from.known());
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }
}
