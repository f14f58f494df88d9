package clew.core.network.records;

import clew.core.network.records.Fact.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which records are of the same thing: those that share a key, such as a registration mark or a name with its postcode; and what has no key joins the only
 * thing of its kind and name, unless both say in which town they lie and differ. The order of the records makes no difference.
 */
final class ThingIds {
    private final Map<String, String> joinedTo = new HashMap<>();
    private final Map<UUID, String> ids = new HashMap<>();

    private ThingIds() {}

    /** The id of the thing of each record: its kind and its smallest key, or its record. */
    static Map<UUID, String> of(Collection<Thing> things) {
        ThingIds all = new ThingIds();
        List<Thing> ordered = things.stream()
                .sorted(Comparator.comparing(thing -> thing.record().toString()))
                .toList();
        ordered.forEach(all::join);
        Map<String, Map<String, Set<String>>> townsByName = new HashMap<>();
        for (Thing thing : ordered) {
            if (!thing.keys().isEmpty()) {
                String id = all.root(key(thing, thing.keys().get(0)));
                all.ids.put(thing.record(), id);
                all.called(thing, id, townsByName);
            }
        }
        for (Thing thing : ordered) {
            if (thing.keys().isEmpty()) {
                all.ids.put(thing.record(), all.byName(thing, townsByName));
            }
        }
        return all.ids;
    }

    private void called(Thing thing, String id, Map<String, Map<String, Set<String>>> townsByName) {
        if (!thing.name().isEmpty()) {
            Set<String> towns = townsByName
                    .computeIfAbsent(key(thing, thing.name()), name -> new TreeMap<>())
                    .computeIfAbsent(id, same -> new TreeSet<>());
            if (!thing.town().isEmpty()) {
                towns.add(thing.town());
            }
        }
    }

    private String byName(Thing thing, Map<String, Map<String, Set<String>>> townsByName) {
        if (thing.name().isEmpty()) {
            return key(thing, "record|" + thing.record());
        }
        List<String> fitting = new ArrayList<>();
        townsByName.getOrDefault(key(thing, thing.name()), Map.of()).forEach((id, towns) -> {
            if (thing.town().isEmpty() || towns.isEmpty() || towns.contains(thing.town())) {
                fitting.add(id);
            }
        });
        return fitting.size() == 1
                ? fitting.get(0)
                : key(thing, "called|" + thing.name() + "|" + (thing.town().isEmpty() ? thing.record() : thing.town()));
    }

    private static String key(Thing thing, String key) {
        return thing.kind().name().toLowerCase(Locale.ROOT) + "|" + key;
    }

    private void join(Thing thing) {
        for (String key : thing.keys()) {
            String one = root(key(thing, thing.keys().get(0)));
            String other = root(key(thing, key));
            if (!one.equals(other)) {
                boolean first = one.compareTo(other) < 0;
                joinedTo.put(first ? other : one, first ? one : other);
            }
        }
    }

    private String root(String key) {
        String at = key;
        while (joinedTo.containsKey(at)) {
            at = Objects.requireNonNull(joinedTo.get(at));
        }
        return at;
    }
}
