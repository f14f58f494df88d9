package clew.app.oversight;

import clew.app.store.AppTransactions;
import clew.app.store.EngineTransactions;
import clew.app.store.Secrets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
class OversightConfiguration {

    @Bean
    Home homes(AppTransactions app, Secrets secrets) {
        return new Home(app, secrets);
    }

    @Bean
    Findings findings(AppTransactions app) {
        return new Findings(app);
    }

    @Bean
    Detector detector(EngineTransactions engine, Home homes) {
        return new Detector(engine, homes, Clock.systemUTC());
    }

    @Bean(destroyMethod = "close")
    DetectorLoop detectorLoop(Detector detector) {
        return new DetectorLoop(detector);
    }
}
