package clew.core.network;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether it came again and again: the members' adults were with its children on three or more different days, and one of them with the same child on two of these
 * or anybody on five. Two chance meetings of people who know each other pass the gate in every large town; three do not.
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
        return occasions >= (again ? LEAST_OCCASIONS : OCCASIONS_WITHOUT_REPETITION);
    }
}
