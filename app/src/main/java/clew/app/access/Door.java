package clew.app.access;

import clew.app.store.AppTransactions;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who gets in, and what a browser may do with what it is given. Everything but the sign-in page and pages that say the same to
 * everyone needs a session; sessions change their number at sign-in; every change needs a token of this session (CSRF).
 */
@Configuration(proxyBeanMethods = false)
class Door {

    /** Everything from this server, nothing inline: a value that slips through unescaped can neither run nor call out. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    private final AppTransactions app;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final SignInEntries entries;

    Door(AppTransactions app, PasswordEncoder passwords, SignInThrottle throttle, SignInEntries entries) {
        this.app = app;
        this.passwords = passwords;
        this.throttle = throttle;
        this.entries = entries;
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http) {
        DaoAuthenticationProvider byPassword = new DaoAuthenticationProvider(new Accounts(app));
        byPassword.setPasswordEncoder(passwords);
        rooms(http);
        signIn(http.authenticationProvider(new ThrottledSignIn(byPassword, throttle)));
        headers(http);
        return http.build();
    }

    private static void rooms(HttpSecurity http) {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/assets/**", "/favicon.ico", "/sign-in", "/accessibility", "/unverified-facts")
                .permitAll()
                .anyRequest()
                .authenticated());
    }

    private void signIn(HttpSecurity http) {
        var onward = new SavedRequestAwareAuthenticationSuccessHandler();
        var back = new SimpleUrlAuthenticationFailureHandler("/sign-in?failed");
        http.formLogin(form -> form.loginPage("/sign-in")
                .successHandler((request, response, authentication) -> {
                    entries.signedIn(request, authentication);
                    onward.onAuthenticationSuccess(request, response, authentication);
                })
                .failureHandler((request, response, reason) -> {
                    entries.failed(reason);
                    back.onAuthenticationFailure(request, response, reason);
                }));
        http.logout(logout -> logout.logoutUrl("/sign-out")
                .addLogoutHandler((request, response, authentication) -> entries.signedOut(authentication))
                .logoutSuccessUrl("/sign-in?signed-out"));
        http.exceptionHandling(handling -> handling.accessDeniedHandler((request, response, reason) ->
                entries.turnedAway(SecurityContextHolder.getContext().getAuthentication(), response, reason)));
    }

    private static void headers(HttpSecurity http) {
        http.headers(
                headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                        .crossOriginOpenerPolicy(opener -> opener.policy(
                                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                        .CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(
                                org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                        .CrossOriginResourcePolicy.SAME_ORIGIN)));
    }
}
