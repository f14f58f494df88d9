package clew.app.access;

import clew.app.desk.SessionCookie;
import clew.app.store.AppTransactions;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * How machines get in: under {@code /api/} by a token with each call, and by nothing else. No cookie counts there, so that no other site can
 * use one (CSRF).
 */
@Configuration(proxyBeanMethods = false)
class MachineDoor {

    @Bean
    @Order(1)
    SecurityFilterChain calls(
            HttpSecurity http,
            AppTransactions app,
            Tally tally,
            SignInEntries entries,
            SessionCookie cookie,
            @Value("${clew.calls.a.minute:1200}") int callsAMinute) {
        http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/openapi.json")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(
                        new TokenFilter(app, tally, entries, callsAMinute, Clock.systemUTC()),
                        AnonymousAuthenticationFilter.class);
        new Headers(null, cookie.secure()).on(http);
        return http.build();
    }
}
