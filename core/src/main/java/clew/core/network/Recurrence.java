package clew.core.network;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether it came again and again: the members' adults were with its children on three or more different days, and the same two of the members were together on two days; or
 * on five. Two chance meetings of people who know each other pass the gate in every large town; three do not. Which two it is does not matter: asked of an adult with one
 * child alone it would be lost wherever the records of that child are not joined.
 */
final class Recurrence {
    private static final int LEAST_OCCASIONS = 3;
    private static final int OCCASIONS_WITHOUT_REPETITION = 5;
    private static final int LEAST_AGAIN = 2;

    private Recurrence() {}

    /**
     * Whether contacts among some people recur.
     *
     * @param noAdults who of them counts as no adult
     */
    static boolean holds(Set<Integer> members, Set<Integer> noAdults, Evidence evidence, Contacts contacts) {
        Set<Integer> all = new TreeSet<>();
        boolean again = false;
        for (int adult : members) {
            Map<Integer, List<Contact>> children =
                    noAdults.contains(adult) ? Map.of() : contacts.byAdult().getOrDefault(adult, Map.of());
            for (Map.Entry<Integer, List<Contact>> child : children.entrySet()) {
                if (members.contains(child.getKey())) {
                    List<Integer> episodes = child.getValue().stream()
                            .map(Contact::episode)
                            .filter(evidence::isMeeting)
                            .toList();
                    all.addAll(episodes);
                    again |= Occasions.of(evidence, new TreeSet<>(episodes)) >= LEAST_AGAIN;
                }
            }
        }
        int occasions = Occasions.of(evidence, all);
        return occasions >= OCCASIONS_WITHOUT_REPETITION
                || occasions >= LEAST_OCCASIONS && (again || metAgain(members, evidence));
    }

    private static boolean metAgain(Set<Integer> members, Evidence evidence) {
        List<Integer> people = members.stream()
                .filter(member -> evidence.kind(member) == SubjectKind.PERSON)
                .toList();
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                if (metAgain(people.get(i), people.get(j), evidence)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean metAgain(int one, int other, Evidence evidence) {
        List<Integer> together = Occasions.common(evidence, one, other).stream()
                .filter(episode -> evidence.isMeeting(episode) && evidence.there(episode).length <= Ties.CROWD)
                .toList();
        return Occasions.of(evidence, together) >= LEAST_AGAIN && !evidence.isExplained(one, other);
    }
}
