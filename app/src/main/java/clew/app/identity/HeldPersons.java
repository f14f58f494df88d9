package clew.app.identity;

import clew.app.store.EngineTransactions;
import clew.app.store.StoreFailure;
import clew.core.linkage.RecordTable;
import clew.core.standard.DeploymentKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** All records of persons that the store holds, as linking reads them, without a build of the Picture: to learn a model from, and to see what a model would do. */
final class HeldPersons {
    private final RecordTable table;
    private final List<Subject> subjects;

    private HeldPersons(RecordTable table, List<Subject> subjects) {
        this.table = table;
        this.subjects = subjects;
    }

    /** Reads them all, in memory of some hundred bytes a record. */
    static HeldPersons read(EngineTransactions engine, DeploymentKey key) {
        try (Connection connection = engine.connection()) {
            connection.setAutoCommit(false);
            try {
                Derivations derived = Derivations.ofAll(PersonColumns.all(), connection);
                derived.readAll(connection, key, new DerivedTables(new Nowhere()));
                return new HeldPersons(derived.table(), derived.persons());
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new StoreFailure("the records of persons could not be read: " + e.getMessage(), e);
        }
    }

    RecordTable table() {
        return table;
    }

    /** When a row of the table was received. */
    Instant receivedAt(int row) {
        return subjects.get(row).receivedAt();
    }

    /** Rows that nobody keeps. */
    private static final class Nowhere implements CopyTables {
        @Override
        public CopyRows table(String name) {
            return new CopyRows(this, name, 1 << 10);
        }

        @Override
        public void send(String command, byte[] bytes, int length) {}
    }
}
