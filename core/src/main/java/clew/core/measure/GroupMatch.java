package clew.core.measure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well groups were found: a suggestion is right when it shares at least half with a true group (Jaccard: common members over all members of both), and a
 * group is found when a suggestion is right about it.
 *
 * @param suggestions how many
 * @param right suggestions that are right
 * @param groups true groups
 * @param found groups of which a suggestion is right
 * @param members pairs of a suggestion and a member: all, those of the group it is most like, and all members of groups
 */
public record GroupMatch(int suggestions, int right, int groups, int found, Counts members) {
    private static final double LEAST = 0.5;

    public static GroupMatch of(List<? extends Set<String>> suggestions, List<? extends Set<String>> groups) {
        int right = 0;
        long told = 0;
        long hit = 0;
        Set<Integer> found = new HashSet<>();
        for (Set<String> suggestion : suggestions) {
            int best = best(suggestion, groups);
            told += suggestion.size();
            hit += best < 0 ? 0 : common(suggestion, groups.get(best));
            if (best >= 0 && jaccard(suggestion, groups.get(best)) >= LEAST) {
                right++;
                found.add(best);
            }
        }
        long wanted = groups.stream().mapToLong(Set::size).sum();
        return new GroupMatch(
                suggestions.size(),
                right,
                groups.size(),
                found.size(),
                new Counts(told, Math.min(hit, wanted), wanted));
    }

    /** The group that a suggestion is most like, or -1 when it shares a member with none. */
    public static int best(Set<String> suggestion, List<? extends Set<String>> groups) {
        int best = -1;
        double most = 0;
        for (int group = 0; group < groups.size(); group++) {
            double jaccard = jaccard(suggestion, groups.get(group));
            if (jaccard > most) {
                most = jaccard;
                best = group;
            }
        }
        return best;
    }

    /** Common members over all members of both, in [0, 1]. */
    public static double jaccard(Set<String> one, Set<String> other) {
        long common = common(one, other);
        return common == 0 ? 0 : (double) common / (one.size() + other.size() - common);
    }

    private static long common(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).count();
    }
}
