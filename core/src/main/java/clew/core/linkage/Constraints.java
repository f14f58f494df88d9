package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people decided, as clusters must keep it: records that are one person, and pairs that are not. "Not the same" wins: where records said to be one person hold,
 * directly or through others, two said not to be, none of those joins is kept, the machine weighs them as any others, and a person is told. A pure function of the
 * set of decisions: their order and repetition change nothing, and without one of them the rest mean what they would have meant alone.
 */
final class Constraints {
    static final Constraints NONE = new Constraints(0);

    private final UnionFind together;
    /** Pairs of the first records of what must be one person, or of records alone. */
    private final Set<Long> apart = new HashSet<>();

    private final List<int[]> groups = new ArrayList<>();
    private final List<int[]> joins = new ArrayList<>();
    private final List<int[]> contradictions = new ArrayList<>();

    private Constraints(int records) {
        together = new UnionFind(records);
    }

    /**
     * The constraints that follow from decisions.
     *
     * @param records how many there are
     * @param decisions in the numbers of these records
     */
    static Constraints of(int records, List<Judgement> decisions) {
        if (decisions.isEmpty()) {
            return NONE;
        }
        UnionFind said = new UnionFind(records);
        decisions.stream().filter(Judgement::same).forEach(same -> said.join(same.left(), same.right()));
        Constraints constraints = new Constraints(records);
        Set<Integer> torn = new TreeSet<>();
        for (Judgement decision : decisions) {
            if (!decision.same()) {
                if (said.find(decision.left()) == said.find(decision.right())) {
                    torn.add(said.find(decision.left()));
                }
            }
        }
        for (int[] group : said.groups()) {
            if (torn.contains(group[0])) {
                constraints.contradictions.add(group);
            } else {
                constraints.join(group);
            }
        }
        decisions.stream()
                .filter(decision -> !decision.same())
                .forEach(decision -> constraints.apart.add(constraints.key(decision.left(), decision.right())));
        return constraints;
    }

    private void join(int[] group) {
        groups.add(group);
        for (int i = 1; i < group.length; i++) {
            together.join(group[0], group[i]);
            joins.add(new int[] {group[0], group[i]});
        }
    }

    /** Pairs that, joined, make all that must be one person. */
    List<int[]> joins() {
        return joins;
    }

    /** Records that must be one person, of each such person; ascending. */
    List<int[]> groups() {
        return groups;
    }

    /** Records said to be one person that hold a pair said not to be; each ascending. */
    List<int[]> contradictions() {
        return contradictions;
    }

    boolean areOne(int one, int other) {
        return !joins.isEmpty() && together.find(one) == together.find(other);
    }

    /** Whether the two are said not to be one person, or are one with records of which that is said. */
    boolean areApart(int one, int other) {
        return !apart.isEmpty() && apart.contains(key(one, other));
    }

    boolean anyApart() {
        return !apart.isEmpty();
    }

    private long key(int one, int other) {
        int left = together.find(one);
        int right = together.find(other);
        return (long) Math.min(left, right) << 32 | Math.max(left, right);
    }

    @Override
    public String toString() {
        return "joins " + joins.stream().map(Arrays::toString).toList() + ", apart " + apart.size();
    }
}
