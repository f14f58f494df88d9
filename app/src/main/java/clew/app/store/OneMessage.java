package clew.app.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements that go to the database together and are worked off in their order, in the caller's transaction: one wait instead of one for each. Each sees what those before it
 * did. Empty again after {@link #send}. Not thread-safe.
 */
public final class OneMessage {
    private final Connection connection;
    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();

    /** @param connection in a transaction */
    public OneMessage(Connection connection) {
        this.connection = connection;
    }

    /** What is done with a row of an answer. */
    @FunctionalInterface
    public interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** A value as text, of the type of its place. */
    public record Text(@Nullable String value) {}

    /** Adds a statement with its values: arrays as {@link #array} makes them, numbers, texts, ids. What it answers is not read. */
    public void add(String statement, @Nullable Object... valuesOfIt) {
        ask(statement, row -> {}, valuesOfIt);
    }

    /** Adds one statement whose answer is read row by row, after all of the message was worked off. */
    public void ask(String statement, Reader eachRow, @Nullable Object... valuesOfIt) {
        statements.add(statement);
        readers.add(eachRow);
        values.addAll(Arrays.asList(valuesOfIt));
    }

    public Array array(String type, Collection<?> elements) throws SQLException {
        return array(type, elements.toArray());
    }

    public Array array(String type, @Nullable Object[] elements) throws SQLException {
        return connection.createArrayOf(type, elements);
    }

    /** Sends all, and reads the answers in the order of their statements. */
    public void send() throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(String.join("; ", statements))) {
            for (int i = 0; i < values.size(); i++) {
                set(statement, i + 1, values.get(i));
            }
            statement.execute();
            for (int i = 0; i < readers.size(); i++) {
                read(statement.getResultSet(), readers.get(i));
                statement.getMoreResults();
            }
        }
        statements.clear();
        values.clear();
        readers.clear();
    }

    private static void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case Array array -> statement.setArray(place, array);
            case Text text -> statement.setObject(place, text.value, Types.OTHER);
            default -> statement.setObject(place, value);
        }
    }

    private static void read(@Nullable ResultSet answer, Reader reader) throws SQLException {
        if (answer == null) {
            return;
        }
        try (answer) {
            while (answer.next()) {
                reader.read(answer);
            }
        }
    }
}
