package clew.app.identity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How far a Picture has come: the place of the last event whose effects it holds. It is kept in the Picture, so that it changes with it or not at all. */
final class Positions {

    private Positions() {}

    /** The last place given in what this transaction sees; what happened up to it is seen too, because places are given after the commit. */
    static long last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select coalesce(max(position), 0) from events.outbox")) {
            result.next();
            return result.getLong(1);
        }
    }
}
