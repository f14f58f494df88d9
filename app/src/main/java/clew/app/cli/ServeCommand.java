package clew.app.cli;

import clew.app.access.Action;
import clew.app.access.OpensStore;
import clew.app.ledger.Ledger;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clew serve}: the pages, on this machine only, until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the pages on this machine until it is stopped (Ctrl-C).")
@OpensStore(Action.OPERATE)
public final class ServeCommand implements Callable<Integer> {

    // By name: the application's main method leads here, and rooms do not use each other in a circle.
    private static final String APPLICATION = "clew.app.Clew";

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Option(names = "--port", paramLabel = "N", description = "Port; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> properties = new HashMap<>(Map.of("server.port", port));
        if (store.directory() != null) {
            properties.put("clew.data", store.directory().toString());
        }
        CountDownLatch closed = new CountDownLatch(1);
        ConfigurableApplicationContext context = start(this, properties, event -> closed.countDown(), nothing -> {});
        System.out.println("Clew is at " + address(context));
        closed.await();
        return 0;
    }

    /** Starts the web application with these properties, for this command and for others that serve in the end. */
    public static ConfigurableApplicationContext start(
            Callable<?> command,
            Map<String, Object> properties,
            ApplicationListener<ContextClosedEvent> whenClosed,
            ApplicationContextInitializer<ConfigurableApplicationContext> more) {
        SpringApplicationBuilder application = new SpringApplicationBuilder();
        application.application().setSources(Set.of(APPLICATION));
        ConfigurableApplicationContext context = application
                .logStartupInfo(false)
                .properties("clew.pages.warm=true")
                .listeners(whenClosed)
                .initializers(more)
                // What the command line said counts more than the environment: not Spring's "defaults".
                .initializers(made -> made.getEnvironment()
                        .getPropertySources()
                        .addFirst(new org.springframework.core.env.MapPropertySource("command line", properties)))
                .run();
        context.getBean(Ledger.class).enter(StoreOptions.entry(command.getClass()));
        return context;
    }

    /** Where its pages are. */
    public static String address(ConfigurableApplicationContext context) {
        return "http://localhost:"
                + Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                        .getPort() + "/";
    }
}
