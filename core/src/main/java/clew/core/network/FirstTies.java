package clew.core.network;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who was not certainly of age when first with another of some people, outside what is explained: never an adult of them. */
final class FirstTies {
    private final Evidence evidence;

    FirstTies(Evidence evidence) {
        this.evidence = evidence;
    }

    SortedSet<Integer> asChildren(SortedSet<Integer> members) {
        SortedSet<Integer> children = new TreeSet<>();
        for (int member : members) {
            if (evidence.kind(member) == SubjectKind.PERSON) {
                first(member, members)
                        .filter(episode -> !evidence.isAdultIn(episode, member))
                        .ifPresent(episode -> children.add(member));
            }
        }
        return children;
    }

    private Optional<Integer> first(int member, SortedSet<Integer> members) {
        for (int episode : evidence.episodesOf(member)) {
            int[] there = evidence.there(episode);
            for (int other : there.length <= Ties.CROWD ? there : new int[0]) {
                if (other != member && members.contains(other) && !evidence.isExplained(member, other)) {
                    return Optional.of(episode);
                }
            }
        }
        return Optional.empty();
    }
}
