package clew.app.access;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The OpenID Connect provider of a deployment, from the environment: {@code CLEW_OIDC_ISSUER}, {@code CLEW_OIDC_CLIENT_ID},
 * {@code CLEW_OIDC_CLIENT_SECRET}, {@code CLEW_OIDC_NAME}, {@code CLEW_OIDC_SCOPES} and {@code CLEW_OIDC_STRONG}.
 *
 * @param issuer its address; what it is able to do is read from there
 * @param clientId how it knows Clew
 * @param clientSecret by which Clew proves to it that it is Clew
 * @param name on the sign-in page
 * @param scopes what Clew asks for
 * @param strong values of {@code acr} or {@code amr} that mean a second factor was proved; none unless said
 */
record Provider(
        String issuer, String clientId, String clientSecret, String name, List<String> scopes, List<String> strong) {

    static final String REGISTRATION = "provider";

    Provider {
        scopes = List.copyOf(scopes);
        strong = List.copyOf(strong);
        URI address = URI.create(issuer);
        if (!"https".equals(address.getScheme()) && !isThisMachine(address)) {
            throw new IllegalArgumentException("expected an issuer that begins with https in CLEW_OIDC_ISSUER, found "
                    + address.getScheme() + " to another machine");
        }
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("expected CLEW_OIDC_CLIENT_ID beside CLEW_OIDC_ISSUER, found nothing");
        }
    }

    static Optional<Provider> in(Environment environment) {
        String issuer = environment.getProperty("clew.oidc.issuer", "");
        return issuer.isBlank()
                ? Optional.empty()
                : Optional.of(new Provider(
                        issuer,
                        environment.getProperty("clew.oidc.client.id", ""),
                        environment.getProperty("clew.oidc.client.secret", ""),
                        environment.getProperty("clew.oidc.name", "your organisation's account"),
                        words(environment.getProperty("clew.oidc.scopes", "openid email")),
                        words(environment.getProperty("clew.oidc.strong", ""))));
    }

    /** How Clew speaks with it: by authorization code with a proof key, told where to by the provider's own metadata. */
    ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(REGISTRATION)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .clientName(name)
                .scope(scopes)
                .redirectUri("{baseUrl}/sign-in/back")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    /** Its scheme, host and port: signing out there is the one way by which a form leads away from Clew. */
    String origin() {
        URI address = URI.create(issuer);
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static boolean isThisMachine(URI address) {
        return "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
