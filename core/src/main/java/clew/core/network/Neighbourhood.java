package clew.core.network;

import clew.core.explain.Explanation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Everything within three steps of a core, along ties that weigh something; the community of the core is sought in it and nowhere else. */
final class Neighbourhood {
    static final int STEPS = 3;

    /** It is not widened beyond this: what is that well connected explains nothing. */
    static final int LARGEST = 1_000;

    private final Ties ties;
    private final List<Integer> subjects;
    private final Map<Integer, Integer> places = new HashMap<>();

    private Neighbourhood(Ties ties, SortedSet<Integer> subjects) {
        this.ties = ties;
        this.subjects = List.copyOf(subjects);
        for (int subject : this.subjects) {
            places.put(subject, places.size());
        }
    }

    static Neighbourhood of(Ties ties, Collection<Integer> core) {
        SortedSet<Integer> all = new TreeSet<>(core);
        SortedSet<Integer> edge = all;
        for (int step = 0; step < STEPS; step++) {
            SortedSet<Integer> next = new TreeSet<>();
            for (int subject : edge) {
                for (int place = ties.start(subject); place < ties.start(subject + 1); place++) {
                    if (ties.units(ties.tie(place)) > 0 && !all.contains(ties.neighbour(place))) {
                        next.add(ties.neighbour(place));
                    }
                }
            }
            if (step > 0 && all.size() + next.size() > LARGEST) {
                break;
            }
            all.addAll(next);
            edge = next;
        }
        return new Neighbourhood(ties, all);
    }

    /** The community that holds most of the core; of several as good, the one of the smallest subject. */
    SortedSet<Integer> community(Collection<Integer> core) {
        return community(core, 1);
    }

    /** The same at another resolution: this many times that of the epoch. */
    SortedSet<Integer> community(Collection<Integer> core, double times) {
        Graph graph = graph();
        double resolution = times * ties.epoch().resolution() / Explanation.UNITS_PER_BIT;
        double[] ones = new double[graph.nodes()];
        java.util.Arrays.fill(ones, 1);
        int[] found = Leiden.communities(graph, ones, resolution, seed());
        int[] ofCore = new int[found.length];
        int best = found[places.getOrDefault(core.iterator().next(), 0)];
        for (int subject : core) {
            int community = found[places.getOrDefault(subject, 0)];
            ofCore[community]++;
            best = ofCore[community] > ofCore[best] ? community : best;
        }
        SortedSet<Integer> members = new TreeSet<>();
        for (int place = 0; place < found.length; place++) {
            if (found[place] == best) {
                members.add(subjects.get(place));
            }
        }
        return members;
    }

    /** By the id of its smallest subject, not its number: what is elsewhere has no part in it. */
    private long seed() {
        return ties.evidence().id(subjects.get(0)).hashCode();
    }

    private Graph graph() {
        List<Integer> inside = ties.within(new TreeSet<>(subjects));
        return new Graph(
                subjects.size(),
                inside.stream().mapToInt(tie -> place(ties.first(tie))).toArray(),
                inside.stream().mapToInt(tie -> place(ties.second(tie))).toArray(),
                inside.stream()
                        .mapToDouble(tie -> ties.units(tie) / (double) Explanation.UNITS_PER_BIT)
                        .toArray());
    }

    /** Its subjects, in order. */
    List<Integer> subjects() {
        return subjects;
    }

    private int place(int subject) {
        return places.getOrDefault(subject, -1);
    }
}
