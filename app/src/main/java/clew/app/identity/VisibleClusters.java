package clew.app.identity;

import clew.app.identity.StoredPersons.Link;
import clew.app.identity.StoredPersons.Member;
import clew.core.linkage.Judgement;
import clew.core.linkage.KeptPairs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Persons among the visible records of components, by the batch's own clustering on the kept weights of the visible pairs. */
final class VisibleClusters {
    private final long threshold;
    private final List<Said> said;
    private final Map<UUID, List<Link>> linksByLeft = new HashMap<>();

    /**
     * @param links every visible pair within the components
     * @param said what people decided about pairs of them
     * @param threshold weight from which two records are joined, in millionths of a bit
     */
    VisibleClusters(List<Link> links, long threshold, List<Said> said) {
        this.threshold = threshold;
        this.said = said;
        links.forEach(link -> linksByLeft
                .computeIfAbsent(link.left(), left -> new ArrayList<>())
                .add(link));
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
        List<UUID> records = List.copyOf(component);
        Map<UUID, Integer> place = new HashMap<>();
        records.forEach(record -> place.put(record, place.size()));
        List<KeptPairs.Pair> pairs = new ArrayList<>();
        for (int left = 0; left < records.size(); left++) {
            for (Link link : linksByLeft.getOrDefault(records.get(left), List.of())) {
                Integer right = place.get(link.right());
                if (right != null) {
                    pairs.add(new KeptPairs.Pair(left, right, link.weight(), link.compared(), link.doubtful()));
                }
            }
        }
        List<Judgement> decisions = Said.judgements(said, place);
        int[] first = KeptPairs.persons(records.size(), pairs, threshold, decisions);
        Map<Integer, SortedSet<UUID>> persons = new TreeMap<>();
        for (int record = 0; record < first.length; record++) {
            persons.computeIfAbsent(first[record], key -> RecordOrder.set(List.of()))
                    .add(records.get(record));
        }
        return persons.values().stream();
    }
}
