package clew.app.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Makes this a demonstration when {@code clew.demonstration.password} is set, with {@code clew.demonstration.users[0].sign-in-name}, {@code .who} and
 * {@code .agency} for each user named on the sign-in page.
 */
@Configuration(proxyBeanMethods = false)
class DemonstrationConfiguration {

    @Bean
    @ConditionalOnProperty("clew.demonstration.password")
    Demonstration demonstration(Environment environment) {
        return Binder.get(environment)
                .bind("clew.demonstration", Demonstration.class)
                .get();
    }
}
