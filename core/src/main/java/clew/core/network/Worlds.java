package clew.core.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The surroundings of a line, made again by chance: people of one standing change places between episodes of a quarter of a year, so that everybody keeps their
 * number of episodes and every episode its number of people (the configuration model of people and episodes).
 */
final class Worlds {
    private static final int SWAPS_A_PART = 10;
    private static final int DAYS_OF_A_SEASON = 91;
    private static final int LEAST_SHARED = 2;

    private final Evidence evidence;
    private final int[] episodes;
    private final int[] subjects;
    private final boolean[] member;
    private final int[][] there;

    /**
     * @param episodes around the line
     * @param there who was in each and may change places, ascending
     */
    Worlds(Evidence evidence, int[] episodes, int[][] there, int[] members) {
        this.evidence = evidence;
        this.episodes = episodes;
        subjects = Arrays.stream(there)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        this.there = Arrays.stream(there)
                .map(episode -> Arrays.stream(episode)
                        .map(subject -> Arrays.binarySearch(subjects, subject))
                        .toArray())
                .toArray(int[][]::new);
        member = new boolean[subjects.length];
        for (int one : members) {
            int place = Arrays.binarySearch(subjects, one);
            if (place >= 0) {
                member[place] = true;
            }
        }
    }

    /**
     * In how many worlds chance alone made two adults share as much, among the members or among the others beside them.
     *
     * @param most after so many it is not sought further
     */
    int asStrong(int worlds, int most, long seed) {
        int observed = strength(there, true);
        SplittableRandom random = new SplittableRandom(seed);
        int asStrong = 0;
        for (int world = 0; world < worlds && asStrong < most; world++) {
            int[][] rewired = rewired(random);
            asStrong += strength(rewired, true) >= observed || strength(rewired, false) >= observed ? 1 : 0;
        }
        return asStrong;
    }

    private int[][] rewired(SplittableRandom random) {
        int[][] world = Arrays.stream(there).map(int[]::clone).toArray(int[][]::new);
        int parts = Arrays.stream(world).mapToInt(episode -> episode.length).sum();
        for (int swap = 0; swap < SWAPS_A_PART * parts; swap++) {
            int one = random.nextInt(world.length);
            int other = random.nextInt(world.length);
            boolean season = Math.abs(evidence.day(episodes[one]) - evidence.day(episodes[other])) <= DAYS_OF_A_SEASON;
            if (one != other && season && world[one].length > 0 && world[other].length > 0) {
                exchange(world, one, other, random);
            }
        }
        return world;
    }

    /** Exchanges two people of the same standing, unless either is in the other's episode already. */
    private void exchange(int[][] world, int one, int other, SplittableRandom random) {
        int first = random.nextInt(world[one].length);
        int second = random.nextInt(world[other].length);
        int left = world[one][first];
        int right = world[other][second];
        boolean alike = evidence.kind(subjects[left]) == evidence.kind(subjects[right])
                && isAdult(one, left) == isAdult(other, right);
        if (alike && !contains(world[one], right) && !contains(world[other], left)) {
            world[one][first] = right;
            world[other][second] = left;
        }
    }

    private static boolean contains(int[] some, int one) {
        for (int each : some) {
            if (each == one) {
                return true;
            }
        }
        return false;
    }

    private boolean isAdult(int place, int subject) {
        return evidence.isAdultIn(episodes[place], subjects[subject]);
    }

    /**
     * How much there is of what a line is made of: the most that any two adults have in common, which is for each child the times of the one with it by those of the other. Only
     * two adults are looked at, not all who hang together by sharing children: where people meet often, chance ties nearly everybody to somebody, and all of them together
     * share more than a few who know each other.
     *
     * @param members whether among the members, or among the others
     */
    private int strength(int[][] world, boolean members) {
        Numbers contacts = new Numbers();
        for (int place = 0; place < world.length; place++) {
            for (int adult : world[place].length <= Ties.CROWD ? world[place] : new int[0]) {
                if (member[adult] == members && isAdult(place, adult)) {
                    children(world[place], place, adult, contacts);
                }
            }
        }
        return strongest(contacts.sorted());
    }

    private void children(int[] there, int place, int adult, Numbers contacts) {
        for (int child : there) {
            boolean isChild = member[child] == member[adult]
                    && evidence.kind(subjects[child]) == SubjectKind.PERSON
                    && !isAdult(place, child);
            if (isChild && !evidence.isExplained(subjects[adult], subjects[child])) {
                contacts.add((long) child << 32 | adult);
            }
        }
    }

    /** @param contacts a child and an adult each, once for each time, by child */
    private int strongest(long[] contacts) {
        Numbers shared = new Numbers();
        for (int from = 0, to; from < contacts.length; from = to) {
            for (to = from; to < contacts.length && contacts[to] >>> 32 == contacts[from] >>> 32; to++) {
                for (int before = from; before < to; before++) {
                    if (contacts[before] != contacts[to]) {
                        shared.add(contacts[before] << 32 | (int) contacts[to]);
                    }
                }
            }
        }
        return most(shared.sorted());
    }

    /** @param shared two adults each, once for each time of the one and each of the other with one child */
    private static int most(long[] shared) {
        int most = 0;
        for (int from = 0, to; from < shared.length; from = to) {
            for (to = from; to < shared.length && shared[to] == shared[from]; to++) {
                // to the end of the pair
            }
            most = Math.max(most, to - from);
        }
        return most >= LEAST_SHARED ? most : 0;
    }
}
