package clew.app.quality;

import clew.app.store.AppTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QualityConfiguration {

    @Bean
    QualityTable pictureQuality(AppTransactions app) {
        return new PictureQuality(app);
    }
}
