package clew.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way to the database for the rooms that must see everything: transactions as the role {@code clew_engine}. Only identity,
 * groups, audit, intake, events, the ledger's sealer and the set-up of access may use it (a test holds them to it); nothing
 * read here goes to a person as it is. Safe for use by several threads.
 */
public final class EngineTransactions {

    private final DataSource connections;
    private final JdbcTemplate template;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    EngineTransactions(DataSource engine) {
        this.connections = engine;
        this.template = new JdbcTemplate(engine);
        this.sql = JdbcClient.create(template);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(engine));
    }

    /** All or nothing; inside another, joins it. */
    @SuppressWarnings("NullAway") // the template returns what the work returned
    public <T extends @Nullable Object> T in(Function<JdbcClient, T> work) {
        return transactions.execute(status -> work.apply(sql));
    }

    /** As {@link #in}, without a result. */
    public void run(Consumer<JdbcClient> work) {
        transactions.executeWithoutResult(status -> work.accept(sql));
    }

    /** All or nothing, on the bare connection: for COPY, batches and streams. The work must not commit or close. */
    @SuppressWarnings("NullAway") // the template returns what the work returned
    public <T extends @Nullable Object> T onConnection(ConnectionWork<T> work) {
        return transactions.execute(status -> template.execute((ConnectionCallback<T>) work::on));
    }

    /** A connection outside any transaction of ours, for a lease or a long build; the caller closes it. */
    public Connection connection() throws SQLException {
        return connections.getConnection();
    }

    /** What is done on a bare connection. */
    @FunctionalInterface
    public interface ConnectionWork<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }
}
