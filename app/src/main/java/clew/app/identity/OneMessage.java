package clew.app.identity;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements without answers that go to the database together and are worked off in their order, in the caller's transaction: one wait instead of one for each. Empty again after
 * {@link #send}. Not thread-safe.
 */
final class OneMessage {
    private final Connection connection;
    private final List<String> statements = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    OneMessage(Connection connection) {
        this.connection = connection;
    }

    /** Adds a statement with its values: arrays as {@link #array} makes them, numbers, texts, ids. */
    void add(String statement, Object... valuesOfIt) {
        statements.add(statement);
        values.addAll(Arrays.asList(valuesOfIt));
    }

    Array array(String type, Collection<?> elements) throws SQLException {
        return array(type, elements.toArray());
    }

    Array array(String type, @Nullable Object[] elements) throws SQLException {
        return connection.createArrayOf(type, elements);
    }

    void send() throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(String.join("; ", statements))) {
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                if (value instanceof Array array) {
                    statement.setArray(i + 1, array);
                } else {
                    statement.setObject(i + 1, value);
                }
            }
            statement.execute();
        }
        statements.clear();
        values.clear();
    }
}
