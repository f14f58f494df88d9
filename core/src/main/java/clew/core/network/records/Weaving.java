package clew.core.network.records;

import clew.core.network.Bearing;
import clew.core.network.BlockList;
import clew.core.network.Episode;
import clew.core.network.Evidence;
import clew.core.network.Part;
import clew.core.network.Source;
import clew.core.network.SubjectKind;
import clew.core.network.records.Fact.Happening;
import clew.core.network.records.Fact.Item;
import clew.core.network.records.Fact.Named;
import clew.core.network.records.Fact.Relation;
import clew.core.network.records.Fact.Role;
import clew.core.network.records.Fact.Somebody;
import clew.core.network.records.Fact.Thing;
import clew.core.network.records.Fact.Unidentified;
import clew.core.standard.UncertainDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weaves facts into evidence. Used once. */
final class Weaving {
    private static final String SUSPECTED_FALSE = "E";
    private static final Set<String> UNSTATED = Set.of("associate", "other");
    private static final LocalDate LONG_AGO = LocalDate.of(UncertainDate.FIRST_YEAR, 1, 1);
    private static final LocalDate FAR_AHEAD = LocalDate.of(UncertainDate.LAST_YEAR, 12, 31);

    private final RecordNetwork.Builder told;
    private final Persons persons;
    private final Reasons reasons;
    /** As it is given, by subjects or records; by subjects once these are told. */
    private BlockList blocked;

    private final Map<UUID, String> things;
    private final Map<UUID, List<Role>> rolesOf = new HashMap<>();
    private final Map<UUID, List<Item>> itemsOf = new HashMap<>();
    private final List<Item> apart = new ArrayList<>();
    private final Set<String> sensitive = new HashSet<>();
    private final Set<String> dated = new HashSet<>();
    private final SortedMap<String, About> about = new TreeMap<>();
    private final Evidence.Builder evidence = new Evidence.Builder();

    Weaving(RecordNetwork.Builder told, Persons persons, Reasons reasons, BlockList blocked) {
        this.told = told;
        this.blocked = blocked;
        this.persons = persons;
        this.reasons = reasons;
        this.things = told.things();
    }

    RecordNetwork network() {
        told.subjects.values().forEach(this::subject);
        blocked = ofSubjects();
        told.roles
                .values()
                .forEach(role -> rolesOf.computeIfAbsent(role.event(), event -> new ArrayList<>())
                        .add(role));
        assignItems();
        told.happenings
                .values()
                .forEach(happening -> episode(happening, itemsOf.getOrDefault(happening.record(), List.of())));
        apart.stream()
                .filter(item -> item.itself().when() != null)
                .forEach(item -> episode(item.itself(), itemsOf.getOrDefault(item.record(), List.of())));
        told.relations.values().forEach(this::relation);
        if (reasons.inferred()) {
            Inference inference = new Inference(this::idOf, evidence);
            inference.households(told.subjects.values());
            inference.caseloads(
                    told.relations.values().stream().filter(this::isUnstated).toList(), told.agencies);
        }
        return new RecordNetwork(evidence.build(), about);
    }

    /** What is on the list, by its id: a thing is on it where any of its records is. Nobody ever is. */
    private BlockList ofSubjects() {
        Map<String, String> why = new HashMap<>();
        about.forEach((id, known) -> {
            if (!known.kind().isSomebody()) {
                Stream.concat(Stream.of(id), known.records().stream().map(UUID::toString))
                        .flatMap(named -> Stream.ofNullable(blocked.why(named)))
                        .findFirst()
                        .ifPresent(words -> why.put(id, words));
            }
        });
        return BlockList.of(why);
    }

    private void subject(Fact fact) {
        String id = Objects.requireNonNull(idOf(fact.record()));
        if (fact instanceof Somebody somebody) {
            person(id, somebody);
            tell(id, SubjectKind.PERSON, "", fact.record(), false);
        } else if (fact instanceof Thing thing) {
            evidence.subject(id, thing.kind());
            tell(id, thing.kind(), thing.label(), fact.record(), thing.sensitive());
        } else if (fact instanceof Unidentified unidentified && !isIdentified(unidentified)) {
            evidence.subject(id, SubjectKind.UNIDENTIFIED_PERSON);
            tell(id, SubjectKind.UNIDENTIFIED_PERSON, "", fact.record(), false);
        } else {
            tell(id, SubjectKind.PERSON, "", fact.record(), false);
        }
    }

    private void person(String id, Somebody somebody) {
        UncertainDate born = somebody.born();
        if (somebody.disputed()) {
            evidence.subject(id, SubjectKind.PERSON, LONG_AGO, LONG_AGO);
            evidence.subject(id, SubjectKind.PERSON, FAR_AHEAD, FAR_AHEAD);
            dated.add(id);
        } else if (born == null) {
            evidence.subject(id, SubjectKind.PERSON);
        } else {
            evidence.subject(id, SubjectKind.PERSON, born.earliest(), born.latest());
            dated.add(id);
        }
    }

    private void tell(String id, SubjectKind kind, String label, UUID record, boolean isSensitive) {
        About before = about.computeIfAbsent(
                id, first -> new About(kind, label, new TreeSet<>(Comparator.comparing(UUID::toString)), isSensitive));
        before.records().add(record);
        String name = before.label().isEmpty() || !label.isEmpty() && label.compareTo(before.label()) < 0
                ? label
                : before.label();
        about.put(id, new About(before.kind(), name, before.records(), before.sensitive() || isSensitive));
        if (isSensitive) {
            sensitive.add(id);
        }
    }

    private @Nullable String idOf(UUID record) {
        Fact fact = told.subjects.get(record);
        if (fact instanceof Somebody) {
            String person = persons.personOf(record);
            return person == null ? record.toString() : person;
        }
        if (fact instanceof Unidentified unidentified && isIdentified(unidentified)) {
            return idOf(Objects.requireNonNull(unidentified.identifiedAs()));
        }
        if (fact instanceof Thing) {
            String thing = persons.personOf(record);
            return thing == null ? things.get(record) : thing;
        }
        return fact == null ? null : record.toString();
    }

    private boolean isIdentified(Unidentified unidentified) {
        return unidentified.identifiedAs() != null
                && told.subjects.get(unidentified.identifiedAs()) instanceof Somebody;
    }

    /** An item goes to the event that it is about, to the item of which it is a version, or to the event of the same sender and number; else it stands apart. */
    private void assignItems() {
        Map<String, UUID> byReference = new HashMap<>();
        for (Happening happening : told.happenings.values()) {
            if (happening.kind().equals("intelligence_event")
                    && !happening.reference().isEmpty()) {
                byReference.merge(reference(happening), happening.record(), Weaving::smaller);
            }
        }
        for (Item item : told.items.values()) {
            List<UUID> targets = item.events().stream()
                    .filter(event -> told.happenings.containsKey(event) || told.items.containsKey(event))
                    .toList();
            UUID same = byReference.get(reference(item.itself()));
            if (!targets.isEmpty()) {
                targets.forEach(event -> assign(event, item));
            } else if (same != null) {
                assign(same, item);
            } else {
                apart.add(item);
            }
        }
    }

    private void assign(UUID event, Item item) {
        itemsOf.computeIfAbsent(event, e -> new ArrayList<>()).add(item);
    }

    private String reference(Happening happening) {
        return told.agencies.get(happening.record()) + "|" + happening.reference();
    }

    private static UUID smaller(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) <= 0 ? one : other;
    }

    private void episode(Happening happening, List<Item> items) {
        UncertainDate when = happening.when();
        LocalDate day = when == null ? happening.known() : when.earliest();
        LocalDate until = when == null ? day : when.latest();
        LocalDate latest = happening.known().isBefore(day) ? day : happening.known();
        String place = happening.place() == null ? null : idOf(happening.place());
        boolean isSensitive = happening.sensitive() || place != null && sensitive.contains(place);
        boolean ties = happening.meets()
                && !(isSensitive && !happening.incident())
                && (items.isEmpty()
                        || !happening.kind().equals("intelligence_event")
                        || items.stream().anyMatch(item -> !item.grade().endsWith(SUSPECTED_FALSE)));
        Map<String, Part> parts = new TreeMap<>();
        for (Named named : happening.parts()) {
            part(happening, named.subject(), named.role(), happening.known(), ties, parts);
        }
        for (Role role : rolesOf.getOrDefault(happening.record(), List.of())) {
            part(happening, role.subject(), role.role(), role.known(), ties, parts);
            age(role, day);
        }
        List<Source> sources = new ArrayList<>();
        sources.add(source(happening.record(), happening.known(), happening.grade()));
        for (Item item : items) {
            item.itself()
                    .parts()
                    .forEach(named -> part(
                            happening,
                            named.subject(),
                            "",
                            item.known(),
                            ties && !item.grade().endsWith(SUSPECTED_FALSE),
                            parts));
            sources.add(source(item.record(), item.known(), item.grade()));
        }
        sources.sort(Comparator.comparing(Source::known).thenComparing(Source::record));
        Episode episode = new Episode(
                happening.record().toString(),
                happening.kind(),
                day,
                until.isAfter(latest) ? latest : until,
                happening.known(),
                agency(happening.record()),
                isSensitive && !happening.incident() ? null : place,
                List.copyOf(parts.values()),
                sources);
        evidence.episode(blocked.on(episode, happening.incident()));
    }

    private Source source(UUID record, LocalDate known, String grade) {
        return new Source(record.toString(), agency(record), known, grade);
    }

    private String agency(UUID record) {
        return Objects.requireNonNull(told.agencies.get(record));
    }

    private void part(
            Happening happening, UUID subject, String role, LocalDate known, boolean ties, Map<String, Part> parts) {
        String id = idOf(subject);
        if (id != null) {
            boolean named = !ties || sensitive.contains(id) && !happening.incident();
            parts.merge(id, new Part(id, Bearings.of(role, named), role, known), Bearings::both);
        }
    }

    /** An age stands in for a date of birth only where no record gives one. */
    private void age(Role role, LocalDate day) {
        String id = idOf(role.subject());
        Integer age = role.age();
        if (id != null && age != null && !dated.contains(id)) {
            evidence.subject(id, SubjectKind.PERSON, day.minusYears(age + 1L).plusDays(1), day.minusYears(age));
        }
    }

    private boolean isUnstated(Relation relation) {
        boolean personal = told.subjects.get(relation.other()) instanceof Somebody;
        return personal && (isForgotten(relation) || UNSTATED.contains(relation.reason()));
    }

    /** By the record, so that the same are forgotten in every run. */
    private boolean isForgotten(Relation relation) {
        return relation.explains()
                && Math.floorMod(relation.record().hashCode() * 31, 1_000) < 1_000 * reasons.forgotten();
    }

    private void relation(Relation relation) {
        String one = idOf(relation.one());
        String other = idOf(relation.other());
        if (one == null || other == null || one.equals(other)) {
            return;
        }
        if (relation.explains() && !isForgotten(relation)) {
            evidence.explained(one, other, relation.reason(), relation.inferred());
        } else if (told.subjects.get(relation.other()) instanceof Thing thing && thing.kind() == SubjectKind.PLACE) {
            return;
        } else {
            UncertainDate started = relation.started();
            LocalDate day = started == null ? relation.known() : started.earliest();
            LocalDate until =
                    started == null || started.latest().isAfter(relation.known()) ? relation.known() : started.latest();
            Episode episode = new Episode(
                    relation.record().toString(),
                    Episode.RELATIONSHIP,
                    day,
                    until.isBefore(day) ? day : until,
                    relation.known(),
                    agency(relation.record()),
                    null,
                    List.of(
                            new Part(one, Bearing.THERE, relation.reason(), LocalDate.MIN),
                            new Part(other, Bearing.THERE, relation.reason(), LocalDate.MIN)),
                    List.of(source(relation.record(), relation.known(), "")));
            evidence.episode(blocked.on(episode, false));
        }
    }
}
