package clew.core.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Vehicles, phones, accounts, organisations and places that people set aside for a time, each with why: a pool car, a call box, a school's bus stop. What is on it
 * stays in the episodes in which it was, and makes no tie: its part is {@link Bearing#BLOCKED}. At a place on it nobody is tied to anybody, as at a sensitive one, unless the
 * record states an incident there; the place is then a part of the episode and no more its place. A pure input: the same evidence and the same list give the same
 * lines, and what is taken off it counts again as if it had never been on it. Immutable.
 */
public final class BlockList {
    /** Nothing is set aside. */
    public static final BlockList NONE = new BlockList(new TreeMap<>());

    private final SortedMap<String, String> reasons;

    private BlockList(SortedMap<String, String> reasons) {
        this.reasons = reasons;
    }

    /** @param reasons why each makes no tie, by its id */
    public static BlockList of(Map<String, String> reasons) {
        return reasons.isEmpty() ? NONE : new BlockList(new TreeMap<>(reasons));
    }

    /** Why something makes no tie, or null where it is not on the list. */
    public @Nullable String why(String id) {
        return reasons.get(id);
    }

    /** The same without some ids, such as those of people: nobody is ever on it. */
    public BlockList without(Collection<String> ids) {
        SortedMap<String, String> left = new TreeMap<>(reasons);
        left.keySet().removeAll(ids);
        return of(left);
    }

    /**
     * An episode as it counts with this list.
     *
     * @param incident whether a record states an incident where it was
     */
    public Episode on(Episode told, boolean incident) {
        String place = told.place();
        boolean set = place != null && reasons.containsKey(place) && !incident;
        if (!set && told.parts().stream().noneMatch(part -> reasons.containsKey(part.subject()))) {
            return told;
        }
        List<Part> parts = new ArrayList<>();
        for (Part part : told.parts()) {
            boolean blocked = set || reasons.containsKey(part.subject());
            parts.add(blocked && part.bearing() == Bearing.THERE ? part.with(Bearing.BLOCKED) : part);
        }
        if (!set || place == null) {
            return told.with(parts);
        }
        if (parts.stream().noneMatch(part -> part.subject().equals(place))) {
            parts.add(Part.of(place).with(Bearing.BLOCKED));
        }
        return told.nowhere().with(parts);
    }

    /** Ids of who was in some episodes and of what was, on the list or where a place on it was, by which nobody is tied. */
    public static SortedSet<String> within(Collection<Episode> episodes) {
        SortedSet<String> blocked = new TreeSet<>();
        for (Episode episode : episodes) {
            for (Part part : episode.parts()) {
                if (part.bearing() == Bearing.BLOCKED) {
                    blocked.add(part.subject());
                }
            }
        }
        return blocked;
    }

    /**
     * What is on a list, as evidence that was made with it has it.
     *
     * @param subject its id
     * @param why it makes no tie
     * @param episodes in how many it was and tied nobody
     * @param with in how many of these each other was whom it would have tied, by id
     */
    public record Shown(String subject, SubjectKind kind, String why, int episodes, SortedMap<String, Integer> with) {}

    /** All of the list that the evidence tells of, by id. */
    public List<Shown> shown(Evidence evidence) {
        SortedMap<String, List<Episode>> of = new TreeMap<>();
        reasons.keySet().stream().filter(id -> evidence.subject(id) >= 0).forEach(id -> of.put(id, new ArrayList<>()));
        for (int number = 0; number < evidence.episodes() && !of.isEmpty(); number++) {
            if (evidence.isBlockedIn(number)) {
                Episode episode = evidence.episode(number);
                for (String id : within(List.of(episode))) {
                    if (of.containsKey(id)) {
                        of.getOrDefault(id, new ArrayList<>()).add(episode);
                    }
                }
            }
        }
        List<Shown> shown = new ArrayList<>();
        of.forEach((id, episodes) -> shown.add(new Shown(
                id,
                evidence.kind(evidence.subject(id)),
                String.valueOf(reasons.get(id)),
                episodes.size(),
                with(id, episodes))));
        return shown;
    }

    private static SortedMap<String, Integer> with(String id, List<Episode> episodes) {
        SortedMap<String, Integer> with = new TreeMap<>();
        for (Episode episode : episodes) {
            for (Part part : episode.parts()) {
                boolean tied = part.bearing() == Bearing.THERE || part.bearing() == Bearing.BLOCKED;
                if (tied && !part.subject().equals(id)) {
                    with.merge(part.subject(), 1, Integer::sum);
                }
            }
        }
        return with;
    }
}
