package clew.app.groups;

import clew.app.access.Viewers;
import clew.app.identity.PersonSearch;
import clew.app.identity.PersonView;
import clew.app.store.AppTransactions;
import clew.app.store.EngineTransactions;
import clew.app.store.Secrets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
class GroupsConfiguration {

    @Bean
    Finding finding(AppTransactions app, EngineTransactions engine) {
        return new Finding(app, engine);
    }

    @Bean(destroyMethod = "close")
    LineSearch lineSearch(
            AppTransactions app, Finding finding, @Value("${clew.patterns.list-waits-milliseconds:250}") int patience) {
        return new LineSearch(app, finding, Duration.ofMillis(patience));
    }

    @Bean
    KeyedHash evidenceHash(Secrets secrets) {
        return new KeyedHash(secrets.key("evidence"));
    }

    @Bean
    Enquiries enquiries(AppTransactions app, Finding finding, KeyedHash hash) {
        return new Enquiries(app, finding, Terms.SHIPPED, hash, Clock.systemUTC());
    }

    @Bean
    Subjects subjects(AppTransactions app) {
        return new Subjects(app);
    }

    @Bean
    Recurrences recurrences(AppTransactions app, Finding finding, Enquiries enquiries) {
        return new Recurrences(app, finding, enquiries);
    }

    @Bean
    Verdicts verdicts(AppTransactions app, Enquiries enquiries, Recurrences recurrences, KeyedHash hash) {
        return new Verdicts(app, enquiries, recurrences, Terms.SHIPPED, hash);
    }

    @Bean
    Cases cases(AppTransactions app) {
        return new Cases(app, Terms.SHIPPED, Clock.systemUTC());
    }

    @Bean
    Equality equality(AppTransactions app, Enquiries enquiries) {
        return new Equality(app, enquiries);
    }

    @Bean
    LineExports lineExports(Subjects subjects) {
        return new LineExports(subjects);
    }

    @Bean
    Things things(AppTransactions app, PersonView persons, Subjects subjects) {
        return new Things(app, persons, subjects);
    }

    @Bean
    Company company(AppTransactions app) {
        return new Company(app);
    }

    @Bean
    ThingCases thingCases(AppTransactions app, Things things, Cases cases, KeyedHash hash) {
        return new ThingCases(app, things, cases, hash);
    }

    @Bean
    Blocks blocks(AppTransactions app) {
        return new Blocks(app, Terms.SHIPPED, Clock.systemUTC());
    }

    @Bean
    BlockDecisions blockDecisions(AppTransactions app, Blocks blocks, Things things, Finding finding) {
        return new BlockDecisions(app, blocks, things, finding, Terms.SHIPPED);
    }

    @Bean
    Watches watches(
            AppTransactions app,
            EngineTransactions engine,
            Viewers viewers,
            Things things,
            Enquiries enquiries,
            PersonSearch search,
            Secrets secrets) {
        return new Watches(
                app,
                engine,
                viewers,
                things,
                enquiries,
                search,
                secrets.key("watches"),
                Terms.SHIPPED,
                Clock.systemUTC());
    }

    @Bean(destroyMethod = "close")
    FollowLoop followLoop(
            Finding finding, Watches watches, @Value("${clew.patterns.every-milliseconds:2000}") int every) {
        return new FollowLoop(finding, watches::deliver, every);
    }
}
