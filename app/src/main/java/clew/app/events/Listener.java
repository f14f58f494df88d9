package clew.app.events;

import clew.app.store.EngineTransactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Wakes whoever waits for events, at the commit of the transaction that wrote one, whichever server it was. Holds a connection; used by one thread. */
public final class Listener implements AutoCloseable {

    private final Connection connection;

    /** @throws SQLException when the database is away */
    public Listener(EngineTransactions engine) throws SQLException {
        connection = engine.connection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen clew_events");
        }
    }

    /** Waits until an event was written since the last call, or the time is over; returns the kinds of those that were. */
    public Set<String> await(Duration most) throws SQLException {
        Set<String> kinds = new HashSet<>();
        PGNotification[] told =
                connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(Math.max(1, most.toMillis())));
        if (told != null) { // what the driver says where there is none
            Arrays.stream(told).forEach(one -> kinds.add(one.getParameter()));
        }
        return kinds;
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("unlisten clew_events");
        }
    }
}
