package clew.app.store;

import java.sql.PreparedStatement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way to the database for everything that is returned to people: transactions as the role {@code clew_app}, each carrying
 * its reader's rights. Row-level security compares every row with them; without them, or outside a transaction, no row shows.
 *
 * <p>A transaction inside another joins it when the rights are the same; with other rights it is refused, because rows read
 * under one right must not be mixed with rows read under another. Safe for use by several threads.
 */
public final class AppTransactions {

    private static final int WAIT_SECONDS = 5;

    private static final String RIGHTS = "select set_config('clew.classes', ?, true),"
            + " set_config('clew.pointed', ?, true), set_config('clew.user', ?, true)";
    // One trip to the server: pages read one consistent picture, and cannot write.
    private static final String READ_RIGHTS = "set transaction isolation level repeatable read, read only; " + RIGHTS;

    private final JdbcTemplate template;
    private final JdbcClient sql;
    private final JdbcClient aside;
    /** Who came first goes first: the pool itself gives a connection back to the thread that had it last, and of many at once some waited forty times as long as others. */
    private final Semaphore turns;

    private final TransactionTemplate transactions;
    private final ThreadLocal<@Nullable Held> held = new ThreadLocal<>();

    /**
     * @param app connections as {@code clew_app}
     * @param aside others, kept for rows that must be in before an answer goes out, so that they never wait for a reader
     * @param turns how many of those there are
     */
    AppTransactions(DataSource app, DataSource aside, int turns) {
        this.template = new JdbcTemplate(app);
        this.sql = JdbcClient.create(template);
        this.aside = JdbcClient.create(aside);
        this.turns = new Semaphore(turns, true);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(app));
    }

    /** Reads, from one snapshot; a change is refused by the database. */
    public <T extends @Nullable Object> T read(Rights rights, Function<JdbcClient, T> work) {
        return within(new Held(rights, false), work);
    }

    /** Reads and appends, all or nothing. */
    public <T extends @Nullable Object> T write(Rights rights, Function<JdbcClient, T> work) {
        return within(new Held(rights, true), work);
    }

    /** As {@link #write}, without a result. */
    public void run(Rights rights, Consumer<JdbcClient> work) {
        this.<@Nullable Void>within(new Held(rights, true), client -> {
            work.accept(client);
            return null;
        });
    }

    /** Appends at once, whatever becomes of a transaction around it; has no rights, so it can read no protected row. */
    public <T extends @Nullable Object> T append(Function<JdbcClient, T> work) {
        try {
            if (!turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new CannotGetJdbcConnectionException("expected a turn within " + WAIT_SECONDS + " s, found none");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGetJdbcConnectionException("expected a turn, found an interruption");
        }
        try {
            return work.apply(aside);
        } finally {
            turns.release();
        }
    }

    @SuppressWarnings("NullAway") // the template returns what the work returned
    private <T extends @Nullable Object> T within(Held wanted, Function<JdbcClient, T> work) {
        Held outer = held.get();
        if (outer != null) {
            outer.requireCovers(wanted);
            return work.apply(sql);
        }
        held.set(wanted);
        try {
            return transactions.execute(status -> {
                carry(wanted);
                return work.apply(sql);
            });
        } finally {
            held.remove();
        }
    }

    private void carry(Held wanted) {
        PreparedStatementCallback<Boolean> execute = (PreparedStatement statement) -> {
            statement.setString(1, Rights.asText(wanted.rights.classes()));
            statement.setString(2, Rights.asText(wanted.rights.pointed()));
            statement.setString(3, wanted.rights.user().toString());
            return statement.execute();
        };
        template.execute(wanted.writing ? RIGHTS : READ_RIGHTS, execute);
    }

    private record Held(Rights rights, boolean writing) {

        void requireCovers(Held inner) {
            if (!rights.equals(inner.rights)) {
                throw new IllegalStateException(
                        "expected a transaction inside another to carry the same rights, found others");
            }
            if (inner.writing && !writing) {
                throw new IllegalStateException(
                        "expected a writing transaction around a writing one, found a reading one");
            }
        }
    }
}
