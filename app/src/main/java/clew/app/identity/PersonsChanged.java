package clew.app.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What linking did to persons, told to other rooms as the event {@value #KIND}:
 *
 * <pre>{"persons": [{"person": id, "reason": "joined", "others": [ids]}], "records": [ids]}</pre>
 *
 * Reasons: {@code new}; {@code gone} (no record is left); {@code joined} (the others are persons whose records came to this one, or to which all records of this
 * one went); {@code split} (the others are persons to which records of this one went, or from which this one was split); {@code changed} (a record came, went or
 * says something else). The records are those derived again. After a build of the whole Picture: {@code {"all": true}}. Ids only.
 */
final class PersonsChanged {
    static final String KIND = "PersonsChanged";
    static final String ALL = "{\"all\": true}";

    private final Map<UUID, UUID> before;
    private final Map<UUID, UUID> after;
    private final Map<UUID, Set<UUID>> recordsBefore;
    private final Map<UUID, Set<UUID>> recordsAfter;

    /**
     * @param before the person of each record, all records of these persons
     * @param after the same now
     */
    PersonsChanged(Map<UUID, UUID> before, Map<UUID, UUID> after) {
        this.before = before;
        this.after = after;
        recordsBefore = byPerson(before);
        recordsAfter = byPerson(after);
    }

    record Change(UUID person, String reason, Collection<UUID> others) {}

    /**
     * All changes, in the order of person ids.
     *
     * @param again records that were derived again
     * @param lost persons all of whose records were taken out of the Picture before
     */
    List<Change> changes(Set<UUID> again, Set<UUID> lost) {
        Set<UUID> persons = new TreeSet<>(RecordOrder.BY_TEXT);
        persons.addAll(recordsBefore.keySet());
        persons.addAll(recordsAfter.keySet());
        persons.addAll(lost);
        List<Change> changes = new ArrayList<>();
        for (UUID person : persons) {
            Set<UUID> had = recordsBefore.getOrDefault(person, Set.of());
            Set<UUID> has = recordsAfter.getOrDefault(person, Set.of());
            if (!had.equals(has) || has.isEmpty() || has.stream().anyMatch(again::contains)) {
                changes.add(change(person, had, has, lost.contains(person)));
            }
        }
        return changes;
    }

    static String json(List<Change> changes, Set<UUID> records) {
        List<Map<String, Object>> persons = new ArrayList<>();
        for (Change change : changes) {
            Map<String, Object> one = new TreeMap<>();
            one.put("person", change.person);
            one.put("reason", change.reason);
            one.put("others", change.others);
            persons.add(one);
        }
        return JsonMapper.shared().writeValueAsString(Map.of("persons", persons, "records", RecordOrder.set(records)));
    }

    private Change change(UUID person, Set<UUID> had, Set<UUID> has, boolean lost) {
        Set<UUID> from = others(person, has, before);
        Set<UUID> to = others(person, had, after);
        if (has.isEmpty()) {
            return to.isEmpty() ? new Change(person, "gone", to) : new Change(person, "joined", to);
        }
        if (had.isEmpty() && !lost) {
            return from.isEmpty() ? new Change(person, "new", from) : new Change(person, "split", from);
        }
        if (!to.isEmpty()) {
            return new Change(person, "split", to);
        }
        return from.isEmpty() ? new Change(person, "changed", from) : new Change(person, "joined", from);
    }

    private static Set<UUID> others(UUID person, Set<UUID> records, Map<UUID, UUID> personOf) {
        Set<UUID> others = records.stream()
                .filter(personOf::containsKey)
                .map(personOf::get)
                .collect(Collectors.toCollection(() -> new TreeSet<>(RecordOrder.BY_TEXT)));
        others.remove(person);
        return others;
    }

    private static Map<UUID, Set<UUID>> byPerson(Map<UUID, UUID> personOf) {
        return personOf.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, HashMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
    }
}
