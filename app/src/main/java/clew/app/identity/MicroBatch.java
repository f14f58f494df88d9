package clew.app.identity;

import clew.app.events.Outbox;
import clew.app.identity.Around.Standing;
import clew.app.identity.PersonsChanged.Change;
import clew.app.identity.Register.Changes;
import clew.app.identity.Relinking.Gathered;
import clew.app.identity.Relinking.Relinked;
import clew.app.store.OneMessage;
import clew.core.linkage.AppliedModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

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
    /** What is derived from each record alone: nothing of it is read here. */
    private final OneMessage ofRecords;
    /** Their blocking keys. */
    private final OneMessage ofKeys;
    /** Who is who, in the end. */
    private final OneMessage message;

    /** @param touched with its records resolved */
    MicroBatch(Connection connection, AppliedModel model, Extracts extracts, Touched touched) {
        this.connection = connection;
        this.model = model;
        this.extracts = extracts;
        this.touched = touched;
        this.ofRecords = new OneMessage(connection);
        this.ofKeys = new OneMessage(connection);
        this.message = new OneMessage(connection);
    }

    /**
     * Does it all, and notes how far the Picture has come.
     *
     * @param position of the last event that it rests on now
     */
    void run(long position) throws SQLException {
        if (!touched.isNothing()) {
            change();
        }
        message.add("update picture.built set events_upto = ?", position);
        message.send();
    }

    private void change() throws SQLException {
        Set<UUID> records = touched.records();
        Sources sources = Sources.of(connection, extracts, records);
        Derivations derived = Derivations.ofFew(model.columns(), sources.seals());
        derive(derived, sources);
        Set<Long> keys = new Blocking(model).replace(sources.held(), derived, ofKeys);
        try (Surroundings surroundings = new Surroundings(connection, ofRecords)) {
            Relinking relinking = new Relinking(model, surroundings);
            Gathered all = relinking.gather(
                    records, !sources.held().isEmpty(), sources.areDecided(), touched.wholes(), derived, keys);
            surroundings.close();
            ofRecords.send(); // where nobody was asked about, and it did not go meanwhile
            if (all.isNothing()) {
                ofKeys.send();
            } else {
                link(relinking, all);
            }
        }
    }

    private void derive(Derivations derived, Sources sources) throws SQLException {
        Set<UUID> records = touched.records();
        if (records.isEmpty()) {
            return;
        }
        List<UUID> known = sources.known();
        if (!known.isEmpty()) {
            ofRecords.add("select picture.uncount(?)::text", ofRecords.array("uuid", known));
        }
        if (sources.isSaid()) {
            ofRecords.add("select picture.say(?, -1)::text", ofRecords.array("uuid", records));
        }
        if (!known.isEmpty()) {
            for (String delete : OF_A_RECORD) {
                ofRecords.add(delete, ofRecords.array("uuid", known));
            }
        }
        SmallCopy copy = new SmallCopy(connection, ofRecords);
        DerivedTables tables = new DerivedTables(copy);
        derived.read(sources.rows(), extracts, sources.mending(), tables);
        copy.finish();
        tables.counts().addTo(ofRecords);
        if (sources.isSaid()) {
            ofRecords.add("select picture.say(?, 1)::text", ofRecords.array("uuid", records));
        }
    }

    private void link(Relinking relinking, Gathered all) throws SQLException {
        Standing standing = all.standing();
        Set<UUID> now = new HashSet<>(all.records());
        Set<UUID> ever = new HashSet<>(now);
        Set<UUID> persons = new HashSet<>();
        standing.members().forEach(member -> {
            ever.add(member.record());
            persons.add(member.person());
        });
        OneMessage questions = new OneMessage(connection);
        Supplier<Register> register = StoredRegister.around(questions, ever, persons);
        ChangedPersons rows = new ChangedPersons(
                connection, questions, standing.members(), standing.wholes(), now, touched.records(), message);
        questions.send();
        write(relinking, all, register.get(), rows);
    }

    // Nothing is read any more: the database takes in the keys while it is worked out who is who.
    private void write(Relinking relinking, Gathered all, Register register, ChangedPersons rows) throws SQLException {
        Relinked relinked;
        Changes changes;
        try (Sending underWay = Sending.of(ofKeys)) {
            relinked = relinking.link(all);
            changes = register.assign(relinked.persons(), relinked.personBefore());
            new PersonTables(relinked.partition(), relinked.result()).write(changes.ids(), rows);
        }
        StoredRegister.appendFew(changes, new SmallCopy(connection, message));
        rows.finish();
        tell(register, changes, relinked.personBefore(), relinked.persons());
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
}
