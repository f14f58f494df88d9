package clew.app.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * What a browser may do with what it is given: nothing from elsewhere, nothing inline, no frame around it, nothing kept.
 *
 * @param provider origin to which signing out may lead, because a browser counts that as where a form goes; null without one
 * @param tls do browsers reach Clew by TLS? Then they are told to come by nothing else for a year
 */
record Headers(@Nullable String provider, boolean tls) {

    /** Everything from this server, nothing inline: a value that slips through unescaped can neither run nor call out. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";
    private static final Duration BY_TLS_ONLY = Duration.ofDays(365);

    void on(HttpSecurity http) {
        http.headers(headers -> {
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy()))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                    .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
            headers.httpStrictTransportSecurity(strict -> {
                strict.includeSubDomains(false).maxAgeInSeconds(BY_TLS_ONLY.toSeconds());
                if (tls) {
                    strict.requestMatcher(AnyRequestMatcher.INSTANCE);
                }
            });
        });
    }

    private String contentSecurityPolicy() {
        return provider == null
                ? CONTENT_SECURITY_POLICY
                : CONTENT_SECURITY_POLICY.replace("form-action 'self'", "form-action 'self' " + provider);
    }
}
