package clew.app.ledger;

import clew.app.store.AppTransactions;
import clew.app.store.EngineTransactions;
import clew.app.store.Secrets;
import clew.app.store.StoreSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    Ledger ledger(AppTransactions app, Secrets secrets) {
        return Ledger.of(app, secrets);
    }

    @Bean
    Looks looks(AppTransactions app, Secrets secrets) {
        return new Looks(app, new SearchTerms(secrets.key("search-terms")));
    }

    @Bean
    Sealer sealer(EngineTransactions engine, StoreSettings settings) {
        return new Sealer(engine, Anchors.of(settings, System.getenv()));
    }

    @Bean(destroyMethod = "close")
    SealerLoop sealerLoop(Sealer sealer) {
        return new SealerLoop(sealer);
    }
}
