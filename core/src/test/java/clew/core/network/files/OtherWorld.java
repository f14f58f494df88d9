package clew.core.network.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * A small made-up world with habits that are not those of the simulator: plain rows of who was at what. Everybody has a circle of neighbours in which they move, one in so
 * many meetings mixes the generations, and groups of adults meet the same children in any number and in no order. Of several towns the first lies at the sea: every third event is
 * there beside its own share, {@code summer} of them between June and August, and to every third of them comes somebody from anywhere. Nobody in it is real.
 */
record OtherWorld(
        int people,
        int everyChild,
        int childBornFrom,
        int childBornTo,
        int adultBornFrom,
        int adultBornTo,
        double eventsPerPerson,
        int mixed,
        int days,
        boolean byMonth,
        int agencies,
        double cars,
        boolean places,
        int groups,
        int meetings,
        int towns,
        double summer) {
    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final int CIRCLE = 40;
    private static final int SEA = 0;
    private static final LocalDate SUMMER = LocalDate.of(2023, 6, 1);
    private static final int DAYS_OF_SUMMER = 92;
    private static final int DAYS_OF_A_YEAR = 365;

    /**
     * What is recorded of it.
     *
     * @param table rows of a plain table
     * @param groups who is in each group
     */
    record Told(String table, List<SortedSet<String>> groups) {}

    Told told(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> rows = new ArrayList<>(List.of("person,event,date,known,place,agency,born,vehicle,phone"));
        List<SortedSet<String>> truth = new ArrayList<>();
        int[] born = new int[people];
        for (int one = 0; one < people; one++) {
            born[one] = isChild(one)
                    ? random.nextInt(childBornFrom, childBornTo + 1)
                    : random.nextInt(adultBornFrom, adultBornTo + 1);
        }
        for (int event = 0; event < people * eventsPerPerson; event++) {
            int first = random.nextInt(towns > 1 && random.nextInt(3) == 0 ? people / towns : people);
            Set<Integer> there = company(first, random);
            tell("e" + event, there, "street-" + random.nextInt(people / 10), born, random, rows);
        }
        for (int group = 0; group < groups; group++) {
            List<Integer> adults = some(false, 2 + random.nextInt(3), random);
            List<Integer> children = some(true, 3 + random.nextInt(3), random);
            String name = "g" + group;
            SortedSet<String> members = new TreeSet<>();
            adults.forEach(one -> members.add("p" + one));
            children.forEach(one -> members.add("p" + one));
            truth.add(members);
            for (int meeting = 0; meeting < meetings; meeting++) {
                Set<Integer> there = new LinkedHashSet<>();
                for (int more = 1 + random.nextInt(2); more > 0; more--) {
                    there.add(adults.get(random.nextInt(adults.size())));
                    there.add(children.get(random.nextInt(children.size())));
                }
                tell(name + "-" + meeting, there, "spot-" + group + "-" + random.nextInt(3), born, random, rows);
            }
        }
        return new Told(String.join("\n", rows), truth);
    }

    private Set<Integer> company(int first, SplittableRandom random) {
        Set<Integer> there = new LinkedHashSet<>(List.of(first));
        for (int more = random.nextInt(4); more > 0; more--) {
            come((first + 1 + random.nextInt(CIRCLE)) % people, first, there, random);
        }
        if (isAtSea(first) && random.nextInt(3) == 0) {
            come(random.nextInt(people), first, there, random);
        }
        return there;
    }

    private void come(int other, int first, Set<Integer> there, SplittableRandom random) {
        if (isChild(first) == isChild(other) || random.nextInt(mixed) == 0) {
            there.add(other);
        }
    }

    private int town(int one) {
        return one * towns / people;
    }

    private boolean isAtSea(int one) {
        return towns > 1 && town(one) == SEA;
    }

    private LocalDate day(boolean atSea, SplittableRandom random) {
        int day = random.nextInt(days);
        if (!atSea || random.nextDouble() >= summer) {
            return START.plusDays(day);
        }
        return SUMMER.plusDays(day / DAYS_OF_A_YEAR * DAYS_OF_A_YEAR + random.nextInt(DAYS_OF_SUMMER));
    }

    private boolean isChild(int one) {
        return one % everyChild == 0;
    }

    private List<Integer> some(boolean child, int number, SplittableRandom random) {
        Set<Integer> some = new LinkedHashSet<>();
        while (some.size() < number) {
            int one = random.nextInt(people);
            if (isChild(one) == child) {
                some.add(one);
            }
        }
        return List.copyOf(some);
    }

    private void tell(
            String event, Set<Integer> there, String place, int[] born, SplittableRandom random, List<String> rows) {
        int first = there.iterator().next();
        LocalDate day = day(isAtSea(first) && event.startsWith("e"), random);
        LocalDate known = day.plusDays(byMonth ? 31 : random.nextInt(20));
        String means = random.nextDouble() < cars ? "m" + first : "";
        for (int one : there) {
            rows.add(String.join(
                    ",",
                    "p" + one,
                    event,
                    byMonth ? day.toString().substring(0, 7) : day.toString(),
                    known.toString(),
                    towns > 1 ? "town-" + town(first) + "-" + place : place,
                    "agency-" + (event.hashCode() & 0xffff) % agencies,
                    born[one] + "-0" + (1 + one % 9) + "-1" + one % 10,
                    places ? means : "",
                    places ? "" : means));
        }
    }
}
