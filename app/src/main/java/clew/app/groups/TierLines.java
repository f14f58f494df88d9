package clew.app.groups;

import clew.core.network.BlockList;
import clew.core.network.Epoch;
import clew.core.network.Evidence;
import clew.core.network.Line;
import clew.core.network.Lines;
import clew.core.network.Renewal;
import clew.core.network.Ties;
import clew.core.network.records.About;
import clew.core.network.records.RecordNetwork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one tier with what they were found from, so that when evidence changes only what differs is found anew: with the same result, to the byte, as
 * from everything.
 *
 * @param lines as the kernel found them
 * @param found as they are kept, by who and what is in each
 */
record TierLines(
        RecordNetwork network, Set<String> atWork, Epoch epoch, List<Line> lines, Map<SortedSet<String>, Found> found) {

    /** From everything. */
    static TierLines of(TierEvidence evidence, @Nullable Epoch frozen, List<Cut> cuts, BlockList blocked) {
        RecordNetwork network = evidence.network(blocked);
        Ties ties = frozen == null ? Ties.of(network.evidence()) : Ties.of(network.evidence(), frozen);
        TierLines bare =
                new TierLines(network, evidence.atWork(network.about()), ties.epoch(), Lines.of(ties), new HashMap<>());
        bare.put(ties, bare.groups(cuts));
        return bare;
    }

    /** From what differs now from what it was. */
    TierLines renewed(TierEvidence evidence, List<Cut> cuts, BlockList blocked) {
        RecordNetwork now = evidence.network(blocked);
        Renewal renewal = Renewal.of(network.evidence(), now.evidence(), epoch, lines);
        TierLines bare = new TierLines(now, evidence.atWork(now.about()), epoch, renewal.lines(), new HashMap<>());
        Set<UUID> behind = behindOthers(bare);
        List<SortedSet<String>> anew = new ArrayList<>();
        for (SortedSet<String> group : bare.groups(cuts)) {
            Found same = found.get(group);
            if (same == null || meets(group, renewal.differing()) || restsOn(same, behind)) {
                anew.add(group);
            } else {
                bare.found.put(group, same);
            }
        }
        bare.put(bare.tiesOf(anew), anew);
        return bare;
    }

    /** The lines as they are kept, in their order, and then what stands beside them: that is worked out anew each time, since its chance is of all evidence. */
    List<Surfaced> kept() {
        return Stream.concat(
                        FoundLines.ordered(found.values()).stream().map(Surfaced::of),
                        new FoundPatterns(network.evidence(), records(), atWork).all().stream())
                .toList();
    }

    private List<SortedSet<String>> groups(List<Cut> cuts) {
        return FoundLines.groups(lines, cuts, records());
    }

    private void put(Ties ties, Collection<SortedSet<String>> groups) {
        FoundLines those = new FoundLines(ties, records(), atWork);
        groups.forEach(group -> those.found(group).ifPresent(line -> found.put(group, line)));
    }

    /** All that is known of whoever is in some groups. */
    private Ties tiesOf(List<SortedSet<String>> groups) {
        Evidence whole = network.evidence();
        SortedSet<Integer> members = groups.stream()
                .flatMap(Collection::stream)
                .map(whole::subject)
                .filter(subject -> subject >= 0)
                .collect(Collectors.toCollection(TreeSet::new));
        return Ties.of(new Evidence.Builder().from(whole, members).build(), epoch);
    }

    private static boolean meets(Set<String> group, Set<String> differing) {
        return group.stream().anyMatch(differing::contains);
    }

    private static boolean restsOn(Found line, Set<UUID> records) {
        return line.members().stream()
                .anyMatch(member -> member.records().stream().anyMatch(records::contains));
    }

    /** Records of those, and of those things and places, behind whom other records stand now, or who are at work now and were not. */
    private Set<UUID> behindOthers(TierLines now) {
        Set<UUID> records = new HashSet<>();
        network.about().forEach((id, about) -> {
            boolean same = about.equals(now.network.about().get(id));
            if (!same || atWork.contains(id) != now.atWork.contains(id)) {
                records.addAll(about.records());
            }
        });
        return records;
    }

    private Function<String, SortedSet<UUID>> records() {
        return id -> {
            About known = network.about().get(id);
            if (known == null) {
                throw new IllegalStateException("expected a subject that was told, found " + id);
            }
            return known.records();
        };
    }
}
