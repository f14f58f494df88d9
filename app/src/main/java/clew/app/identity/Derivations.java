package clew.app.identity;

import clew.app.corrections.Mending;
import clew.app.identity.Extracts.Extract;
import clew.app.identity.SourceRows.Head;
import clew.app.identity.SourceRows.SourceRow;
import clew.app.intake.Derived;
import clew.core.linkage.RecordTable;
import clew.core.standard.DeploymentKey;
import clew.core.standard.PersonShape;
import clew.core.standard.Standard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads every version in force as its row was received, derives the standard records, and keeps what linking needs of the persons. */
final class Derivations {
    /** One name for all sources: records of one agency may be one person too. */
    private static final String SOURCE = "records";

    private final PersonColumns columns = new PersonColumns(Standard.shape("person"));
    private final RecordTable.Builder table = RecordTable.builder(columns.columns());
    private final List<Subject> persons = new ArrayList<>();
    /** Who are joined with nobody: the unidentified, and the sealed. */
    private final List<Subject> unidentified = new ArrayList<>();

    private final Set<UUID> sealed;
    private final Set<UUID> present;
    private long missing;

    /**
     * @param sealed records that no machine joins with any other
     * @param present records of the same people that stay in view, and take no name from the sealed ones
     */
    Derivations(Set<UUID> sealed, Set<UUID> present) {
        this.sealed = sealed;
        this.present = present;
    }

    /** Streams all rows into the tables. */
    void read(Connection connection, DeploymentKey key, DerivedTables tables) throws SQLException {
        Extracts extracts = new Extracts(connection, key);
        Mending mending = Mending.all(connection);
        try (SourceRows rows = new SourceRows(connection)) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                add(row, extracts.of(row.importNo()), mending, tables);
            }
        }
        tables.finish();
    }

    private void add(SourceRow row, Extract extract, Mending mending, DerivedTables tables) {
        Map<UUID, Derived> derived = new HashMap<>();
        extract.derivation().records(row.line(), row.body()).forEach(record -> derived.put(record.record(), record));
        for (Head head : row.heads()) {
            Derived record = derived.get(head.record());
            if (record == null) {
                missing++;
                continue;
            }
            Mending.Mended mended = mending.mend(head.record(), record.standard());
            Derived used = mended.states().isEmpty() ? record : record.with(mended.record(), mended.inForce());
            Derived shown = present.contains(head.record()) ? withoutOtherNames(used) : used;
            tables.add(extract.agency(), head, shown);
            tables.addMended(head, mended);
            addSubject(head, shown);
        }
    }

    private static Derived withoutOtherNames(Derived record) {
        return record.standard().shape() == PersonShape.SHAPE
                ? new Derived(
                        record.record(),
                        record.role(),
                        record.standard()
                                .change()
                                .clear(PersonShape.ALSO_KNOWN_AS)
                                .build(),
                        record.findings())
                : record;
    }

    private void addSubject(Head head, Derived record) {
        Subject subject = new Subject(head.record(), head.classId(), head.receivedAt());
        if (sealed.contains(head.record()) && head.shape().equals("person")) {
            unidentified.add(subject);
        } else if (head.shape().equals("person")) {
            persons.add(subject);
            table.add(SOURCE, head.record().toString(), columns.values(record.standard()));
        } else if (head.shape().equals("unidentified_person")) {
            unidentified.add(subject);
        }
    }

    RecordTable table() {
        return table.build();
    }

    /** The persons' records, in the rows of the table. */
    List<Subject> persons() {
        return persons;
    }

    List<Subject> unidentified() {
        return unidentified;
    }

    /** Versions in force whose row no longer gives their record. */
    long missing() {
        return missing;
    }
}
