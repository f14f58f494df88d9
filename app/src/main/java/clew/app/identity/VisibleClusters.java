package clew.app.identity;

import clew.app.identity.StoredPersons.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** Persons among visible records, by the batch's own clustering on the stored weights of the visible pairs. */
final class VisibleClusters {
    private VisibleClusters() {}

    static List<SortedSet<UUID>> of(SortedSet<UUID> visible, List<Link> links, long threshold) {
        Map<UUID, SortedSet<UUID>> of = new HashMap<>();
        visible.forEach(record -> of.put(record, RecordOrder.set(List.of(record))));
        for (Link link : links) {
            if (link.weight() >= threshold && of.get(link.left()) != of.get(link.right())) {
                SortedSet<UUID> joined = of.get(link.left());
                joined.addAll(of.get(link.right()));
                joined.forEach(record -> of.put(record, joined));
            }
        }
        return new ArrayList<>(new java.util.HashSet<>(of.values()));
    }
}
