package clew.bench;

import clew.core.network.Episode;
import clew.core.network.Evidence;
import clew.core.network.Part;
import clew.core.network.SubjectKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Many made-up towns side by side, for measuring size and speed and nothing else: households and professionals whose ties have a recorded reason, ordinary company in
 * which a few are seen far more often than most, cars, and 30 groups in each town of 100,000 people. Every person, place and event is invented. The same seed
 * gives the same towns.
 */
final class Towns {
    static final int PEOPLE_OF_A_TOWN = 100_000;

    private static final LocalDate START = LocalDate.of(2022, 1, 1);
    private static final int DAYS = 1_460;
    private static final int GROUPS_OF_A_TOWN = 30;
    private static final int PLACES_OF_A_TOWN = 2_000;
    private static final int CARS_OF_A_TOWN = 30_000;
    private static final int HOUSEHOLD = 5;
    private static final int CHILD_OF = 5;
    private static final int PROFESSIONALS_OF_A_CHILD = 5;
    /** One in so many companions is of another generation, and nobody knows why. */
    private static final int MIXED = 12;

    /** How unevenly people are seen: the share of the town that the first picks of an episode fall on is this power of a uniform number. */
    private static final double UNEVEN = 1.5;

    private static final int NEAR = 400;
    private static final String[] AGENCIES = {"police", "social-care", "health", "school", "licensing"};

    private final SplittableRandom random;
    private final Evidence.Builder evidence = new Evidence.Builder();
    private final int people;
    private int events;

    private Towns(int people, long seed) {
        this.people = people;
        random = new SplittableRandom(seed);
    }

    /**
     * The evidence of all towns.
     *
     * @param people in all, a multiple of {@link #PEOPLE_OF_A_TOWN}
     * @param eventsPerPerson ordinary events for each person, on average
     */
    static Evidence.Builder evidence(int people, double eventsPerPerson, long seed) {
        Towns towns = new Towns(people, seed);
        for (int first = 0; first < people; first += PEOPLE_OF_A_TOWN) {
            towns.people(first);
            towns.ordinary(first, (int) (PEOPLE_OF_A_TOWN * eventsPerPerson));
            for (int group = 0; group < GROUPS_OF_A_TOWN; group++) {
                towns.group(first, group);
            }
        }
        return towns.evidence;
    }

    /** One more meeting, of some of a planted group or of anybody, on the day after all others. */
    static Evidence arriving(int people, int number, SplittableRandom random) {
        Towns towns = new Towns(people, number);
        int first = random.nextInt(people / PEOPLE_OF_A_TOWN) * PEOPLE_OF_A_TOWN;
        List<String> there = new ArrayList<>();
        if (number % 2 == 0) {
            int base = towns.base(first, random.nextInt(GROUPS_OF_A_TOWN));
            there.addAll(List.of(adult(base, number % 4), child(base, number % 5)));
        } else {
            int one = towns.uneven(first);
            there.addAll(Set.of(person(one), person(towns.companion(first, one))));
        }
        there.forEach(towns::somebody);
        String place = place(first, random.nextInt(PLACES_OF_A_TOWN));
        towns.evidence.subject(place, SubjectKind.PLACE);
        towns.tell("arrived-" + number, DAYS, place, there);
        return towns.evidence.build();
    }

    private void people(int first) {
        for (int one = first; one < first + PEOPLE_OF_A_TOWN; one++) {
            somebody(person(one));
        }
        for (int place = 0; place < PLACES_OF_A_TOWN; place++) {
            evidence.subject(place(first, place), SubjectKind.PLACE);
        }
        for (int household = first; household < first + PEOPLE_OF_A_TOWN; household += HOUSEHOLD) {
            explained(
                    "household",
                    IntStream.range(household, household + HOUSEHOLD).toArray(),
                    first);
            for (int worker = 0; worker < PROFESSIONALS_OF_A_CHILD; worker++) {
                int caseload = first + random.nextInt(PEOPLE_OF_A_TOWN / HOUSEHOLD) * HOUSEHOLD + 1;
                explained("worker_on_the_case", new int[] {household, caseload}, first);
            }
        }
    }

    /** They were seen together once, and a reason is recorded for each two of them. */
    private void explained(String reason, int[] together, int first) {
        for (int one : together) {
            for (int other : together) {
                if (one < other) {
                    evidence.explained(person(one), person(other), reason, false);
                }
            }
        }
        tell(
                "e" + events++,
                random.nextInt(DAYS),
                place(first, random.nextInt(PLACES_OF_A_TOWN)),
                Arrays.stream(together).mapToObj(Towns::person).distinct().toList());
    }

    private void somebody(String id) {
        int one = Integer.parseInt(id.substring(1));
        LocalDate born = LocalDate.of(one % CHILD_OF == 0 ? 2009 : 1960 + one % 40, 1 + one % 12, 1 + one % 28);
        evidence.subject(id, SubjectKind.PERSON, born, born);
    }

    private void ordinary(int first, int number) {
        for (int event = 0; event < number; event++) {
            int one = uneven(first);
            Set<String> there = new HashSet<>(List.of(person(one)));
            double size = random.nextDouble();
            for (int others = size < 0.6 ? 1 : size < 0.85 ? 2 : 3; others > 0; others--) {
                there.add(person(companion(first, one)));
            }
            if (random.nextInt(10) == 0) {
                String car = "car-" + first + "-" + one % CARS_OF_A_TOWN;
                evidence.subject(car, SubjectKind.VEHICLE);
                there.add(car);
            }
            tell(
                    "e" + events++,
                    random.nextInt(DAYS),
                    place(first, random.nextInt(PLACES_OF_A_TOWN)),
                    there.stream().sorted().toList());
        }
    }

    private void group(int first, int group) {
        int base = base(first, group);
        for (int meeting = 0; meeting < 12; meeting++) {
            tell(
                    "e" + events++,
                    random.nextInt(DAYS),
                    place(first, 3 * group + meeting % 3),
                    List.of(
                            adult(base, meeting % 4),
                            adult(base, (meeting + 1) % 4),
                            child(base, meeting % 5),
                            child(base, (meeting + 2) % 5)));
        }
    }

    private int base(int first, int group) {
        return first + 50 * (group * (PEOPLE_OF_A_TOWN / GROUPS_OF_A_TOWN / 50) + 20);
    }

    private static String adult(int base, int number) {
        return person(base + CHILD_OF * (2 * number + 1) + 1);
    }

    private static String child(int base, int number) {
        return person(base + CHILD_OF * 2 * number);
    }

    private int uneven(int first) {
        int place = (int) (PEOPLE_OF_A_TOWN * Math.pow(random.nextDouble(), UNEVEN));
        return first + (int) (place * 7_919L % PEOPLE_OF_A_TOWN);
    }

    private int companion(int first, int one) {
        while (true) {
            int other = random.nextDouble() < 0.8 ? near(first, one) : uneven(first);
            if (one % CHILD_OF == 0 == (other % CHILD_OF == 0) || random.nextInt(MIXED) == 0) {
                return other;
            }
        }
    }

    private int near(int first, int one) {
        int other = one - first + 1 + random.nextInt(NEAR);
        return first + other % PEOPLE_OF_A_TOWN;
    }

    private void tell(String id, int day, String place, List<String> there) {
        LocalDate on = START.plusDays(day);
        String agency = AGENCIES[id.hashCode() & 3];
        evidence.episode(new Episode(
                id,
                on,
                on.plusDays(2),
                agency,
                place,
                there.stream().map(Part::of).toList()));
    }

    private static String person(int number) {
        return String.format("p%07d", number);
    }

    private static String place(int first, int number) {
        return "place-" + first + "-" + number;
    }
}
