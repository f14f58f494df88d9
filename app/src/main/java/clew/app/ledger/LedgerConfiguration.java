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
    Sealer sealer(EngineTransactions engine, StoreSettings settings) {
        return new Sealer(engine, Ledger.anchors(settings));
    }

    @Bean(destroyMethod = "close")
    SealerLoop sealerLoop(Sealer sealer) {
        return new SealerLoop(sealer);
    }
}
