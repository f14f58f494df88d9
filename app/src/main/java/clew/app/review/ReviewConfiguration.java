package clew.app.review;

import clew.app.store.AppTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    @Bean
    Queue reviewQueue(AppTransactions app) {
        return new Queue(app, Clock.systemUTC());
    }

    @Bean
    Decisions decisions(AppTransactions app) {
        return new Decisions(app, Clock.systemUTC());
    }

    @Bean
    Undo undo(AppTransactions app) {
        return new Undo(app);
    }

    @Bean
    Questions questions(AppTransactions app) {
        return new Questions(app);
    }

    @Bean
    Histories histories(AppTransactions app) {
        return new Histories(app);
    }

    @Bean
    Likenesses likenesses(AppTransactions app) {
        return new Likenesses(app, Clock.systemUTC());
    }
}
