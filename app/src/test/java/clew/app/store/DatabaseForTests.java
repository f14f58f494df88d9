package clew.app.store;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A fresh, migrated database for one test class, in milliseconds, with the store open on it:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final DatabaseForTests database = new DatabaseForTests();
 *
 * database.engine().run(sql -> ...);                       // as the engine, which sees all
 * database.asReaderOf(Set.of(1, 2), sql -> ...);          // as clew_app with these classes
 * database.owner().sql("...").update();                    // as the owner, for what no role may do
 * }</pre>
 */
public final class DatabaseForTests implements BeforeAllCallback, AfterAllCallback {

    /** The user on whose behalf {@link #asReaderOf} reads. */
    public static final UUID READER = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Supplier<TestServer> wanted;
    private final String name = "t_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    private @Nullable Store store;
    private @Nullable TestServer server;

    /** On the server of this run: the embedded one, or that of {@code -Dclew.test.db.url}. */
    public DatabaseForTests() {
        this(TestServers::ofThisRun);
    }

    private DatabaseForTests(Supplier<TestServer> wanted) {
        this.wanted = wanted;
    }

    /** On Debian's PostgreSQL 15; skips the class, saying so, where it is not installed. */
    public static DatabaseForTests onPostgres15() {
        return new DatabaseForTests(TestServers::postgres15);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** For use without JUnit's extension (a Spring context that is made before it). */
    public synchronized Store open() {
        if (store == null) {
            server = wanted.get();
            store = Store.open(
                    new StoreSettings(server.directory().root(), server.fresh(name.toLowerCase(Locale.ROOT))));
        }
        return store;
    }

    public synchronized void close() {
        if (store != null) {
            store.close();
            store = null;
            java.util.Objects.requireNonNull(server).drop(name);
        }
    }

    public Store store() {
        return open();
    }

    /** What another store opens to come to the same database: a second server side by side, or a Spring context. */
    public StoreSettings settings() {
        return open().settings();
    }

    public AppTransactions app() {
        return open().app();
    }

    public EngineTransactions engine() {
        return open().engine();
    }

    /** Sets a Spring context on this database; call it from a {@code @DynamicPropertySource}. */
    public void register(DynamicPropertyRegistry registry) {
        StoreSettings.Login login = java.util.Objects.requireNonNull(settings().external());
        // What a test puts into the Picture stays as it put it.
        registry.add("clew.linking", () -> "false");
        registry.add("clew.data", () -> settings().directory().toString());
        registry.add("clew.db.url", login::url);
        registry.add("clew.db.user", login::user);
        registry.add("clew.db.password", login::password);
    }

    /** As the owner of the tables, whom no row-level security holds. */
    public JdbcClient owner() {
        StoreSettings.Login login = java.util.Objects.requireNonNull(settings().external());
        return JdbcClient.create(new DriverManagerDataSource(login.url(), login.user(), login.password()));
    }

    /** Reads as {@code clew_app} what a reader of these classes may see. */
    public <T extends @Nullable Object> T asReaderOf(Set<Integer> classes, Function<JdbcClient, T> work) {
        return app().read(Rights.of(READER, classes), work);
    }
}
