package clew.core.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lines when evidence is no longer what it was: whatever was added, changed or taken away, what differs re-scores what it touches, and the lines are those that
 * a run over everything would give.
 *
 * @param lines all of them now, by the day of their newest evidence, then by id
 * @param differing ids of the subjects of whom something else is said than before
 */
public record Renewal(List<Line> lines, Set<String> differing) {
    public Renewal {
        lines = List.copyOf(lines);
        differing = Set.copyOf(differing);
    }

    /**
     * Works the lines out anew where two states of evidence differ.
     *
     * @param before of which the lines are known
     * @param after of which they are wanted
     * @param epoch of both
     * @param lines of the evidence before
     */
    public static Renewal of(Evidence before, Evidence after, Epoch epoch, List<Line> lines) {
        Difference difference = new Difference(before, after);
        Set<String> seeds = new HashSet<>(difference.touched);
        seeds.addAll(around(before, difference.parted));
        if (seeds.isEmpty()) {
            return new Renewal(lines, seeds);
        }
        Evidence.Builder named = new Evidence.Builder();
        for (String id : seeds) {
            Evidence of = after.subject(id) >= 0 ? after : before;
            named.subject(id, of.kind(of.subject(id)));
        }
        List<Line> now =
                new Living(after, epoch, lines).touchedBy(named.build()).lines();
        return new Renewal(now, difference.touched);
    }

    /** Who was within the steps of a neighbourhood of those who lost somebody: what was worked out around them then. */
    private static Set<String> around(Evidence evidence, Collection<String> some) {
        Set<Integer> inside = new TreeSet<>();
        some.stream().map(evidence::subject).filter(subject -> subject >= 0).forEach(inside::add);
        Collection<Integer> edge = List.copyOf(inside);
        for (int step = 0; step < Neighbourhood.STEPS; step++) {
            List<Integer> next = new ArrayList<>();
            for (int subject : edge) {
                for (int episode : evidence.episodesOf(subject)) {
                    for (int other : evidence.there(episode)) {
                        if (inside.add(other)) {
                            next.add(other);
                        }
                    }
                }
            }
            edge = next;
        }
        Set<String> ids = new HashSet<>();
        inside.forEach(subject -> ids.add(evidence.id(subject)));
        return ids;
    }

    /** Who is touched, and who of them may have been nearer to somebody before than now. */
    private static final class Difference {
        private final Set<String> touched = new HashSet<>();
        private final Set<String> parted = new HashSet<>();

        Difference(Evidence before, Evidence after) {
            subjects(before, after);
            episodes(before, after);
            explained(before, after);
        }

        private void subjects(Evidence before, Evidence after) {
            for (int subject = 0; subject < after.subjects(); subject++) {
                String id = after.id(subject);
                int known = before.subject(id);
                if (known < 0 || !after.saysSame(subject, before, known)) {
                    touched.add(id);
                }
            }
            for (int subject = 0; subject < before.subjects(); subject++) {
                if (after.subject(before.id(subject)) < 0) {
                    touched.add(before.id(subject));
                    parted.add(before.id(subject));
                }
            }
        }

        /** Both are in order of day, then of id. */
        private void episodes(Evidence before, Evidence after) {
            for (int old = 0, now = 0; old < before.episodes() || now < after.episodes(); ) {
                int order = old == before.episodes()
                        ? 1
                        : now == after.episodes() ? -1 : before.compareEpisodes(old, after, now);
                Episode known = order <= 0 ? before.episode(old++) : null;
                Episode told = order >= 0 ? after.episode(now++) : null;
                if (told != null && !told.equals(known)) {
                    told.parts().forEach(part -> touched.add(part.subject()));
                }
                if (known != null && !known.equals(told)) {
                    parted(known);
                }
            }
        }

        private void parted(Episode episode) {
            episode.parts().forEach(part -> {
                touched.add(part.subject());
                parted.add(part.subject());
            });
        }

        private void explained(Evidence before, Evidence after) {
            Set<ExplainedPairs.Reason> known = new HashSet<>(before.reasons());
            Set<ExplainedPairs.Reason> differing = new HashSet<>(after.reasons());
            differing.removeAll(known);
            known.removeAll(new HashSet<>(after.reasons()));
            differing.addAll(known);
            for (ExplainedPairs.Reason reason : differing) {
                touched.addAll(List.of(reason.one(), reason.other()));
                parted.addAll(List.of(reason.one(), reason.other()));
            }
        }
    }
}
