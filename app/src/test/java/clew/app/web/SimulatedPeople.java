package clew.app.web;

import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The calls of the rooms below, answered with a few simulated people. */
@TestConfiguration(proxyBeanMethods = false)
class SimulatedPeople {

    @Bean
    Demonstration demonstration() {
        return new Demonstration(
                List.of(
                        new Demonstration.User(
                                Journeys.SIGN_IN_NAME, "Sam Okafor, hub decision maker", "Harrowmere Hub"),
                        new Demonstration.User("priya.nair", "Priya Nair, data steward", "Harrowmere Council")),
                Journeys.PASSWORD);
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(User.withUsername(Journeys.SIGN_IN_NAME)
                .password("{noop}" + Journeys.PASSWORD)
                .roles("HUB")
                .build());
    }
}
