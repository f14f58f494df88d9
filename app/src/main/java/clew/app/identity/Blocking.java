package clew.app.identity;

import clew.app.store.OneMessage;
import clew.core.linkage.AppliedModel;
import clew.core.linkage.RecordTable;
import clew.core.standard.Standard;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The stored blocking keys of records: what a record is looked up by when another arrives. */
final class Blocking {
    private static final String DELETE = """
            delete from picture.blocking b using unnest(?::bigint[], ?::uuid[]) d (key, record_id)
             where b.key = d.key and b.record_id = d.record_id""";
    private static final String INSERT = """
            insert into picture.blocking select key, record_id from unnest(?::bigint[], ?::uuid[]) n (key, record_id) on conflict do nothing""";

    private final AppliedModel model;

    Blocking(AppliedModel model) {
        this.model = model;
    }

    private record Entry(long key, UUID record) {}

    /** Copies the keys of a table's records into a new Picture. */
    static void copy(AppliedModel model, RecordTable table, List<Subject> subjects, CopyRows rows) {
        long[][] keys = model.keys(table);
        for (int row = 0; row < keys.length; row++) {
            for (long key : keys[row]) {
                rows.number(key).uuid(subjects.get(row).record()).end();
            }
        }
    }

    /**
     * Puts the keys of records as they were derived now in the place of those that they had.
     *
     * @param before these records as the Picture had them
     * @param message that takes the changes
     * @return the keys that any of them has now
     */
    Set<Long> replace(List<Around.Held> before, Derivations now, OneMessage message) throws SQLException {
        Set<Entry> stale = before(before);
        Set<Entry> entries = entries(now.fresh(), now.persons());
        stale.removeAll(entries);
        change(DELETE, stale, message);
        change(INSERT, entries, message); // all of them: one that was sealed has a body and no keys
        Set<Long> keys = new HashSet<>();
        entries.forEach(entry -> keys.add(entry.key));
        return keys;
    }

    private Set<Entry> before(List<Around.Held> before) {
        RecordTable.Builder table = RecordTable.builder(model.columns());
        PersonColumns columns = new PersonColumns(Standard.shape("person"), model.columns());
        List<Subject> subjects = new ArrayList<>();
        before.stream().filter(Around.Held::isPerson).forEach(held -> {
            subjects.add(held.subject());
            table.add("records", held.subject().record().toString(), columns.values(held.standard()));
        });
        return subjects.isEmpty() ? new HashSet<>() : entries(table.build(), subjects);
    }

    private Set<Entry> entries(RecordTable table, List<Subject> subjects) {
        Set<Entry> entries = new HashSet<>();
        if (subjects.isEmpty()) {
            return entries;
        }
        long[][] keys = model.keys(table);
        for (int row = 0; row < keys.length; row++) {
            UUID record = subjects.get(row).record();
            Arrays.stream(keys[row]).forEach(key -> entries.add(new Entry(key, record)));
        }
        return entries;
    }

    private static void change(String statement, Set<Entry> entries, OneMessage message) throws SQLException {
        if (!entries.isEmpty()) {
            message.add(
                    statement,
                    message.array("bigint", entries.stream().map(Entry::key).toList()),
                    message.array("uuid", entries.stream().map(Entry::record).toList()));
        }
    }
}
