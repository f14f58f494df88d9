package clew.app.identity;

import clew.app.intake.Arrivals;
import clew.app.intake.Intake;
import clew.app.store.AppTransactions;
import clew.app.store.EngineTransactions;
import clew.app.store.Secrets;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    PersonSearch pictureSearch(AppTransactions app, EngineTransactions engine) {
        Picture.ensure(engine);
        return new PersonIndex(app, Clock.systemUTC());
    }

    @Bean
    Matching matching(AppTransactions app, EngineTransactions engine, PersonSearch afterPicture) {
        return new Matching(app, engine, Clock.systemUTC());
    }

    @Bean
    PersonPages picturePersons(AppTransactions app) {
        return new PersonPages(app, Clock.systemUTC());
    }

    @Bean
    PairView picturePairs(AppTransactions app, PersonPages persons) {
        return new PairPages(app, persons);
    }

    @Bean
    Seals seals(EngineTransactions engine) {
        return new Seals(engine);
    }

    @Bean
    Linked linked(EngineTransactions engine) {
        return new Linked(engine);
    }

    @Bean
    Arrivals arrivals(EngineTransactions engine, Secrets secrets) {
        return Arrivals.into(engine, Intake.recordKey(secrets), Clock.systemUTC());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "clew.linking", havingValue = "true", matchIfMissing = true)
    LinkingLoop linkingLoop(EngineTransactions engine, Secrets secrets, Linked linked, PersonSearch afterPicture) {
        LinkingLeader leader = new LinkingLeader(
                engine,
                Intake.recordKey(secrets),
                Clock.systemUTC(),
                Runtime.getRuntime().availableProcessors());
        return new LinkingLoop(engine, leader, linked);
    }

    @Bean
    EarlierContacts earlierContacts(AppTransactions app) {
        return new EarlierContacts(app);
    }

    @Bean
    KnownThings knownThings(AppTransactions app) {
        return new KnownThings(app);
    }

    @Bean
    DriftWatch driftWatch(EngineTransactions engine) {
        return new DriftWatch(engine, Clock.systemUTC());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "clew.linking", havingValue = "true", matchIfMissing = true)
    DriftLoop driftLoop(DriftWatch watch, PersonSearch afterPicture) {
        return new DriftLoop(watch);
    }

    @Bean
    Holdings pictureHoldings(AppTransactions app) {
        return new PictureHoldings(app, Clock.systemUTC());
    }
}
