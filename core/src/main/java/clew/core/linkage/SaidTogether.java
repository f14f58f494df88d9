package clew.core.linkage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Joins what people said to be one person, after the machine has made its groups without it; each group comes along whole. So "the same" takes no record away from those
 * that it was with: how unlike the two are does not weigh against the others. Two things keep the rest of a group out: "not the same"; and a doubt that nobody has decided,
 * where half the pairs between it and those said to be one bear it and none of theirs does: then a person is told. Deterministic: where not all can be joined the
 * strongest ties come first, then the records that come first.
 */
final class SaidTogether {
    private final Constraints constraints;
    private final Clusters.PairLook look;

    SaidTogether(Constraints constraints, Clusters.PairLook look) {
        this.constraints = constraints;
        this.look = look;
    }

    /**
     * Records that come along together.
     *
     * @param rows ascending
     * @param said whether people said that they are one; else they are the rest of a group of the machine
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Piece(int[] rows, boolean said) {
        int first() {
            return rows[0];
        }
    }

    /**
     * Two pieces with records in one group of the machine.
     *
     * @param mean weight of the pairs between those in the group
     */
    private record Tie(Piece one, Piece other, double mean) {}

    /**
     * Joins them.
     *
     * @param first for each record the first record of its group; changed to that of its person
     * @return what was kept out because of a doubt
     */
    List<Clusters.Stopped> join(int[] first) {
        if (constraints.groups().isEmpty()) {
            return List.of();
        }
        int[] group = first.clone();
        List<Piece> pieces = new ArrayList<>();
        List<Tie> ties = ties(group, pieces);
        UnionFind joined = new UnionFind(first.length);
        pieces.forEach(piece -> IntStream.of(piece.rows).forEach(row -> joined.join(piece.first(), row)));
        Map<Integer, List<Piece>> persons = new HashMap<>();
        pieces.forEach(piece -> persons.put(joined.find(piece.first()), new ArrayList<>(List.of(piece))));
        List<Clusters.Stopped> stopped = new ArrayList<>();
        for (Tie tie : ties) {
            int one = joined.find(tie.one.first());
            int other = joined.find(tie.other.first());
            if (one == other || areApart(piecesOf(one, persons), piecesOf(other, persons))) {
                continue;
            }
            Guards.Doubt doubt = undecided(tie, group);
            if (doubt == Guards.Doubt.NONE) {
                joined.join(one, other);
                piecesOf(Math.min(one, other), persons).addAll(piecesOf(Math.max(one, other), persons));
            } else {
                int[] both = Stream.of(tie.one.rows, tie.other.rows)
                        .flatMapToInt(IntStream::of)
                        .sorted()
                        .toArray();
                stopped.add(new Clusters.Stopped(doubt, both));
            }
        }
        pieces.forEach(piece -> IntStream.of(piece.rows).forEach(row -> first[row] = joined.find(row)));
        return stopped;
    }

    /** Makes the pieces, and finds what holds them together, strongest first. */
    private List<Tie> ties(int[] group, List<Piece> pieces) {
        Map<Integer, Piece> saidOf = new HashMap<>();
        BitSet touched = new BitSet(group.length);
        for (int[] rows : constraints.groups()) {
            Piece piece = new Piece(rows, true);
            pieces.add(piece);
            IntStream.of(rows).forEach(row -> saidOf.put(row, piece));
            IntStream.of(rows).forEach(row -> touched.set(group[row]));
        }
        Map<Integer, List<Integer>> touchedGroups = new TreeMap<>();
        for (int row = 0; row < group.length; row++) {
            if (touched.get(group[row])) {
                touchedGroups
                        .computeIfAbsent(group[row], any -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Tie> ties = new ArrayList<>();
        for (List<Integer> rows : touchedGroups.values()) {
            List<Piece> here = piecesOf(rows, saidOf);
            here.stream().filter(piece -> !piece.said).forEach(pieces::add);
            for (int one = 0; one < here.size(); one++) {
                for (int other = one + 1; other < here.size(); other++) {
                    ties.add(new Tie(here.get(one), here.get(other), mean(here.get(one), here.get(other), group)));
                }
            }
        }
        ties.sort(Comparator.comparingDouble(Tie::mean)
                .reversed()
                .thenComparingInt(tie -> tie.one.first())
                .thenComparingInt(tie -> tie.other.first()));
        return ties;
    }

    /** The pieces with records in a group. */
    private static List<Piece> piecesOf(List<Integer> rows, Map<Integer, Piece> saidOf) {
        List<Piece> here = new ArrayList<>(rows.stream()
                .map(saidOf::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        int[] others = rows.stream()
                .filter(row -> !saidOf.containsKey(row))
                .mapToInt(row -> row)
                .toArray();
        if (others.length > 0) {
            here.add(new Piece(others, false));
        }
        return here;
    }

    private double mean(Piece one, Piece other, int[] group) {
        double sum = 0;
        int pairs = 0;
        for (int left : one.rows) {
            for (int right : other.rows) {
                if (group[left] == group[right]) {
                    long score = look.score(Math.min(left, right), Math.max(left, right), pattern(left, right));
                    sum += Math.max(-Linkage.MOST_WEIGHT, Math.min(Linkage.MOST_WEIGHT, score));
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    /** Whether two persons, as far as they are joined, hold records that are not one person. */
    private boolean areApart(List<Piece> one, List<Piece> other) {
        return constraints.anyApart()
                && rows(one).anyMatch(left -> rows(other).anyMatch(right -> constraints.areApart(left, right)));
    }

    private static IntStream rows(List<Piece> person) {
        return person.stream().flatMapToInt(piece -> IntStream.of(piece.rows));
    }

    /** What has been joined to a person, by its first record. */
    private static List<Piece> piecesOf(int person, Map<Integer, List<Piece>> persons) {
        return Objects.requireNonNull(persons.get(person));
    }

    /** A doubt between the two that neither the machine passed over, nor people decided by joining records that bear one. */
    private Guards.Doubt undecided(Tie tie, int[] group) {
        Guards.Doubt found = Guards.Doubt.NONE;
        int doubtful = 0;
        for (int left : tie.one.rows) {
            for (int right : tie.other.rows) {
                Guards.Doubt doubt = group[left] == group[right] ? Guards.Doubt.NONE : doubt(left, right);
                doubtful += doubt == Guards.Doubt.NONE ? 0 : 1;
                found = found == Guards.Doubt.NONE ? doubt : found;
            }
        }
        boolean isHalf = doubtful * 2L >= (long) tie.one.rows.length * tie.other.rows.length;
        return isHalf && !isDecided(tie.one) && !isDecided(tie.other) ? found : Guards.Doubt.NONE;
    }

    private boolean isDecided(Piece piece) {
        return piece.said
                && IntStream.of(piece.rows)
                        .anyMatch(left -> IntStream.of(piece.rows)
                                .anyMatch(right -> left < right && doubt(left, right) != Guards.Doubt.NONE));
    }

    private Guards.Doubt doubt(int one, int other) {
        return look.doubt(Math.min(one, other), Math.max(one, other), pattern(one, other));
    }

    private long pattern(int one, int other) {
        return look.pattern(Math.min(one, other), Math.max(one, other));
    }
}
