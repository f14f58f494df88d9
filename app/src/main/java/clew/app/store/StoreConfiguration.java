package clew.app.store;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The store as beans. There is no {@code DataSource} bean on purpose: a connection outside these two kinds of transaction
 * would carry no rights, or all of them.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean(destroyMethod = "close")
    Store store(Environment environment) {
        Map<String, String> settings = new HashMap<>();
        for (String name : new String[] {"CLEW_DATA", "CLEW_DB_URL", "CLEW_DB_USER", "CLEW_DB_PASSWORD"}) {
            String value = environment.getProperty(
                    name.toLowerCase(java.util.Locale.ROOT).replace('_', '.'), "");
            settings.put(name, value);
        }
        return Store.open(StoreSettings.from(null, settings));
    }

    @Bean
    AppTransactions appTransactions(Store store) {
        return store.app();
    }

    @Bean
    EngineTransactions engineTransactions(Store store) {
        return store.engine();
    }

    @Bean
    Secrets secrets(Store store) {
        return store.secrets();
    }

    @Bean
    StoreSettings storeSettings(Store store) {
        return store.settings();
    }
}
