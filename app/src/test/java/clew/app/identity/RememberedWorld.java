package clew.app.identity;

import clew.app.identity.Register.Changes;
import clew.app.identity.Register.Issued;
import clew.app.identity.Relinking.Relinked;
import clew.core.linkage.AppliedModel;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.standard.StandardRecord;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small world whose Picture stands in memory: records come, change and go, people decide, and a leader links by {@link Relinking}, as the one on the database does. */
final class RememberedWorld implements Around {
    private static final int ONE_CLASS = 1;

    private final AppliedModel model;
    private final Map<UUID, Held> records = new LinkedHashMap<>();
    private final Map<UUID, StandardRecord> standard = new HashMap<>();
    private final Set<UUID> sealed = new HashSet<>();
    private final Map<Integer, Said> decisions = new LinkedHashMap<>();
    private final Set<UUID> touched = new LinkedHashSet<>();
    private final Map<Long, Set<UUID>> blocking = new HashMap<>();
    private final Map<UUID, long[]> keysOf = new HashMap<>();
    private final Map<UUID, PersonRows.Member> members = new HashMap<>();
    private final Map<UUID, UUID> wholeOf = new HashMap<>();
    private final List<Issued> issued = new ArrayList<>();
    /** The records that an id was ever anchored at. */
    private final Map<UUID, Set<UUID>> anchorsOf = new HashMap<>();

    private final Map<UUID, UUID> redirects = new HashMap<>();
    private long time;

    RememberedWorld(AppliedModel model) {
        this.model = model;
    }

    /** A record comes, or says something else. */
    void says(UUID record, StandardRecord what) {
        Subject subject = new Subject(record, ONE_CLASS, Instant.ofEpochSecond(++time));
        records.put(record, new Held(subject, what.shape().name(), what.toJson()));
        standard.put(record, what);
        touched.add(record);
    }

    void withdraws(UUID record) {
        if (records.remove(record) != null) {
            standard.remove(record);
            touched.add(record);
        }
    }

    void decides(int decision, UUID one, UUID other, boolean same) {
        boolean ordered = RecordOrder.BY_TEXT.compare(one, other) < 0;
        decisions.put(decision, new Said(ordered ? one : other, ordered ? other : one, same));
        touched.addAll(Set.of(one, other));
    }

    void takesBack(int decision) {
        Said said = decisions.remove(decision);
        if (said != null) {
            touched.addAll(Set.of(said.left(), said.right()));
        }
    }

    void seals(UUID record) {
        sealed.add(record);
        touched.add(record);
    }

    void unseals(UUID record) {
        sealed.remove(record);
        touched.add(record);
    }

    /** Whether there is a record that is not sealed. */
    boolean isLinked(UUID record) {
        return records.containsKey(record) && !sealed.contains(record);
    }

    /** Whether it is of somebody known by more than a nickname. */
    boolean isKnown(UUID record) {
        return records.get(record).isPerson();
    }

    /** Whether this is all that was said of somebody known by a nickname. */
    boolean isIdentified(Said said) {
        List<UUID> nameless = Stream.of(said.left(), said.right())
                .filter(record -> !isKnown(record))
                .toList();
        return nameless.size() == 1 && said(nameless).size() == 1;
    }

    Collection<Said> decisions() {
        return decisions.values();
    }

    /** The leader links what was touched since the last time. */
    void links() {
        if (touched.isEmpty()) {
            return;
        }
        Set<UUID> again = Set.copyOf(touched);
        touched.clear();
        Derivations derived = Derivations.ofFew(model.columns(), new Seals.InForce(sealed, Set.of()));
        again.stream()
                .sorted()
                .filter(records::containsKey)
                .forEach(record -> add(derived, records.get(record), derived::addFresh));
        try {
            boolean areKnown = again.stream().anyMatch(members::containsKey);
            Set<Long> keys = replaceKeys(again, derived);
            Relinking relinking = new Relinking(model, this);
            put(again, relinking.link(relinking.gather(again, areKnown, true, Set.of(), derived, keys)));
        } catch (SQLException e) {
            throw new IllegalStateException("expected no database, found one", e);
        }
    }

    private void add(Derivations derived, Held held, BiConsumer<Subject, StandardRecord> person) {
        if (held.isPerson()) {
            person.accept(held.subject(), standard.get(held.subject().record()));
        } else {
            derived.addUnidentified(held.subject());
        }
    }

    private Set<Long> replaceKeys(Set<UUID> again, Derivations derived) {
        for (UUID record : again) {
            long[] before = keysOf.remove(record);
            for (long key : before == null ? new long[0] : before) {
                blocking.get(key).remove(record);
            }
        }
        Set<Long> all = new HashSet<>();
        List<Subject> persons = List.copyOf(derived.persons());
        if (!persons.isEmpty()) {
            long[][] keys = model.keys(derived.fresh());
            for (int row = 0; row < keys.length; row++) {
                UUID record = persons.get(row).record();
                keysOf.put(record, keys[row]);
                for (long key : keys[row]) {
                    blocking.computeIfAbsent(key, any -> new HashSet<>()).add(record);
                    all.add(key);
                }
            }
        }
        return all;
    }

    private void put(Set<UUID> again, Relinked relinked) {
        List<UUID[]> persons = relinked.persons();
        Changes changes = register(relinked).assign(persons, relinked.personBefore());
        append(changes);
        relinked.before().forEach(member -> forget(member.record()));
        again.forEach(this::forget);
        for (int person = 0; person < persons.size(); person++) {
            for (UUID record : persons.get(person)) {
                members.put(
                        record,
                        new PersonRows.Member(
                                record, ONE_CLASS, record, changes.ids().get(person)));
            }
        }
        for (int row = 0; row < relinked.partition().records(); row++) {
            UUID record = relinked.partition().subject(row).record();
            wholeOf.put(
                    record,
                    relinked.partition()
                            .subject(relinked.partition().wholeOf(row))
                            .record());
        }
    }

    private void forget(UUID record) {
        members.remove(record);
        wholeOf.remove(record);
    }

    /** As far as the records and ids concerned go, as {@link StoredRegister#around} reads it. */
    private Register register(Relinked relinked) {
        Set<UUID> anchors = new HashSet<>(relinked.personBefore().keySet());
        relinked.persons().forEach(records -> anchors.addAll(List.of(records)));
        Set<UUID> ids = new HashSet<>(relinked.personBefore().values());
        return new Register(
                issued.stream()
                        .filter(id -> ids.contains(id.person())
                                || anchorsOf.getOrDefault(id.person(), Set.of()).stream()
                                        .anyMatch(anchors::contains))
                        .toList(),
                redirects);
    }

    private void append(Changes changes) {
        issued.addAll(changes.issued());
        Stream.concat(changes.issued().stream(), changes.moved().stream())
                .forEach(id -> anchorsOf
                        .computeIfAbsent(id.person(), any -> new HashSet<>())
                        .add(id.anchor()));
        changes.moved().forEach(moved -> issued.replaceAll(id -> id.person().equals(moved.person()) ? moved : id));
        changes.redirects().forEach(redirect -> redirects.put(redirect.from(), redirect.to()));
    }

    /** The records of each person, as arrivals made them. */
    Set<Set<UUID>> persons() {
        return Set.copyOf(members.values().stream()
                .collect(Collectors.groupingBy(
                        PersonRows.Member::person, Collectors.mapping(PersonRows.Member::record, Collectors.toSet())))
                .values());
    }

    Map<UUID, UUID> personOf() {
        return members.values().stream()
                .collect(Collectors.toMap(PersonRows.Member::record, PersonRows.Member::person));
    }

    Map<UUID, UUID> wholes() {
        return wholeOf;
    }

    /** What linking everything at once makes of it. */
    Partition batch() {
        Derivations derived = Derivations.ofFew(model.columns(), new Seals.InForce(sealed, Set.of()));
        records.values().forEach(held -> add(derived, held, derived::addPerson));
        Decided decided = Decided.of(decisions.values(), derived.persons(), derived.nameless());
        LinkSettings settings = LinkSettings.defaults()
                .withPairsAbove(PictureBuild.REVIEW_FROM)
                .withThreads(1)
                .withDecisions(decided.judgements());
        LinkResult result = model.apply(derived.table(), settings, phase -> {});
        return new Partition(derived.persons(), derived.unidentified(), result, decided);
    }

    /** What a rebuild would do to the ids, from the register alone. */
    Changes rebuilt(Partition batch) {
        return new Register(issued, redirects)
                .assign(batch.persons().stream().map(batch::records).toList(), Map.of());
    }

    @Override
    public Set<UUID> wholesOf(Collection<UUID> of) {
        return of.stream().filter(wholeOf::containsKey).map(wholeOf::get).collect(Collectors.toSet());
    }

    @Override
    public List<Held> sharing(Collection<Long> keys) {
        return keys.stream()
                .flatMap(key -> blocking.getOrDefault(key, Set.of()).stream())
                .distinct()
                .map(records::get)
                .toList();
    }

    @Override
    public List<PersonRows.Member> members(Collection<UUID> wholes) {
        return members.values().stream()
                .filter(member -> wholes.contains(wholeOf.get(member.record())))
                .toList();
    }

    @Override
    public List<Held> held(Collection<UUID> of) {
        return of.stream().filter(records::containsKey).map(records::get).toList();
    }

    @Override
    public List<Said> said(Collection<UUID> of) {
        return decisions.values().stream()
                .filter(said -> of.contains(said.left()) || of.contains(said.right()))
                .toList();
    }
}
