package clew.app.intake;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Takes rows of one table, value by value as text, and sends them in one go. Not thread-safe. */
interface RowText {

    RowText text(String value);

    RowText number(long value);

    /** A value whose words need no escape: a number, a time, an id, truth; null is null. */
    RowText plain(@Nullable Object value);

    RowText bytes(byte[] value);

    void end();

    /** Sends the rows and forgets them. */
    void send(Connection connection) throws SQLException;
}
