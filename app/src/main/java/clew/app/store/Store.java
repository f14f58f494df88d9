package clew.app.store;

import clew.app.store.StoreSettings.Login;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The open store: the database server, up to date, and the two ways into it. Needs no Spring context, so that a command opens
 * it in a try statement; the web application wraps the same object.
 *
 * <p>The embedded server is started where it does not run, and stopped by the last program that closes it.
 */
public final class Store implements AutoCloseable {

    private static final int APP_CONNECTIONS = 12;
    private static final int ASIDE_CONNECTIONS = 4;
    private static final int ENGINE_CONNECTIONS = 6;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final StoreSettings settings;
    private final Secrets secrets;
    private final @Nullable EmbeddedServer server;
    private final Login owner;
    private final AppTransactions app;
    private final EngineTransactions engine;

    private Store(StoreSettings settings) {
        this.settings = settings;
        DataDirectory directory = DataDirectory.make(settings.directory());
        this.secrets = Secrets.in(directory);
        this.server = settings.external() == null ? keep(EmbeddedServer.open(directory, secrets)) : null;
        try {
            this.owner = server == null ? external(settings) : OwnerSetup.ownerIn(server, secrets);
            OwnerSetup.prepare(owner, secrets);
            this.app = new AppTransactions(
                    pool("clew-app", OwnerSetup.APP, APP_CONNECTIONS),
                    pool("clew-ledger", OwnerSetup.APP, ASIDE_CONNECTIONS),
                    ASIDE_CONNECTIONS);
            this.engine = new EngineTransactions(pool("clew-engine", OwnerSetup.ENGINE, ENGINE_CONNECTIONS));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Opens the store; starts the embedded server and brings the tables up to date where needed. */
    public static Store open(StoreSettings settings) {
        return new Store(settings);
    }

    public AppTransactions app() {
        return app;
    }

    public EngineTransactions engine() {
        return engine;
    }

    public Secrets secrets() {
        return secrets;
    }

    public StoreSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                throw new StoreFailure("the store does not close: " + e.getMessage(), e);
            }
        }
    }

    private static Login external(StoreSettings settings) {
        return java.util.Objects.requireNonNull(settings.external());
    }

    private HikariDataSource pool(String name, String role, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(owner.url());
        config.setUsername(role);
        config.setPassword(secrets.password(role));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        if (role.equals(OwnerSetup.APP)) {
            // Pages ask a few dozen questions over and over, each by an index: planning them anew took longer than
            // answering them.
            config.setConnectionInitSql("set plan_cache_mode = force_generic_plan");
        }
        // The server's detail quotes values of rows; they are about people and have no place in a log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return keep(new HikariDataSource(config));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        opened.push(resource);
        return resource;
    }
}
