package clew.app.child;

import clew.app.identity.PersonView;
import clew.app.store.AppTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChildConfiguration {

    @Bean
    Chronology pictureChronology(AppTransactions app, PersonView persons) {
        return new PictureChronology(app, persons);
    }
}
