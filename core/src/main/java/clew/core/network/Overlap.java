package clew.core.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Groups that hang together by one member only, in both of which that member stands: where the ties among some members fall apart without one of them into parts that
 * each are a line by themselves, there are as many groups as parts, and whoever joins them belongs to each. The parts are the blocks of the ties that weigh something (Hopcroft
 * and Tarjan 1973); what is no line by itself stays with the part beside it. Time is linear in the ties.
 */
final class Overlap {
    private final Map<Integer, List<Integer>> neighbours = new HashMap<>();
    private final Map<Integer, Integer> depths = new HashMap<>();
    private final Map<Integer, Integer> lows = new HashMap<>();
    private final Deque<Integer> path = new ArrayDeque<>();
    private final List<SortedSet<Integer>> blocks = new ArrayList<>();

    private Overlap(Ties ties, SortedSet<Integer> members) {
        for (int tie : ties.within(members)) {
            neighbours
                    .computeIfAbsent(ties.first(tie), one -> new ArrayList<>())
                    .add(ties.second(tie));
            neighbours
                    .computeIfAbsent(ties.second(tie), one -> new ArrayList<>())
                    .add(ties.first(tie));
        }
        for (int member : members) {
            if (!depths.containsKey(member)) {
                visit(member, 0);
                path.clear();
            }
        }
    }

    /**
     * The groups among some members; the members themselves where they are one.
     *
     * @param kept who of a block stays when it stands alone
     * @param isLine whether it then is a line by itself
     */
    static List<SortedSet<Integer>> parts(
            Ties ties,
            SortedSet<Integer> members,
            UnaryOperator<SortedSet<Integer>> kept,
            Predicate<SortedSet<Integer>> isLine) {
        Overlap overlap = new Overlap(ties, members);
        List<SortedSet<Integer>> parts = new ArrayList<>();
        SortedSet<Integer> left = new TreeSet<>(members);
        for (SortedSet<Integer> block : overlap.blocks) {
            SortedSet<Integer> part = kept.apply(block);
            if (isLine.test(part)) {
                parts.add(new TreeSet<>(part));
                left.removeAll(part);
            }
        }
        if (parts.size() < 2) {
            return List.of(members);
        }
        parts.sort(Comparator.comparing(SortedSet<Integer>::first)
                .thenComparing(SortedSet<Integer>::last)
                .thenComparing(SortedSet<Integer>::toString));
        overlap.attach(left, parts);
        return parts;
    }

    /** Who is left goes where somebody is with whom they are tied, and who is tied to nobody to the first part. */
    private void attach(SortedSet<Integer> left, List<SortedSet<Integer>> parts) {
        for (boolean grew = true; grew && !left.isEmpty(); ) {
            grew = false;
            for (int member : List.copyOf(left)) {
                for (SortedSet<Integer> part : parts) {
                    if (left.contains(member)
                            && neighbours.getOrDefault(member, List.of()).stream()
                                    .anyMatch(part::contains)) {
                        part.add(member);
                        left.remove(member);
                        grew = true;
                    }
                }
            }
        }
        parts.get(0).addAll(left);
    }

    /** Depth first; what lies above a member and does not reach further up without it is a block. */
    private void visit(int member, int depth) {
        depths.put(member, depth);
        int low = depth;
        path.push(member);
        for (int next : neighbours.getOrDefault(member, List.of())) {
            Integer known = depths.get(next);
            if (known == null) {
                visit(next, depth + 1);
                int reached = lows.getOrDefault(next, depth);
                low = Math.min(low, reached);
                if (reached >= depth) {
                    block(member, next);
                }
            } else {
                low = Math.min(low, known);
            }
        }
        lows.put(member, low);
    }

    private void block(int member, int next) {
        SortedSet<Integer> block = new TreeSet<>(List.of(member));
        for (int above = path.pop(); ; above = path.pop()) {
            block.add(above);
            if (above == next) {
                break;
            }
        }
        blocks.add(block);
    }
}
