package clew.app.events;

import clew.app.store.EngineTransactions;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

    @Bean(destroyMethod = "close")
    EventLoop eventLoop(EngineTransactions engine, ObjectProvider<Consumer> consumers) {
        return new EventLoop(engine, List.copyOf(consumers.orderedStream().toList()));
    }
}
