package clew.app.cli;

import clew.app.access.Action;
import clew.app.access.OpensStore;
import clew.app.store.Store;
import clew.app.store.StoreSettings;
import clew.app.web.Demonstration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clew demo}: a simulated region from every agency's own extracts to pages, in one command. A second run serves what the first one made. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Simulates a region, imports its agencies' extracts, joins them and serves the pages. Nobody in it is real.")
@OpensStore(Action.OPERATE)
public final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--people",
            defaultValue = "20000",
            description = "Inhabitants of the region. Default: ${DEFAULT-VALUE}.")
    private int people;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Another seed, another region. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/demo",
            description = "Where the demonstration keeps its data. Default: ${DEFAULT-VALUE}.")
    private Path directory = Path.of("");

    @Option(names = "--port", paramLabel = "N", description = "Port; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(names = "--no-serve", description = "Ends when the region is joined, without serving the pages.")
    private boolean noServe;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        DemoRegion region = new DemoRegion(directory, people, seed);
        Demonstration demonstration = prepare(region, out);
        if (noServe) {
            return 0;
        }
        CountDownLatch closed = new CountDownLatch(1);
        ConfigurableApplicationContext context = ServeCommand.start(
                this,
                Map.of("server.port", port, "clew.data", directory.toString()),
                event -> closed.countDown(),
                context1 -> context1.getBeanFactory().registerSingleton("demonstration", demonstration));
        out.printf("%nClew is at %s%n", ServeCommand.address(context));
        out.println("Sign in as one of these, password " + demonstration.password() + ":");
        demonstration
                .users()
                .forEach(user -> out.printf("  %-14s %s, %s%n", user.signInName(), user.who(), user.agency()));
        out.println("Everyone in it is simulated. Stop with Ctrl-C; run ./clew demo again to come back to it.");
        out.flush();
        closed.await();
        return 0;
    }

    private Demonstration prepare(DemoRegion region, PrintWriter out) throws IOException {
        // The demonstration never touches a database of the deployment's own: always the embedded one in its folder.
        try (Store store = StoreOptions.open(StoreSettings.from(directory, Map.of()), this)) {
            return region.in(store, out);
        }
    }
}
