package clew.core.network.records;

import clew.core.network.Evidence;
import clew.core.network.records.Fact.Relation;
import clew.core.network.records.Fact.Somebody;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reasons that nobody stated: who shares a home is of one household, unless so many share it that it is an institution; and who is connected with many, by
 * relationships of one agency without a stated reason, has them on a caseload. Both are marked inferred wherever they show.
 */
final class Inference {
    static final int MOST_OF_A_HOUSEHOLD = 8;
    static final int LEAST_OF_A_CASELOAD = 5;

    private final Function<UUID, @Nullable String> idOf;
    private final Evidence.Builder evidence;

    Inference(Function<UUID, @Nullable String> idOf, Evidence.Builder evidence) {
        this.idOf = idOf;
        this.evidence = evidence;
    }

    void households(Collection<Fact> subjects) {
        Map<String, SortedSet<String>> atHome = new TreeMap<>();
        for (Fact fact : subjects) {
            String id = idOf.apply(fact.record());
            if (fact instanceof Somebody somebody && id != null) {
                somebody.homes()
                        .forEach(home -> atHome.computeIfAbsent(home, at -> new TreeSet<>())
                                .add(id));
            }
        }
        atHome.values().stream()
                .filter(people -> people.size() <= MOST_OF_A_HOUSEHOLD)
                .forEach(people -> people.forEach(one -> people.tailSet(one + "\0")
                        .forEach(other -> evidence.explained(one, other, "household", true))));
    }

    /** Whose relationships without a stated reason are a caseload: by agency and person, with whom. */
    void caseloads(Collection<Relation> unstated, Map<UUID, String> agencies) {
        Map<String, SortedSet<String>> others = new HashMap<>();
        unstated.forEach(relation -> both(relation, agencies, others, false));
        others.values().removeIf(people -> people.size() < LEAST_OF_A_CASELOAD);
        unstated.forEach(relation -> both(relation, agencies, others, true));
    }

    private void both(
            Relation relation, Map<UUID, String> agencies, Map<String, SortedSet<String>> others, boolean explain) {
        String one = idOf.apply(relation.one());
        String other = idOf.apply(relation.other());
        String caseload = agencies.get(relation.record()) + "|" + one;
        if (one != null && other != null && !one.equals(other)) {
            if (!explain) {
                others.computeIfAbsent(caseload, of -> new TreeSet<>()).add(other);
            } else if (others.containsKey(caseload)) {
                evidence.explained(one, other, "worker_on_the_case", true);
            }
        }
    }
}
