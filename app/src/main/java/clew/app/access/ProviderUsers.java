package clew.app.access;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Who at a provider is which user here: by issuer and subject. The first time, by an address that the provider has verified and an
 * administrator has invited; never by a name. Roles are Clew's own and never read from a token.
 */
final class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NOT_INVITED = "not_invited";

    private final OidcUserService claims = new OidcUserService();
    private final Accounts accounts;

    ProviderUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        return accounts.by(request.getIdToken()).orElseGet(() -> invited(request));
    }

    private ProviderAccount invited(OidcUserRequest request) {
        OidcUser said = claims.loadUser(request);
        if (Boolean.TRUE.equals(said.getEmailVerified()) && said.getEmail() != null) {
            accounts.bind(request.getIdToken(), said.getEmail());
        }
        return accounts.by(request.getIdToken())
                .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(NOT_INVITED)));
    }
}
