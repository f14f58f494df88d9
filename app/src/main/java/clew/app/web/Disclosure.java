package clew.app.web;

import clew.app.access.Audience;
import clew.app.access.Viewer;
import clew.app.child.Chronology;
import clew.app.identity.PersonView;
import clew.app.store.Rights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What is held about a person, or about what a case rests on, and may be relevant to a prosecution, item by item, as far as the viewer may see it: for the schedules of unused material (Criminal Procedure and
 * Investigations Act 1996, code of practice: one of what is not sensitive, one of what is).
 */
@Component
class Disclosure {

    private final Chronology chronology;
    private final PersonView persons;
    private final Audience audience;

    Disclosure(Chronology chronology, PersonView persons, Audience audience) {
        this.chronology = chronology;
        this.persons = persons;
        this.audience = audience;
    }

    /**
     * One item.
     *
     * @param description what it is
     * @param when it happened or was recorded
     * @param location who holds it, in which system, under which reference
     * @param sensitive why it belongs on the sensitive schedule; empty: it does not
     */
    record Item(UUID record, String description, String when, String location, String sensitive) {

        boolean isSensitive() {
            return !sensitive.isEmpty();
        }
    }

    /** The items of both parts about a person, oldest first; none where nobody shows. */
    List<Item> of(Viewer viewer, Rights rights, UUID record) {
        return of(viewer, rights, List.of(record), List.of());
    }

    /** The items of both parts about several people, and what else a case rests on. */
    List<Item> of(Viewer viewer, Rights rights, List<UUID> people, List<UUID> evidence) {
        Map<UUID, Item> items = new LinkedHashMap<>();
        for (UUID person : people) {
            if (!items.containsKey(person)) { // else a record of somebody who stands there already
                add(items, rights, person);
            }
        }
        Set<UUID> all = new LinkedHashSet<>(items.keySet());
        all.addAll(evidence);
        Map<UUID, Audience.Kept> kept = kept(viewer, rights, all);
        evidence.stream()
                .map(kept::get)
                .filter(Objects::nonNull)
                .forEach(how -> items.putIfAbsent(how.record(), other(how)));
        List<Item> both = new ArrayList<>();
        items.values().forEach(item -> {
            Audience.Kept how = kept.get(item.record());
            if (how != null) {
                both.add(new Item(item.record(), item.description(), item.when(), item.location(), why(how)));
            }
        });
        return both;
    }

    private static Item other(Audience.Kept kept) {
        return new Item(
                kept.record(),
                AuthorisationsView.title(kept.shape()),
                "",
                kept.agency() + ", reference " + kept.record(),
                "");
    }

    private void add(Map<UUID, Item> items, Rights rights, UUID record) {
        persons.of(rights, record, null).stream()
                .flatMap(person -> person.records().stream())
                .forEach(source -> items.putIfAbsent(
                        source.record(),
                        new Item(
                                source.record(),
                                "Record of the person",
                                "",
                                location(source.agency(), source.system(), source.record()),
                                "")));
        chronology
                .of(rights, record, null)
                .forEach(entry -> items.putIfAbsent(
                        entry.record(),
                        new Item(
                                entry.record(),
                                Words.capital(entry.kind()) + ": " + entry.title(),
                                entry.occurred().words(),
                                location(entry.agency(), entry.system(), entry.record()),
                                "")));
    }

    private Map<UUID, Audience.Kept> kept(Viewer viewer, Rights rights, Collection<UUID> records) {
        return audience.of(rights, viewer, new ArrayList<>(records)).stream()
                .collect(Collectors.toMap(Audience.Kept::record, Function.identity()));
    }

    private static String location(String agency, String system, UUID record) {
        return agency + ", " + system + ", reference " + record;
    }

    private static String why(Audience.Kept kept) {
        return switch (kept.base()) {
            case "part_3_closed" -> "kept to law enforcement";
            case "part_3_intelligence" ->
                kept.shape().equals("intelligence") ? "graded intelligence" : "came with graded intelligence";
            case "none", "part_3" ->
                switch (kept.handling()) {
                    case "content" -> kept.shape().equals("intelligence") ? "graded intelligence" : "";
                    case "pointer" -> "its owner shows others only that it holds it";
                    default -> "its owner shows it to nobody else";
                };
            default -> "kept to those who were let in";
        };
    }
}
