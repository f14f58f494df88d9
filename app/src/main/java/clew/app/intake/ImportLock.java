package clew.app.intake;

import clew.app.store.EngineTransactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One import at a time of each agency and system: what is known of a record must not change while it is being compared. The lock lives with its
 * connection, so a program that dies lets it go.
 */
final class ImportLock implements AutoCloseable {

    static final int IMPORTS = 0x696d7074;

    private final Connection connection;

    private ImportLock(Connection connection) {
        this.connection = connection;
    }

    /** Waits for the lock; the connection that holds it is in a transaction of its own. */
    static ImportLock take(EngineTransactions engine, String agency, String system) throws SQLException {
        Connection connection = engine.connection();
        try {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_lock(?, hashtext(?))")) {
                statement.setInt(1, IMPORTS);
                statement.setString(2, agency + "/" + system);
                statement.execute();
            }
            connection.commit();
            return new ImportLock(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
