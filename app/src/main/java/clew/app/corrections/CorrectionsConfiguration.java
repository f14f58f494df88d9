package clew.app.corrections;

import clew.app.store.AppTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
class CorrectionsConfiguration {

    @Bean
    Corrections corrections(AppTransactions app) {
        return new Corrections(app);
    }

    @Bean
    Rectifications rectifications(AppTransactions app) {
        return new Rectifications(app, Clock.systemUTC());
    }
}
