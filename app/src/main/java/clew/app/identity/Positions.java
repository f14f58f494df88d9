package clew.app.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How far a Picture has come: the place of the last event whose effects it holds. It is kept in the Picture, so that it changes with it or not at all. */
final class Positions {

    private Positions() {}

    /**
     * The last place given to an event that {@link Touched} hears, in what this transaction sees; what happened up to it is seen too, because places are given after the
     * commit.
     */
    static long last(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select coalesce((select position from events.outbox where position is not null and kind = any (?)"
                        + " order by position desc limit 1), 0)")) {
            statement.setArray(1, connection.createArrayOf("text", Touched.KINDS.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
