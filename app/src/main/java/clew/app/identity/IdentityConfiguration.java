package clew.app.identity;

import clew.app.store.AppTransactions;
import clew.app.store.EngineTransactions;
import java.time.Clock;
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
    Holdings pictureHoldings(AppTransactions app) {
        return new PictureHoldings(app);
    }
}
