package clew.core.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;

/**
 * How firmly a line stands: whether it is found again at other resolutions, and how often chance alone would tie adults to shared children as much as in it when
 * everybody around keeps their number of episodes and every episode its number of people. Worlds are made by exchanging who was where, between episodes of a
 * quarter of a year (the configuration model of people and episodes); only the surroundings are rewired, never the whole.
 */
final class Firm {
    private static final double[] RESOLUTIONS = {0.5, 0.71, 1, 1.41, 2};
    private static final double SAME = 0.5;
    private static final int WORLDS = 39;
    private static final int SWAPS_A_PART = 10;
    private static final int DAYS_OF_A_SEASON = 91;
    /** With less than this many times the line's own episodes around it there is nothing to exchange with. */
    private static final int SURROUNDINGS = 10;

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
            BiFunction<Core, Double, SortedSet<Integer>> found) {
        Firm firm = new Firm(ties.evidence(), contacts, members);
        Core core = firm.core();
        int again = 0;
        for (double times : RESOLUTIONS) {
            again += isSame(found.apply(core, times), members) ? 1 : 0;
        }
        List<Integer> around = firm.around(ties);
        long own = firm.episodes(members).stream()
                .filter(episode -> firm.open(episode).length > 0)
                .count();
        if (around.size() < SURROUNDINGS * own || around.size() > MOST_EPISODES) {
            return new Line.Firmness(again / (double) RESOLUTIONS.length, 0, 0);
        }
        return new Line.Firmness(again / (double) RESOLUTIONS.length, WORLDS, firm.worlds(around));
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

    private SortedSet<Integer> episodes(Set<Integer> subjects) {
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
        for (int step = 0; step < Neighbourhood.STEPS && episodes(subjects).size() <= MOST_EPISODES; step++) {
            SortedSet<Integer> next = new TreeSet<>(subjects);
            for (int subject : subjects) {
                for (int place = ties.start(subject); place < ties.start(subject + 1); place++) {
                    next.add(ties.neighbour(place));
                }
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
        int[] there = evidence.episode(episode).isMeeting() ? evidence.there(episode) : new int[0];
        return Arrays.stream(there)
                .filter(one -> there.length == 1
                        || Arrays.stream(there)
                                .anyMatch(other -> other != one && evidence.explainedBy(one, other) == null))
                .toArray();
    }

    private int worlds(List<Integer> around) {
        int[][] there = around.stream().map(this::open).toArray(int[][]::new);
        int observed = strength(around, only(there, members::contains));
        SplittableRandom random =
                new SplittableRandom(evidence.id(members.first()).hashCode());
        int asStrong = 0;
        for (int world = 0; world < WORLDS; world++) {
            int[][] rewired = rewired(around, there, random);
            boolean among = strength(around, only(rewired, members::contains)) >= observed;
            boolean beside = strength(around, only(rewired, subject -> !members.contains(subject))) >= observed;
            asStrong += among || beside ? 1 : 0;
        }
        return asStrong;
    }

    /** The same episodes with nobody but some. */
    private static int[][] only(int[][] there, IntPredicate some) {
        return Arrays.stream(there)
                .map(episode -> Arrays.stream(episode).filter(some).toArray())
                .toArray(int[][]::new);
    }

    /** Exchanges two people of the same standing between two episodes of one season, unless either is in the other's already. */
    private int[][] rewired(List<Integer> around, int[][] there, SplittableRandom random) {
        int[][] world = Arrays.stream(there).map(int[]::clone).toArray(int[][]::new);
        int parts = Arrays.stream(world).mapToInt(episode -> episode.length).sum();
        for (int swap = 0; swap < SWAPS_A_PART * parts; swap++) {
            int one = random.nextInt(world.length);
            int other = random.nextInt(world.length);
            boolean season =
                    Math.abs(evidence.day(around.get(one)) - evidence.day(around.get(other))) <= DAYS_OF_A_SEASON;
            if (one != other && season && world[one].length > 0 && world[other].length > 0) {
                exchange(around, world, one, other, random);
            }
        }
        return world;
    }

    private void exchange(List<Integer> around, int[][] world, int one, int other, SplittableRandom random) {
        int first = random.nextInt(world[one].length);
        int second = random.nextInt(world[other].length);
        int left = world[one][first];
        int right = world[other][second];
        boolean alike = evidence.kind(left) == evidence.kind(right)
                && isAdult(around.get(one), left) == isAdult(around.get(other), right);
        if (alike && !contains(world[one], right) && !contains(world[other], left)) {
            world[one][first] = right;
            world[other][second] = left;
        }
    }

    private static boolean contains(int[] some, int one) {
        return Arrays.stream(some).anyMatch(each -> each == one);
    }

    private boolean isAdult(int episode, int subject) {
        return evidence.standingIn(episode, subject) == Standing.ADULT;
    }

    /**
     * How much there is of what a line is made of: the children shared by two adults, over all pairs of adults who share two or more; of several cores that no
     * adult joins, the strongest.
     */
    private int strength(List<Integer> around, int[][] there) {
        Map<Integer, Set<Integer>> adultsOf = new HashMap<>();
        for (int place = 0; place < there.length; place++) {
            for (int adult : there[place].length <= Ties.CROWD ? there[place] : new int[0]) {
                for (int child : isAdult(around.get(place), adult) ? there[place] : new int[0]) {
                    boolean isChild = evidence.kind(child) == SubjectKind.PERSON && !isAdult(around.get(place), child);
                    if (isChild && evidence.explainedBy(adult, child) == null) {
                        adultsOf.computeIfAbsent(child, c -> new HashSet<>()).add(adult);
                    }
                }
            }
        }
        return strongest(adultsOf.values());
    }

    private static int strongest(Collection<Set<Integer>> adultsOfChildren) {
        Map<Long, Integer> shared = new HashMap<>();
        for (Set<Integer> adults : adultsOfChildren) {
            for (int one : adults) {
                for (int other : adults) {
                    if (one < other) {
                        shared.merge(Pairs.key(one, other), 1, Integer::sum);
                    }
                }
            }
        }
        shared.values().removeIf(children -> children < 2);
        Map<Integer, Integer> rootOf = new HashMap<>();
        shared.keySet().forEach(pair -> join(rootOf, Pairs.first(pair), Pairs.second(pair)));
        Map<Integer, Integer> strength = new HashMap<>();
        shared.forEach((pair, children) -> strength.merge(root(rootOf, Pairs.first(pair)), children, Integer::sum));
        return strength.values().stream().mapToInt(children -> children).max().orElse(0);
    }

    private static void join(Map<Integer, Integer> rootOf, int one, int other) {
        int first = root(rootOf, one);
        int second = root(rootOf, other);
        if (first != second) {
            rootOf.put(Math.max(first, second), Math.min(first, second));
        }
    }

    private static int root(Map<Integer, Integer> rootOf, int one) {
        int at = one;
        for (Integer next = rootOf.get(at); next != null; next = rootOf.get(at)) {
            at = next;
        }
        return at;
    }
}
