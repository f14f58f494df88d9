package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.linkage.AppliedModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The laws of identity on arrival in thousands of small random worlds, under a fixed Model and without a store: the code that links an arrival is the one that does it on the
 * database. What a micro-batch reads and writes there is tried by {@link B2ArrivalOrderIT} and {@link B6RegisterLawIT}.
 */
class B2ArrivalLawsTest {
    private static final int WORLDS = Integer.getInteger("clew.worlds", 2_000);
    private static final int ACTS = 11;
    private static final long SEED = Long.getLong("clew.seed", 20_261_128);

    private static final AppliedModel MODEL = RememberedActs.model();

    private int identified;

    @Test
    void any_order_of_arrivals_is_the_batch_with_ids_decisions_hold_and_what_is_taken_back_never_was() {
        System.out.println("B2ArrivalLawsTest: " + WORLDS + " worlds from seed " + SEED);
        int joined = 0;
        int apart = 0;
        for (long seed = SEED; seed < SEED + WORLDS; seed++) {
            RememberedActs acts = new RememberedActs(seed, ACTS);
            RememberedWorld first = played(acts.shuffled(seed), seed);
            RememberedWorld second = played(acts.shuffled(~seed), ~seed);
            RememberedWorld never = played(
                    acts.shuffled(seed + 1).stream()
                            .filter(act -> !act.takenBack())
                            .toList(),
                    seed + 1);
            isBatch(first, seed);
            isBatch(second, seed);
            assertThat(second.persons()).as("seed %d, another order", seed).isEqualTo(first.persons());
            assertThat(never.persons())
                    .as("seed %d, as if what was taken back had never been decided", seed)
                    .isEqualTo(first.persons());
            decisionsHold(first, seed);
            joined += first.persons().stream().anyMatch(person -> person.size() > 2) ? 1 : 0;
            apart += first.persons().size() > 2 ? 1 : 0;
        }
        assertThat(joined).as("worlds in which three records are one person").isGreaterThan(WORLDS / 20);
        assertThat(apart).as("worlds with three persons").isGreaterThan(WORLDS / 4);
        assertThat(identified).as("nicknames that were joined with somebody").isGreaterThan(WORLDS / 50);
    }

    private static RememberedWorld played(List<RememberedActs.Act> acts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RememberedWorld world = new RememberedWorld(MODEL);
        for (RememberedActs.Act act : acts) {
            act.in().accept(world);
            if (random.nextInt(3) > 0) {
                world.links();
            }
        }
        world.links();
        return world;
    }

    private static void isBatch(RememberedWorld world, long seed) {
        Partition batch = world.batch();
        Set<Set<UUID>> persons = new HashSet<>();
        batch.persons().forEach(rows -> persons.add(Set.of(batch.records(rows))));
        assertThat(world.persons()).as("seed %d, batch", seed).isEqualTo(persons);
        Map<UUID, UUID> wholes = new HashMap<>();
        batch.order()
                .forEach(row -> wholes.put(
                        batch.subject(row).record(),
                        batch.subject(batch.wholeOf(row)).record()));
        assertThat(world.wholes()).as("seed %d, what hangs together", seed).isEqualTo(wholes);
        Register.Changes rebuilt = world.rebuilt(batch);
        assertThat(rebuilt.areNone())
                .as("seed %d, a rebuild finds every id", seed)
                .isTrue();
        for (int person = 0; person < persons.size(); person++) {
            UUID record = batch.records(batch.persons().get(person))[0];
            assertThat(world.personOf().get(record))
                    .as("seed %d, id of %s", seed, record)
                    .isEqualTo(rebuilt.ids().get(person));
        }
    }

    private void decisionsHold(RememberedWorld world, long seed) {
        Map<UUID, UUID> personOf = world.personOf();
        boolean nobodyApart = world.decisions().stream().allMatch(Said::same);
        for (Said said : world.decisions()) {
            UUID left = personOf.get(said.left());
            UUID right = personOf.get(said.right());
            boolean bothLinked = world.isLinked(said.left()) && world.isLinked(said.right());
            if (bothLinked && !said.same()) {
                assertThat(left).as("seed %d, not the same: %s", seed, said).isNotEqualTo(right);
            } else if (bothLinked && nobodyApart && world.isKnown(said.left()) && world.isKnown(said.right())) {
                assertThat(left).as("seed %d, the same: %s", seed, said).isEqualTo(right);
            } else if (bothLinked && world.isIdentified(said)) {
                assertThat(left).as("seed %d, identified: %s", seed, said).isEqualTo(right);
                identified++;
            }
        }
    }
}
