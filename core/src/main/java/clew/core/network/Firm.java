package clew.core.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * How firmly a line stands: whether it is found again at other resolutions, and how often chance alone would tie adults to shared children as much as in it when
 * everybody around keeps their number of episodes and every episode its number of people ({@link Worlds}); only the surroundings are rewired, never the whole.
 */
final class Firm {
    private static final double[] RESOLUTIONS = {0.5, 0.71, 1, 1.41, 2};
    private static final double SAME = 0.5;
    private static final int WORLDS = 39;
    /** With less than this many times the line's own episodes around it there is nothing to exchange with. */
    private static final int SURROUNDINGS = 10;

    /** The surroundings are not widened beyond this. */
    private static final int MOST_EPISODES = 4_000;

    private final Evidence evidence;
    private final Contacts contacts;
    private final SortedSet<Integer> members;

    private Firm(Evidence evidence, Contacts contacts, SortedSet<Integer> members) {
        this.evidence = evidence;
        this.contacts = contacts;
        this.members = members;
    }

    static Line.Firmness of(
            Ties ties,
            Contacts contacts,
            SortedSet<Integer> members,
            BiFunction<Core, Double, List<SortedSet<Integer>>> found) {
        Firm firm = new Firm(ties.evidence(), contacts, members);
        List<Integer> around = firm.around(ties);
        long own = firm.episodes(members).stream()
                .filter(episode -> firm.open(episode).length > 0)
                .count();
        boolean enough = around.size() >= SURROUNDINGS * own && around.size() <= MOST_EPISODES;
        Line.Firmness chance = new Line.Firmness(1, enough ? WORLDS : 0, enough ? firm.asStrong(around) : 0);
        return chance.mayBeChance()
                ? chance
                : new Line.Firmness(firm.stability(found), chance.worlds(), chance.asStrong());
    }

    private double stability(BiFunction<Core, Double, List<SortedSet<Integer>>> found) {
        Core core = core();
        int again = 0;
        for (double times : RESOLUTIONS) {
            again += found.apply(core, times).stream().anyMatch(part -> isSame(part, members)) ? 1 : 0;
        }
        return again / (double) RESOLUTIONS.length;
    }

    private Core core() {
        SortedSet<Integer> adults = new TreeSet<>(members);
        adults.removeIf(member -> !contacts.byAdult().containsKey(member));
        SortedSet<Integer> children = new TreeSet<>();
        adults.forEach(adult ->
                children.addAll(contacts.byAdult().getOrDefault(adult, Map.of()).keySet()));
        children.retainAll(members);
        return new Core(adults, children, List.of());
    }

    private static boolean isSame(Set<Integer> one, Set<Integer> other) {
        Set<Integer> both = new HashSet<>(one);
        both.retainAll(other);
        return both.size() >= SAME * (one.size() + other.size() - both.size());
    }

    private SortedSet<Integer> episodes(Collection<Integer> subjects) {
        SortedSet<Integer> episodes = new TreeSet<>();
        for (int subject : subjects) {
            for (int episode : evidence.episodesOf(subject)) {
                episodes.add(episode);
            }
        }
        return episodes;
    }

    private List<Integer> around(Ties ties) {
        SortedSet<Integer> subjects = new TreeSet<>(members);
        for (int step = 0; step < Neighbourhood.STEPS; step++) {
            SortedSet<Integer> next = new TreeSet<>(subjects);
            for (int subject : subjects) {
                for (int place = ties.start(subject); place < ties.start(subject + 1); place++) {
                    if (ties.units(ties.tie(place)) > 0) {
                        next.add(ties.neighbour(place));
                    }
                }
            }
            if (step > 0 && episodes(next).size() > MOST_EPISODES) {
                break;
            }
            subjects = next;
        }
        return episodes(subjects).stream()
                .filter(episode -> open(episode).length > 0)
                .toList();
    }

    /**
     * Who was there and not only with those with whom a reason explains it: what is explained is no chance and leaves nothing to exchange, and a relationship is no
     * meeting.
     */
    private int[] open(int episode) {
        int[] there = evidence.isMeeting(episode) ? evidence.there(episode) : new int[0];
        return Arrays.stream(there)
                .filter(one -> there.length == 1
                        || Arrays.stream(there).anyMatch(other -> other != one && !evidence.isExplained(one, other)))
                .toArray();
    }

    private int asStrong(List<Integer> around) {
        return new Worlds(
                        evidence,
                        around.stream().mapToInt(episode -> episode).toArray(),
                        around.stream().map(this::open).toArray(int[][]::new),
                        members.stream().mapToInt(member -> member).toArray())
                .asStrong(
                        WORLDS,
                        Line.Firmness.leastOfChance(WORLDS),
                        evidence.id(members.first()).hashCode());
    }
}
