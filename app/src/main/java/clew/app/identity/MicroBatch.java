package clew.app.identity;

import clew.app.events.Outbox;
import clew.app.identity.PersonsChanged.Change;
import clew.app.identity.Register.Changes;
import clew.app.identity.Relinking.Relinked;
import clew.core.linkage.AppliedModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Changes the Picture in force to what a build would make after some records were accepted, corrected, withdrawn, moved to another class or decided on. What is
 * derived from each of them alone is derived again. Who is who is worked out anew for all that hangs together with them before or after, by the functions of the
 * build: the persons of a union of wholes are those that a build finds there (see {@link AppliedModel}). Works in the caller's transaction; used once.
 */
final class MicroBatch {
    private static final List<String> OF_A_RECORD = List.of(
            "delete from picture.record where record_id = any (?)",
            "delete from picture.reference where from_record = any (?)",
            "delete from picture.token where record_id = any (?)",
            "delete from picture.finding where record_id = any (?)",
            "delete from picture.mended where record_id = any (?)");

    private final Connection connection;
    private final AppliedModel model;
    private final Extracts extracts;
    private final Touched touched;
    private final Surroundings surroundings;
    /** All changes, in the end: what is read before stands as it stood. */
    private final OneMessage message;

    /** @param touched with its records resolved */
    MicroBatch(Connection connection, AppliedModel model, Extracts extracts, Touched touched) {
        this.connection = connection;
        this.model = model;
        this.extracts = extracts;
        this.touched = touched;
        this.surroundings = new Surroundings(connection);
        this.message = new OneMessage(connection);
    }

    /** Does it all; returns how many records were linked. */
    int run() throws SQLException {
        Set<UUID> records = touched.records();
        List<Around.Held> held = surroundings.held(records);
        Derivations derived = Derivations.ofFew(model.columns(), connection);
        derive(derived, held);
        Set<Long> keys = new Blocking(model).replace(held, derived, message);
        Relinked relinked =
                new Relinking(model, surroundings).of(records, !held.isEmpty(), touched.wholes(), derived, keys);
        if (!relinked.before().isEmpty() || relinked.partition().records() > 0) {
            write(relinked);
        }
        message.send();
        return relinked.partition().records();
    }

    private void derive(Derivations derived, List<Around.Held> held) throws SQLException {
        Set<UUID> records = touched.records();
        if (records.isEmpty()) {
            return;
        }
        List<UUID> known = held.stream().map(one -> one.subject().record()).toList();
        if (!known.isEmpty()) {
            message.add("select picture.uncount(?)::text", message.array("uuid", known));
        }
        message.add("select picture.say(?, -1)::text", message.array("uuid", records));
        if (!known.isEmpty()) {
            for (String delete : OF_A_RECORD) {
                message.add(delete, message.array("uuid", known));
            }
        }
        SmallCopy copy = new SmallCopy(connection, message);
        DerivedTables tables = new DerivedTables(copy);
        derived.read(connection, extracts, records, tables);
        copy.finish();
        tables.counts().addTo(message);
        message.add("select picture.say(?, 1)::text", message.array("uuid", records));
    }

    private void write(Relinked relinked) throws SQLException {
        Set<UUID> now = relinked.now();
        Map<UUID, UUID> personBefore = relinked.personBefore();
        List<UUID[]> persons = relinked.persons();
        StoredRegister stored = new StoredRegister(connection);
        Register register = stored.around(union(now, personBefore.keySet()), new HashSet<>(personBefore.values()));
        Changes changes = register.assign(persons, personBefore);
        ChangedPersons rows =
                new ChangedPersons(connection, relinked.before(), relinked.wholes(), now, touched.records(), message);
        StoredRegister.appendFew(changes, new SmallCopy(connection, message));
        new PersonTables(relinked.partition(), relinked.result()).write(changes.ids(), rows);
        rows.finish();
        tell(register, changes, personBefore, persons);
    }

    private void tell(Register register, Changes changes, Map<UUID, UUID> personBefore, List<UUID[]> persons) {
        Map<UUID, UUID> after = new HashMap<>();
        for (int person = 0; person < persons.size(); person++) {
            for (UUID record : persons.get(person)) {
                after.put(record, changes.ids().get(person));
            }
        }
        // A record that was set apart had an id that was never issued until now.
        Map<UUID, UUID> known = new HashMap<>(personBefore);
        known.values().retainAll(register.ids());
        Set<UUID> lost = new HashSet<>(touched.persons());
        lost.retainAll(register.ids());
        List<Change> told = new PersonsChanged(known, after).changes(touched.records(), lost);
        if (!told.isEmpty()) {
            message.add(Outbox.PUT, PersonsChanged.KIND, PersonsChanged.json(told, touched.records()));
        }
    }

    private static Set<UUID> union(Set<UUID> one, Set<UUID> other) {
        Set<UUID> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
