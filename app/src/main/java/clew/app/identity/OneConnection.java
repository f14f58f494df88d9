package clew.app.identity;

import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Lets what takes a client work on a connection that is in a transaction of its own. */
final class OneConnection {

    private OneConnection() {}

    static JdbcClient sql(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
