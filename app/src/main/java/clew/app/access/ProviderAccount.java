package clew.app.access;

import java.io.Serial;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody whom an OpenID Connect provider signed in. Of what it says about them nothing is taken but who they are. */
final class ProviderAccount extends DefaultOidcUser implements Account {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final int agency;
    private final String signInName;

    ProviderAccount(UUID id, int agency, String signInName, OidcIdToken token) {
        super(AuthorityUtils.NO_AUTHORITIES, token);
        this.id = id;
        this.agency = agency;
        this.signInName = signInName;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public int agency() {
        return agency;
    }

    @Override
    public String getName() {
        return signInName;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProviderAccount account && id.equals(account.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
