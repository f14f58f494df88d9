package clew.app.web;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * An organisation's own OpenID Connect provider: a real authorization server on a free port of this machine, with a sign-in page of
 * its own. What its tokens claim can be bent, to see what Clew does with tokens that are not right.
 */
final class ProviderServer implements AutoCloseable {

    static final String CLIENT = "clew";
    static final String SECRET = "a secret of the tests";
    static final String PASSWORD = "theirs";

    /** What is claimed in the next tokens, in place of or beside what is true. */
    static final Map<String, Object> BENT = new ConcurrentHashMap<>();

    /** When bent, tokens are signed by a key that is not the provider's. */
    static final String FORGED = "forged";

    private final ConfigurableApplicationContext context;

    /** @param clew where browsers come back to */
    ProviderServer(String clew) {
        this.context = new SpringApplicationBuilder(Server.class)
                .properties(Map.of(
                        "spring.config.location", "optional:classpath:/none/",
                        "server.port", "0",
                        "server.servlet.session.cookie.name", "provider",
                        "server.address", "127.0.0.1",
                        "spring.main.banner-mode", "off",
                        "spring.autoconfigure.exclude",
                                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                                        + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                        "clew.at", clew))
                .run();
    }

    String issuer() {
        return "http://localhost:"
                + Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                        .getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    // No @Configuration: Clew's own scan must not find it.
    @EnableAutoConfiguration
    static class Server {

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) {
            http.oauth2AuthorizationServer(server -> {
                http.securityMatcher(server.getEndpointsMatcher());
                server.oidc(Customizer.withDefaults());
            });
            http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(handling -> handling.authenticationEntryPoint(
                            (request, response, reason) -> response.sendRedirect("/login")));
            return http.build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain signIn(HttpSecurity http) {
            http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults());
            return http.build();
        }

        @Bean
        UserDetailsService people() {
            return name -> User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .authorities(List.of())
                    .build();
        }

        @Bean
        RegisteredClientRepository clients(org.springframework.core.env.Environment environment) {
            String clew = environment.getRequiredProperty("clew.at");
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId(UUID.randomUUID().toString())
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(clew + "/sign-in/back")
                            .postLogoutRedirectUri(clew + "/sign-in?signed-out")
                            .scope("openid")
                            .scope("email")
                            .clientSettings(ClientSettings.builder()
                                    .requireProofKey(true)
                                    .requireAuthorizationConsent(false)
                                    .build())
                            .tokenSettings(TokenSettings.builder()
                                    .accessTokenTimeToLive(Duration.ofMinutes(5))
                                    .build())
                            .build());
        }

        @Bean
        JwtEncoder encoder(JWKSource<SecurityContext> keys) throws GeneralSecurityException, KeySourceException {
            JwtEncoder right = new NimbusJwtEncoder(keys);
            JwtEncoder forger = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(ofTheSameName(keys))));
            return token -> (BENT.containsKey(FORGED) ? forger : right).encode(token);
        }

        /** A key that says it is the provider's own. */
        private static RSAKey ofTheSameName(JWKSource<SecurityContext> keys)
                throws GeneralSecurityException, KeySourceException {
            var own = keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                    .getFirst();
            KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID(own.getKeyID())
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                String name = token.getPrincipal().getName();
                token.getClaims().subject("subject-of-" + name);
                token.getClaims().claim("email", name + "@harrowmere.example");
                token.getClaims().claim("email_verified", !name.startsWith("unverified"));
                BENT.forEach((claim, value) -> token.getClaims().claim(claim, value));
            };
        }
    }
}
