package clew.app.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By which ways people sign in. With a provider, passwords of Clew's own are off unless {@code CLEW_LOCAL_SIGN_IN=true} asks for
 * them; without one, they are the only way.
 */
public final class WaysIn {

    private final @Nullable Provider provider;
    private final boolean local;

    private WaysIn(@Nullable Provider provider, boolean local) {
        this.provider = provider;
        this.local = local;
    }

    static WaysIn of(@Nullable Provider provider, String local) {
        return switch (local.strip().toLowerCase(Locale.ROOT)) {
            case "" -> new WaysIn(provider, provider == null);
            case "true" -> new WaysIn(provider, true);
            case "false" -> {
                if (provider == null) {
                    throw new IllegalArgumentException(
                            "expected CLEW_OIDC_ISSUER where CLEW_LOCAL_SIGN_IN is false, found no way to sign in");
                }
                yield new WaysIn(provider, false);
            }
            default ->
                throw new IllegalArgumentException("expected true or false in CLEW_LOCAL_SIGN_IN, found " + local);
        };
    }

    /** By a name and a password that Clew keeps. */
    public boolean byPassword() {
        return local;
    }

    /** By the provider. */
    public boolean byProvider() {
        return provider != null;
    }

    /** What the provider is called; empty without one. */
    public String providerName() {
        return provider == null ? "" : provider.name();
    }

    @Nullable
    Provider provider() {
        return provider;
    }
}
