package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What people decided holds whatever arrives, and what they take back was never decided. */
class B5DecisionsLawIT {

    private static final long SEED = Long.getLong("clew.seed", 5101);

    @RegisterExtension
    static final DatabaseForTests decided = new DatabaseForTests();

    @RegisterExtension
    static final DatabaseForTests never = new DatabaseForTests();

    @RegisterExtension
    static final DatabaseForTests torn = new DatabaseForTests();

    @TempDir
    Path folder;

    @Test
    void decisions_hold_through_arrivals_and_builds_and_taking_them_back_gives_the_world_without_them() {
        System.out.println("B5DecisionsLawIT seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        ArrivingWorld world = new ArrivingWorld(decided, folder);
        ArrivingWorld without = new ArrivingWorld(never, folder);
        arrive(List.of(world, without), 0, 30, random);

        // Two people of one name and house whom a machine takes for one, and two whom it does not.
        UUID[] apart = firstTogether(world);
        UUID[] same = firstApart(world, apart);
        UUID notSame = world.decides("not_same_person", apart[0], apart[1]);
        UUID one = world.decides("same_person", same[0], same[1]);
        world.links();
        holds(world, apart, same);

        arrive(List.of(world, without), 30, 60, random);
        holds(world, apart, same);
        world.rebuild();
        holds(world, apart, same);

        world.takesBack(notSame, apart[0], apart[1]);
        world.takesBack(one, same[0], same[1]);
        world.links();
        without.links();
        assertThat(world.persons()).as("seed %d, taken back", SEED).isEqualTo(without.persons());
        arrive(List.of(world, without), 60, 75, random);
        assertThat(world.persons()).as("seed %d, later arrivals", SEED).isEqualTo(without.persons());
    }

    @Test
    void not_the_same_wins_over_the_same_and_the_contradiction_waits_for_somebody() {
        ArrivingWorld world = new ArrivingWorld(torn, folder);
        for (String agency : List.of("police", "care", "school")) {
            world.sends(agency, ArrivingWorld.row("K", "Ava" + agency, "Nolan", "01/02/2003", "LS1 1AB", "4"));
        }
        UUID police = world.record("police", "K");
        UUID care = world.record("care", "K");
        UUID school = world.record("school", "K");
        world.decides("same_person", police, care);
        world.decides("same_person", care, school);
        world.decides("not_same_person", police, school);
        world.links();

        Map<UUID, UUID> persons = world.personOf();
        assertThat(persons.get(police)).isNotEqualTo(persons.get(school));
        assertThat(world.attention("contradiction")).containsExactly(Set.of(police, care, school));
    }

    private static void holds(ArrivingWorld world, UUID[] apart, UUID[] same) {
        Map<UUID, UUID> persons = world.personOf();
        assertThat(persons.get(apart[0])).as("seed %d, not the same", SEED).isNotEqualTo(persons.get(apart[1]));
        assertThat(persons.get(same[0])).as("seed %d, the same", SEED).isEqualTo(persons.get(same[1]));
    }

    private static void arrive(List<ArrivingWorld> worlds, int from, int to, SplittableRandom random) {
        for (int number = from; number < to; number++) {
            int person = random.nextInt(12);
            Map<String, String> row = ArrivingWorld.row(
                    "P" + number,
                    person % 2 == 0 ? "Ava" : "Ben",
                    "Family" + (char) ('a' + person),
                    "%02d/%02d/2001".formatted(1 + person, 1 + person % 12),
                    "LS%d 1AB".formatted(1 + person % 9),
                    String.valueOf(person));
            String agency = ArrivingWorld.AGENCIES.get(random.nextInt(4));
            worlds.forEach(world -> world.sends(agency, row));
        }
        worlds.forEach(ArrivingWorld::links);
    }

    private static UUID[] firstTogether(ArrivingWorld world) {
        return world.persons().stream()
                .filter(person -> person.size() > 1)
                .map(person -> person.stream().sorted().limit(2).toArray(UUID[]::new))
                .findFirst()
                .orElseThrow();
    }

    private static UUID[] firstApart(ArrivingWorld world, UUID[] not) {
        Map<UUID, UUID> persons = world.personOf();
        UUID first = persons.keySet().stream()
                .filter(record -> !persons.get(record).equals(persons.get(not[0])))
                .findFirst()
                .orElseThrow();
        UUID other = persons.keySet().stream()
                .filter(record -> !persons.get(record).equals(persons.get(first)))
                .filter(record -> !persons.get(record).equals(persons.get(not[0])))
                .findFirst()
                .orElseThrow();
        return new UUID[] {first, other};
    }
}
