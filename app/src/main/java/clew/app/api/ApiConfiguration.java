package clew.app.api;

import clew.app.store.AppTransactions;
import clew.app.store.Secrets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    AnsweredCalls answeredCalls(AppTransactions app, Secrets secrets) {
        return new AnsweredCalls(app, secrets.key("api-replies"), Clock.systemUTC());
    }
}
