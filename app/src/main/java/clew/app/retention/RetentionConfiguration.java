package clew.app.retention;

import clew.app.store.AppTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    Holds holds(AppTransactions app) {
        return new Holds(app);
    }

    @Bean
    Disposals disposals(AppTransactions app) {
        return new Disposals(app, Schedule.SHIPPED, Clock.systemUTC());
    }
}
