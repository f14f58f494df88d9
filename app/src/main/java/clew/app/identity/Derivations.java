package clew.app.identity;

import clew.app.corrections.Mending;
import clew.app.identity.Extracts.Extract;
import clew.app.identity.SourceRows.Head;
import clew.app.identity.SourceRows.SourceRow;
import clew.app.intake.Derived;
import clew.core.linkage.RecordTable;
import clew.core.linkage.RecordTable.Column;
import clew.core.standard.DeploymentKey;
import clew.core.standard.PersonShape;
import clew.core.standard.Standard;
import clew.core.standard.StandardRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads every version in force as its row was received, derives the standard records, and keeps what linking needs of the persons. */
final class Derivations {
    /** One name for all sources: records of one agency may be one person too. */
    private static final String SOURCE = "records";

    private final PersonColumns columns;
    private final RecordTable.Builder table;
    /** The persons that were derived here and not added as they stood; null where nobody asks. */
    private final RecordTable.@Nullable Builder fresh;

    private final Map<Subject, @Nullable String[]> freshValues = new LinkedHashMap<>();

    private final List<Subject> persons = new ArrayList<>();
    /** Who are joined with nobody: the unidentified, and the sealed. */
    private final List<Subject> unidentified = new ArrayList<>();

    private final Set<UUID> nameless = new HashSet<>();

    private final Seals.InForce seals;
    private long missing;

    private Derivations(List<Column> wanted, Seals.InForce seals, RecordTable.@Nullable Builder fresh) {
        this.columns = new PersonColumns(Standard.shape("person"), wanted);
        this.table = RecordTable.builder(wanted);
        this.fresh = fresh;
        this.seals = seals;
    }

    /** For a build: what linking reads of a person is kept once. */
    static Derivations ofAll(List<Column> wanted, Connection connection) throws SQLException {
        return new Derivations(wanted, Seals.inForce(connection), null);
    }

    /** For a few records under these seals. */
    static Derivations ofFew(List<Column> wanted, Seals.InForce seals) {
        return new Derivations(wanted, seals, RecordTable.builder(wanted));
    }

    /** Streams all rows into the tables. */
    void readAll(Connection connection, DeploymentKey key, DerivedTables tables) throws SQLException {
        Extracts extracts = new Extracts(key);
        extracts.readAll(connection);
        Mending mending = Mending.all(connection);
        try (SourceRows rows = SourceRows.all(connection)) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                add(row, extracts.of(row.importNo()), mending, tables);
            }
        }
    }

    /** Puts the versions in force that these rows hold into the tables. */
    void read(List<SourceRow> rows, Extracts extracts, Mending mending, DerivedTables tables) {
        for (SourceRow row : rows) {
            add(row, extracts.of(row.importNo()), mending, tables);
        }
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
            Derived shown = seals.present().contains(head.record()) ? withoutOtherNames(used) : used;
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
        if (head.shape().equals("person")) {
            addFresh(subject, record.standard());
        } else if (head.shape().equals("unidentified_person")) {
            addUnidentified(subject);
        }
    }

    /** A person as they are derived now. */
    void addFresh(Subject subject, StandardRecord record) {
        addPerson(subject, record);
        if (fresh != null && !seals.sealed().contains(subject.record())) {
            @Nullable String[] values = columns.values(record);
            fresh.add(SOURCE, subject.record().toString(), values);
            freshValues.put(subject, values);
        }
    }

    /** A person as the Picture has them already: to be linked with those that were read. */
    void addPerson(Subject subject, StandardRecord record) {
        if (seals.sealed().contains(subject.record())) {
            unidentified.add(subject);
        } else {
            persons.add(subject);
            table.add(SOURCE, subject.record().toString(), columns.values(record));
        }
    }

    /** An unidentified person: no machine joins them with anybody, but people may have identified them. */
    void addUnidentified(Subject subject) {
        if (!seals.sealed().contains(subject.record())) {
            nameless.add(subject.record());
        }
        unidentified.add(subject);
    }

    /** Of the unidentified those whom people may identify. */
    Set<UUID> nameless() {
        return nameless;
    }

    /** The persons that were derived here, in the first rows of {@link #persons}. */
    RecordTable fresh() {
        return Objects.requireNonNull(fresh, "of all records nothing is kept twice")
                .build();
    }

    /** The same with others behind them, of another source: to be compared with those that were derived here, and not with each other. */
    RecordTable freshBeside(List<Around.Held> others) {
        RecordTable.Builder both = RecordTable.builder(columns.columns());
        freshValues.forEach(
                (subject, values) -> both.add(SOURCE, subject.record().toString(), values));
        others.forEach(
                other -> both.add("held", other.subject().record().toString(), columns.values(other.standard())));
        return both.build();
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
