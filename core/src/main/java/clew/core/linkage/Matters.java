package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What a run leaves to people, put into words and into rows of the table: what guards stopped, what was joined by little, and what is too large to be trusted unseen. */
final class Matters {
    /** Records from which on a person is looked at for their number alone: a shared default value can chain people together. */
    private static final int VERY_MANY = 20;

    private final Records records;
    private final List<Attention> all = new ArrayList<>();

    Matters(Records records) {
        this.records = records;
    }

    List<Attention> all() {
        return List.copyOf(all);
    }

    void contradictions(List<Attention> contradictions) {
        all.addAll(contradictions);
    }

    void stopped(List<Clusters.Stopped> stopped) {
        stopped.forEach(stop ->
                add(Attention.Why.HELD_BACK, "Not joined: " + stop.doubt().reason() + ".", stop.rows()));
    }

    void nearly(List<Clusters.Stopped> nearly) {
        nearly.forEach(stop -> add(
                Attention.Why.NEARLY,
                "Not joined, though nearly: " + stop.doubt().reason() + ".",
                stop.rows()));
    }

    void bridges(List<Bridges.Bridge> bridges) {
        bridges.forEach(bridge -> add(
                Attention.Why.BRIDGE,
                "Joined, though one weak link holds two groups of these records together: perhaps two persons.",
                bridge.rows(),
                bridge.left(),
                bridge.right()));
    }

    /** Components too large to be looked at pair by pair. */
    void chained(List<int[]> components) {
        components.forEach(rows -> add(
                Attention.Why.CHAINED,
                "More than " + Clusters.LARGEST
                        + " records hang together, too many to look at pair by pair, so that weaker ties among them were left out: perhaps a value that many share.",
                rows));
    }

    /** Persons of very many records, told by their first records. */
    void large(int[] first) {
        int[] size = new int[first.length];
        Arrays.stream(first).forEach(row -> size[row]++);
        Map<Integer, List<Integer>> large = new LinkedHashMap<>();
        for (int row = 0; row < first.length; row++) {
            if (size[first[row]] > VERY_MANY) {
                large.computeIfAbsent(first[row], person -> new ArrayList<>()).add(row);
            }
        }
        large.values()
                .forEach(rows -> add(
                        Attention.Why.LARGE,
                        "Joined, though more than " + VERY_MANY
                                + " records are one person: perhaps several, chained together by a value that they share.",
                        rows.stream().mapToInt(row -> row).toArray()));
    }

    private void add(Attention.Why why, String reason, int[] rows, int... tie) {
        IntUnaryOperator inTable = records::tableRow;
        all.add(new Attention(
                why,
                reason,
                IntStream.of(rows).map(inTable).sorted().boxed().toList(),
                IntStream.of(tie).map(inTable).sorted().boxed().toList()));
    }
}
