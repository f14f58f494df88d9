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
 * many meetings mixes the generations, and groups of adults meet the same children in any number and in no order. Nobody in it is real.
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
        int meetings) {
    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final int CIRCLE = 40;

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
            int first = random.nextInt(people);
            Set<Integer> there = new LinkedHashSet<>(List.of(first));
            for (int more = random.nextInt(4); more > 0; more--) {
                int other = (first + 1 + random.nextInt(CIRCLE)) % people;
                if (isChild(first) == isChild(other) || random.nextInt(mixed) == 0) {
                    there.add(other);
                }
            }
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
        LocalDate day = START.plusDays(random.nextInt(days));
        LocalDate known = day.plusDays(byMonth ? 31 : random.nextInt(20));
        String means = random.nextDouble() < cars ? "m" + there.iterator().next() : "";
        for (int one : there) {
            rows.add(String.join(
                    ",",
                    "p" + one,
                    event,
                    byMonth ? day.toString().substring(0, 7) : day.toString(),
                    known.toString(),
                    place,
                    "agency-" + (event.hashCode() & 0xffff) % agencies,
                    born[one] + "-0" + (1 + one % 9) + "-1" + one % 10,
                    places ? means : "",
                    places ? "" : means));
        }
    }
}
