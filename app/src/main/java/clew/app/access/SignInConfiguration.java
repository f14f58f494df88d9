package clew.app.access;

import clew.app.desk.Drafts;
import clew.app.desk.SessionCookie;
import clew.app.desk.Sessions;
import clew.app.ledger.Ledger;
import clew.app.store.AppTransactions;
import clew.app.store.Secrets;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The beans of signing in. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return Passwords.encoder();
    }

    @Bean
    Tally tally(AppTransactions app, Secrets secrets) {
        return new Tally(app, secrets.key("tally"), Clock.systemUTC());
    }

    @Bean
    SignInEntries signInEntries(Ledger ledger) {
        return new SignInEntries(ledger);
    }

    @Bean
    KnownBrowser knownBrowser(Secrets secrets, SessionCookie cookie) {
        return new KnownBrowser(secrets.key("known-browser"), cookie.secure());
    }

    @Bean
    LateForms lateForms(Drafts drafts, Sessions sessions, SessionCookie cookie) {
        return new LateForms(drafts, sessions, cookie);
    }

    @Bean
    SecondFactors secondFactors(AppTransactions app, Secrets secrets, Tally tally) {
        return new SecondFactors(app, secrets.key("second-factor"), tally, Clock.systemUTC());
    }

    @Bean
    WaysIn waysIn(Environment environment, @Value("${clew.local.sign.in:}") String local) {
        return WaysIn.of(Provider.in(environment).orElse(null), local);
    }

    // After the entry points, which say who asks.
    @Bean
    @Order(10)
    WebMvcConfigurer searchLimitAndDrafts(
            Tally tally, Drafts drafts, @Value("${clew.searches.a.minute:60}") int searchesAMinute) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new SearchLimit(tally, searchesAMinute)).order(10);
                registry.addInterceptor(new SentDrafts(drafts)).order(20);
            }
        };
    }
}
