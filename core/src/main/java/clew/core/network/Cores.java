package clew.core.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The readable gate: two or more people of concern tied to two or more of the same children, on two or more dates, at two or more places, outside explained
 * ties. Pairs of adults that pass it and share an adult make one core (biclique percolation; Lehmann, Schwartz and Hansen 2008). It looks at no more than
 * those who share children, so that what arrives elsewhere changes nothing.
 */
final class Cores {
    private static final int LEAST = 2;

    private final Evidence evidence;
    private final Contacts contacts;
    private final Map<Integer, Integer> joinedTo = new HashMap<>();

    private Cores(Evidence evidence, Contacts contacts) {
        this.evidence = evidence;
        this.contacts = contacts;
    }

    /** All cores, by their smallest adult. */
    static List<Core> of(Evidence evidence, Contacts contacts) {
        return new Cores(evidence, contacts).find();
    }

    /**
     * Whether two adults and two children among these people pass the gate by themselves.
     *
     * @param noAdults who of them counts as no adult
     */
    static boolean holdWithin(Set<Integer> members, Set<Integer> noAdults, Evidence evidence, Contacts contacts) {
        Cores cores = new Cores(evidence, contacts);
        List<Integer> adults = members.stream()
                .filter(adult -> contacts.byAdult().containsKey(adult) && !noAdults.contains(adult))
                .sorted()
                .toList();
        for (int i = 0; i < adults.size(); i++) {
            Set<Integer> ofOne = new TreeSet<>(
                    contacts.byAdult().getOrDefault(adults.get(i), Map.of()).keySet());
            ofOne.retainAll(members);
            for (int j = i + 1; j < adults.size(); j++) {
                Set<Integer> both = new TreeSet<>(ofOne);
                both.retainAll(
                        contacts.byAdult().getOrDefault(adults.get(j), Map.of()).keySet());
                if (both.size() >= LEAST && cores.passes(adults.get(i), adults.get(j), both)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Core> find() {
        Map<Integer, SortedSet<Integer>> children = new TreeMap<>();
        shared(contacts).forEach((pair, both) -> {
            if (passes(Pairs.first(pair), Pairs.second(pair), both)) {
                join(Pairs.first(pair), Pairs.second(pair));
                children.computeIfAbsent(Pairs.first(pair), adult -> new TreeSet<>())
                        .addAll(both);
                children.computeIfAbsent(Pairs.second(pair), adult -> new TreeSet<>())
                        .addAll(both);
            }
        });
        Map<Integer, SortedSet<Integer>> groups = new TreeMap<>();
        children.keySet()
                .forEach(adult -> groups.computeIfAbsent(root(adult), root -> new TreeSet<>())
                        .add(adult));
        return groups.values().stream().map(adults -> core(adults, children)).toList();
    }

    /** The children whom each two adults share, where there are two or more. */
    static Map<Long, SortedSet<Integer>> shared(Contacts contacts) {
        Map<Integer, List<Integer>> adultsOf = new TreeMap<>();
        contacts.byAdult()
                .forEach((adult, children) -> children.keySet()
                        .forEach(child -> adultsOf.computeIfAbsent(child, c -> new ArrayList<>())
                                .add(adult)));
        Map<Long, SortedSet<Integer>> shared = new TreeMap<>();
        adultsOf.forEach((child, adults) -> {
            for (int i = 0; i < adults.size(); i++) {
                for (int j = i + 1; j < adults.size(); j++) {
                    shared.computeIfAbsent(Pairs.key(adults.get(i), adults.get(j)), pair -> new TreeSet<>())
                            .add(child);
                }
            }
        });
        shared.values().removeIf(children -> children.size() < LEAST);
        return shared;
    }

    private boolean passes(int one, int other, Set<Integer> children) {
        Set<Integer> episodes = new HashSet<>();
        Set<Integer> places = new HashSet<>();
        for (int adult : List.of(one, other)) {
            for (int child : children) {
                for (Contact contact : contactsOf(adult, child)) {
                    episodes.add(contact.episode());
                    if (evidence.place(contact.episode()) >= 0) {
                        places.add(evidence.place(contact.episode()));
                    }
                }
            }
        }
        return places.size() >= LEAST && Occasions.of(evidence, episodes) >= LEAST;
    }

    private List<Contact> contactsOf(int adult, int child) {
        return contacts.byAdult().getOrDefault(adult, Map.of()).getOrDefault(child, List.of());
    }

    private Core core(SortedSet<Integer> adults, Map<Integer, SortedSet<Integer>> childrenOf) {
        SortedSet<Integer> children = new TreeSet<>();
        adults.forEach(adult -> children.addAll(childrenOf.getOrDefault(adult, new TreeSet<>())));
        List<Contact> all = new ArrayList<>();
        adults.forEach(adult -> children.forEach(child -> all.addAll(contactsOf(adult, child))));
        return new Core(adults, children, List.copyOf(all));
    }

    private int root(int adult) {
        int at = adult;
        for (Integer next = joinedTo.get(at); next != null; next = joinedTo.get(at)) {
            at = next;
        }
        return at;
    }

    private void join(int one, int other) {
        int first = root(one);
        int second = root(other);
        if (first != second) {
            joinedTo.put(Math.max(first, second), Math.min(first, second));
        }
    }
}
