package clew.app.intake;

import clew.app.store.Store;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    SentRows sentRows(Store store) {
        return new SentRows(store, Clock.systemUTC());
    }
}
