package clew.app.access;

import clew.app.ledger.Ledger;
import clew.app.store.AppTransactions;
import clew.app.store.EngineTransactions;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    Access access() {
        return new Access();
    }

    @Bean
    Viewers viewers(AppTransactions app) {
        return new Viewers(app, Clock.systemUTC());
    }

    @Bean
    Agencies agencies(EngineTransactions engine) {
        return new Agencies(engine);
    }

    @Bean
    Apart apart(EngineTransactions engine) {
        return new Apart(engine);
    }

    @Bean
    Grants grants(AppTransactions app, Apart apart) {
        return new Grants(app, apart, Clock.systemUTC());
    }

    @Bean
    Exclusions exclusions(AppTransactions app, Apart apart) {
        return new Exclusions(app, apart, Clock.systemUTC());
    }

    @Bean
    Audience audience(AppTransactions app) {
        return new Audience(app, Clock.systemUTC());
    }

    @Bean
    Restrictions restrictions(AppTransactions app, Apart apart) {
        return new Restrictions(app, apart);
    }

    @Bean
    Shares shares(AppTransactions app) {
        return new Shares(app);
    }

    @Bean
    Proposals proposals(AppTransactions app) {
        return new Proposals(app);
    }

    @Bean
    Authorisations authorisations(AppTransactions app) {
        return new Authorisations(app);
    }

    @Bean
    VictimRequests victimRequests(AppTransactions app) {
        return new VictimRequests(app);
    }

    @Bean
    Agreements agreements(AppTransactions app) {
        return new Agreements(app);
    }

    // Around the filters of Spring Security (-100), which enter who signs in.
    @Bean
    FilterRegistrationBean<LedgerBeforeAnswer> ledgerBeforeAnswer() {
        FilterRegistrationBean<LedgerBeforeAnswer> filter = new FilterRegistrationBean<>(new LedgerBeforeAnswer());
        filter.setOrder(-110);
        return filter;
    }

    @Bean
    WebMvcConfigurer entryPoints(Viewers viewers, Access access, Ledger ledger) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new EntryPoints(viewers, access, ledger));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new EntryPointArguments());
            }
        };
    }
}
