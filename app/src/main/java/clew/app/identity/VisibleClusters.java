package clew.app.identity;

import clew.app.identity.StoredPersons.Link;
import clew.app.identity.StoredPersons.Member;
import clew.core.linkage.KeptPairs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Persons among the visible records of components, by the batch's own clustering on the kept weights of the visible pairs. */
final class VisibleClusters {
    private final long threshold;
    private final List<Said> said;
    private final Map<UUID, List<Link>> linksOf = new HashMap<>();

    /**
     * @param links every visible pair within the components
     * @param said what people decided about pairs of them
     * @param threshold weight from which two records are joined, in millionths of a bit
     */
    VisibleClusters(List<Link> links, long threshold, List<Said> said) {
        this.threshold = threshold;
        this.said = said;
        for (Link link : links) {
            linksOf.computeIfAbsent(link.left(), any -> new ArrayList<>()).add(link);
            linksOf.computeIfAbsent(link.right(), any -> new ArrayList<>()).add(link);
        }
    }

    /** The persons of all components together. */
    Stream<SortedSet<UUID>> of(Collection<Member> visible) {
        Map<UUID, SortedSet<UUID>> components = new TreeMap<>(RecordOrder.BY_TEXT);
        visible.forEach(member -> components
                .computeIfAbsent(member.component(), component -> RecordOrder.set(List.of()))
                .add(member.record()));
        return components.values().stream().flatMap(this::within);
    }

    private Stream<SortedSet<UUID>> within(SortedSet<UUID> component) {
        List<SortedSet<UUID>> persons = clustered(component.stream()
                .filter(record -> isWeighed(record, component))
                .toList());
        List<UUID> others = component.stream()
                .filter(record -> !isWeighed(record, component))
                .toList();
        others.forEach(record -> persons.add(RecordOrder.set(List.of(record))));
        others.forEach(record -> identify(record, persons));
        return persons.stream();
    }

    /** Unidentified persons have no weight with anybody; nor has who is alone with them. */
    private boolean isWeighed(UUID record, Set<UUID> component) {
        return linksOf.getOrDefault(record, List.of()).stream()
                .anyMatch(link -> component.contains(link.left()) && component.contains(link.right()));
    }

    /** As in a build: they are the one person whom people named, unless it was said too that they are not. */
    private void identify(UUID record, List<SortedSet<UUID>> persons) {
        SortedSet<UUID> own = personOf(record, persons);
        List<SortedSet<UUID>> named = persons.stream()
                .filter(person -> person != own && isSaid(record, person, true))
                .toList();
        if (named.size() == 1 && !isSaid(record, named.get(0), false)) {
            persons.remove(own);
            named.get(0).addAll(own);
        }
    }

    private boolean isSaid(UUID record, Set<UUID> person, boolean same) {
        return said.stream()
                .filter(one -> one.same() == same
                        && (one.left().equals(record) || one.right().equals(record)))
                .anyMatch(one -> person.contains(one.besides(record)));
    }

    private static SortedSet<UUID> personOf(UUID record, List<SortedSet<UUID>> persons) {
        return persons.stream()
                .filter(person -> person.contains(record))
                .findFirst()
                .orElseThrow();
    }

    private List<SortedSet<UUID>> clustered(List<UUID> records) {
        Map<UUID, Integer> place = new HashMap<>();
        records.forEach(record -> place.put(record, place.size()));
        List<KeptPairs.Pair> pairs = new ArrayList<>();
        for (int left = 0; left < records.size(); left++) {
            for (Link link : linksOf.getOrDefault(records.get(left), List.of())) {
                Integer right = place.get(link.right());
                if (right != null && link.left().equals(records.get(left))) {
                    pairs.add(new KeptPairs.Pair(left, right, link.weight(), link.compared(), link.doubtful()));
                }
            }
        }
        int[] first = KeptPairs.persons(records.size(), pairs, threshold, Said.judgements(said, place));
        Map<Integer, SortedSet<UUID>> persons = new TreeMap<>();
        for (int record = 0; record < first.length; record++) {
            persons.computeIfAbsent(first[record], key -> RecordOrder.set(List.of()))
                    .add(records.get(record));
        }
        return new ArrayList<>(persons.values());
    }
}
