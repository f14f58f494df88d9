package clew.core.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lines while evidence goes on arriving, in a frozen epoch: what is added re-scores what it touches, and the lines are those that a run over everything would
 * give. What is touched: the cores within three steps of whom the new evidence names, or with such a member, and those that are one with theirs. Not thread-safe.
 */
public final class Living {
    private final Evidence whole;
    private final Epoch epoch;
    private final List<Line> lines;
    private final List<Set<String>> linesWith = new ArrayList<>();
    private final Map<String, List<Integer>> linesOf = new HashMap<>();
    private final List<Set<String>> drafts = new ArrayList<>();
    private final Map<String, List<Integer>> draftsOf = new HashMap<>();

    /**
     * What new evidence changed.
     *
     * @param gone lines that no longer stand as they did
     * @param come lines that stand now and did not
     * @param lines all lines now, by the day of their newest evidence, then by id
     */
    public record Change(List<Line> gone, List<Line> come, List<Line> lines) {}

    /**
     * @param whole all evidence so far
     * @param lines its lines in this epoch
     */
    public Living(Evidence whole, Epoch epoch, List<Line> lines) {
        this.whole = whole;
        this.epoch = epoch;
        this.lines = List.copyOf(lines);
        lines.forEach(line -> index(subjects(line), linesWith, linesOf));
    }

    /**
     * The same with a draft of every core kept, also of those that chance alone may have made: for many arrivals.
     *
     * @param ties all evidence so far, in an epoch
     * @param lines its lines
     */
    public Living(Ties ties, List<Line> lines) {
        this(ties.evidence(), ties.epoch(), lines);
        new Lines(ties).drafts().forEach(draft -> index(ids(whole, draft.subjects()), drafts, draftsOf));
    }

    private static void index(Set<String> subjects, List<Set<String>> all, Map<String, List<Integer>> of) {
        subjects.forEach(
                subject -> of.computeIfAbsent(subject, id -> new ArrayList<>()).add(all.size()));
        all.add(subjects);
    }

    /** What would change when this evidence is added. */
    public Change touchedBy(Evidence added) {
        Set<String> changed = ids(added, all(added));
        Set<String> near = new HashSet<>(changed);
        near.addAll(ids(whole, surroundings(changed)));
        Set<String> touched = new HashSet<>(changed);
        meeting(near, drafts, draftsOf).forEach(draft -> touched.addAll(drafts.get(draft)));
        meeting(near, linesWith, linesOf).forEach(line -> touched.addAll(linesWith.get(line)));
        while (true) {
            Lines around = new Lines(Ties.of(around(touched, added), epoch));
            Set<String> reached = new HashSet<>(touched);
            List<Draft> now = around.drafts(
                    core -> meets(ids(around.evidence(), core), near) || meets(ids(around.evidence(), core), touched));
            now.forEach(draft -> reached.addAll(ids(around.evidence(), draft.subjects())));
            meeting(reached, linesWith, linesOf).forEach(line -> reached.addAll(linesWith.get(line)));
            meeting(reached, drafts, draftsOf).forEach(draft -> reached.addAll(drafts.get(draft)));
            if (reached.equals(touched)) {
                return change(around.lines(now), touched);
            }
            touched.addAll(reached);
        }
    }

    private Change change(List<Line> now, Set<String> touched) {
        List<Line> gone = new ArrayList<>();
        meeting(touched, linesWith, linesOf).forEach(line -> gone.add(lines.get(line)));
        List<Line> come = new ArrayList<>(now);
        List<Line> all = new ArrayList<>(lines);
        all.removeAll(gone);
        all.addAll(come);
        all.sort(Line.ORDER);
        List<Line> same = gone.stream().filter(come::contains).toList();
        gone.removeAll(same);
        come.removeAll(same);
        return new Change(List.copyOf(gone), List.copyOf(come), List.copyOf(all));
    }

    /** Which of some sets hold one of these. */
    private static SortedSet<Integer> meeting(
            Set<String> some, List<Set<String>> sets, Map<String, List<Integer>> setsOf) {
        SortedSet<Integer> meeting = new TreeSet<>();
        if (!sets.isEmpty()) {
            some.forEach(one -> meeting.addAll(setsOf.getOrDefault(one, List.of())));
        }
        return meeting;
    }

    /** All that is known of those around, so that the neighbourhoods of whom is touched are whole. */
    private Evidence around(Set<String> touched, Evidence added) {
        return new Evidence.Builder()
                .from(whole, surroundings(touched))
                .from(added, all(added))
                .build();
    }

    /** Who is within three steps: a step is an occasion that no reason explains, or a car, phone or account that both used. */
    private SortedSet<Integer> surroundings(Set<String> some) {
        SortedSet<Integer> edge = new TreeSet<>();
        some.stream().map(whole::subject).filter(subject -> subject >= 0).forEach(edge::add);
        SortedSet<Integer> inside = new TreeSet<>(edge);
        for (int step = 0; step < Neighbourhood.STEPS; step++) {
            SortedSet<Integer> next = new TreeSet<>();
            edge.forEach(subject -> next.addAll(beside(subject)));
            next.removeAll(inside);
            inside.addAll(next);
            edge = next;
        }
        return inside;
    }

    private Collection<Integer> beside(int subject) {
        Set<Integer> beside = new HashSet<>();
        boolean means = whole.kind(subject).isMeans();
        for (int episode : whole.episodesOf(subject)) {
            int[] there = whole.there(episode);
            for (int other : means || there.length <= Ties.CROWD ? there : new int[0]) {
                if (means || whole.kind(other).isMeans() || !whole.isExplained(subject, other)) {
                    beside.add(other);
                }
            }
        }
        return beside;
    }

    private static SortedSet<Integer> all(Evidence evidence) {
        SortedSet<Integer> all = new TreeSet<>();
        for (int subject = 0; subject < evidence.subjects(); subject++) {
            all.add(subject);
        }
        return all;
    }

    private static Set<String> ids(Evidence evidence, Collection<Integer> subjects) {
        Set<String> ids = new HashSet<>();
        subjects.forEach(subject -> ids.add(evidence.id(subject)));
        return ids;
    }

    private static Set<String> ids(Evidence evidence, Core core) {
        Set<String> ids = ids(evidence, core.adults());
        ids.addAll(ids(evidence, core.children()));
        return ids;
    }

    private static Set<String> subjects(Line line) {
        Set<String> subjects = new HashSet<>(line.people());
        subjects.addAll(line.others());
        subjects.addAll(line.means());
        return subjects;
    }

    private static boolean meets(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }
}
