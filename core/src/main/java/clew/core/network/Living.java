package clew.core.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lines while evidence goes on arriving, in a frozen epoch: what is added re-scores what it touches, and the lines are those that a run over everything would
 * give. What is touched: the cores within three steps of whom the new evidence names, and the lines that share anybody with theirs. Not thread-safe.
 */
public final class Living {
    private static final int MOST_TURNS = 20;

    private final Evidence whole;
    private final Epoch epoch;
    private final List<Line> lines;

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
    }

    /** What would change when this evidence is added. */
    public Change touchedBy(Evidence added) {
        Set<String> seeds = new HashSet<>();
        for (int subject = 0; subject < added.subjects(); subject++) {
            seeds.add(added.id(subject));
        }
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Evidence around = around(seeds, added);
            List<Line> now = Lines.of(Ties.of(around, epoch));
            Set<String> reached = new HashSet<>(seeds);
            Set<String> near = near(around, seeds);
            now.stream().filter(line -> meets(line, near)).forEach(line -> reached.addAll(subjects(line)));
            cores(around, near, reached);
            lines.stream().filter(line -> meets(line, reached)).forEach(line -> reached.addAll(subjects(line)));
            if (reached.equals(seeds)) {
                return change(now, seeds);
            }
            seeds = reached;
        }
        throw new IllegalStateException("expected what is touched to end, found more after " + MOST_TURNS + " turns");
    }

    /** Every core that has somebody near is worked out whole. */
    private static void cores(Evidence around, Set<String> near, Set<String> reached) {
        for (Core core : Cores.of(around, new Contacts(around))) {
            Set<String> of = new HashSet<>();
            core.adults().forEach(adult -> of.add(around.id(adult)));
            core.children().forEach(child -> of.add(around.id(child)));
            if (of.stream().anyMatch(near::contains)) {
                reached.addAll(of);
            }
        }
    }

    private Change change(List<Line> now, Set<String> seeds) {
        List<Line> gone = new ArrayList<>(
                lines.stream().filter(line -> meets(line, seeds)).toList());
        List<Line> come =
                new ArrayList<>(now.stream().filter(line -> meets(line, seeds)).toList());
        List<Line> all = new ArrayList<>(lines);
        all.removeAll(gone);
        all.addAll(come);
        all.sort(Comparator.comparing(Line::last).thenComparing(Line::id));
        List<Line> same = gone.stream().filter(come::contains).toList();
        gone.removeAll(same);
        come.removeAll(same);
        return new Change(List.copyOf(gone), List.copyOf(come), List.copyOf(all));
    }

    /** All that is known of the subjects within so many steps that the neighbourhoods of the seeds' neighbourhoods are whole. */
    private Evidence around(Set<String> seeds, Evidence added) {
        SortedSet<Integer> inside = new TreeSet<>();
        SortedSet<Integer> edge = new TreeSet<>();
        seeds.stream().map(whole::subject).filter(subject -> subject >= 0).forEach(edge::add);
        inside.addAll(edge);
        for (int step = 0; step < Neighbourhood.STEPS; step++) {
            edge = together(whole, edge);
            edge.removeAll(inside);
            inside.addAll(edge);
        }
        return new Evidence.Builder()
                .from(whole, inside)
                .from(added, all(added))
                .build();
    }

    private static SortedSet<Integer> all(Evidence evidence) {
        SortedSet<Integer> all = new TreeSet<>();
        for (int subject = 0; subject < evidence.subjects(); subject++) {
            all.add(subject);
        }
        return all;
    }

    private static SortedSet<Integer> together(Evidence evidence, Collection<Integer> some) {
        SortedSet<Integer> together = new TreeSet<>();
        for (int subject : some) {
            for (int episode : evidence.episodesOf(subject)) {
                for (int other : evidence.there(episode)) {
                    together.add(other);
                }
            }
        }
        return together;
    }

    private static Set<String> near(Evidence around, Set<String> seeds) {
        SortedSet<Integer> near = new TreeSet<>();
        seeds.stream().map(around::subject).filter(subject -> subject >= 0).forEach(near::add);
        for (int step = 0; step < Neighbourhood.STEPS; step++) {
            near.addAll(together(around, near));
        }
        Set<String> ids = new HashSet<>();
        near.forEach(subject -> ids.add(around.id(subject)));
        return ids;
    }

    private static Set<String> subjects(Line line) {
        Set<String> subjects = new HashSet<>(line.people());
        subjects.addAll(line.others());
        subjects.addAll(line.means());
        return subjects;
    }

    private static boolean meets(Line line, Set<String> some) {
        return subjects(line).stream().anyMatch(some::contains);
    }
}
