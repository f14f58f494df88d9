package clew.app.access;

import clew.app.desk.Drafts;
import clew.app.desk.SessionCookie;
import clew.app.store.AppTransactions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;

/**
 * Who gets in. Everything but the sign-in page and pages that say the same to everyone needs a session; sessions change their
 * number at sign-in; every change needs a token of this session (CSRF).
 */
@Configuration(proxyBeanMethods = false)
class Door {

    private final WaysIn ways;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SignInEntries entries;
    private final KnownBrowser known;
    private final SessionCookie cookie;

    Door(
            WaysIn ways,
            AppTransactions app,
            PasswordEncoder passwords,
            SignInEntries entries,
            KnownBrowser known,
            SessionCookie cookie) {
        this.ways = ways;
        this.accounts = new Accounts(app);
        this.passwords = passwords;
        this.entries = entries;
        this.known = known;
        this.cookie = cookie;
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http, Tally tally, LateForms forms, Drafts drafts) {
        rooms(http);
        signOut(http);
        SignedIn signedIn = new SignedIn(entries, known, drafts, ways.provider(), Clock.systemUTC());
        if (ways.byPassword()) {
            byPassword(http, signedIn, new SignInThrottle(tally));
        }
        Provider provider = ways.provider();
        if (provider != null) {
            byProvider(http, signedIn, provider);
        }
        http.exceptionHandling(handling -> handling.accessDeniedHandler(new TurnedAway(entries, forms))
                .authenticationEntryPoint(
                        (request, response, reason) -> response.sendRedirect(request.getContextPath() + "/sign-in")));
        new Headers(provider == null ? null : provider.origin(), cookie.secure()).on(http);
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

    private void byPassword(HttpSecurity http, SignedIn signedIn, SignInThrottle throttle) {
        DaoAuthenticationProvider comparing = new DaoAuthenticationProvider(accounts);
        comparing.setPasswordEncoder(passwords);
        comparing.setUserDetailsPasswordService(accounts);
        http.authenticationProvider(new ThrottledSignIn(comparing, throttle));
        http.formLogin(form -> form.loginPage("/sign-in")
                .authenticationDetailsSource(request -> new SignInDetails(
                        request.getRemoteAddr(), known.isOf(request, String.valueOf(request.getParameter("username")))))
                .successHandler(signedIn)
                .failureHandler(this::failed));
    }

    private void byProvider(HttpSecurity http, SignedIn signedIn, Provider provider) {
        // Asked for when it is first needed: a provider that is down keeps nobody from starting Clew.
        ClientRegistrationRepository registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(provider.registration()));
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(there -> there.baseUri("/sign-in/with"))
                .redirectionEndpoint(back -> back.baseUri("/sign-in/back"))
                .userInfoEndpoint(users -> users.oidcUserService(new ProviderUsers(accounts)))
                .successHandler(signedIn)
                .failureHandler(this::failed));
        OidcClientInitiatedLogoutSuccessHandler there = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        there.setPostLogoutRedirectUri("{baseUrl}/sign-in?signed-out");
        there.setDefaultTargetUrl("/sign-in?signed-out");
        http.logout(logout -> logout.logoutSuccessHandler(there));
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        entries.failed(reason);
        response.sendRedirect(request.getContextPath() + "/sign-in?" + word(reason));
    }

    private static String word(AuthenticationException reason) {
        if (reason instanceof OAuth2AuthenticationException provider) {
            return provider.getError().getErrorCode().equals(ProviderUsers.NOT_INVITED)
                    ? "not-invited"
                    : "not-accepted";
        }
        return "failed";
    }

    private void signOut(HttpSecurity http) {
        http.logout(logout -> logout.logoutUrl("/sign-out")
                .logoutSuccessUrl("/sign-in?signed-out")
                .addLogoutHandler((request, response, authentication) -> entries.signedOut(authentication))
                .addLogoutHandler(new HeaderWriterLogoutHandler(
                        new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE))));
    }
}
