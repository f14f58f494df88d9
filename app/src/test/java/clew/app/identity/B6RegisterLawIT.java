package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Person ids are issued once; what arrivals did to them a build from records, decisions and register finds again. */
class B6RegisterLawIT {

    private static final long SEED = Long.getLong("clew.seed", 611);

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @RegisterExtension
    static final DatabaseForTests told = new DatabaseForTests();

    @TempDir
    Path folder;

    @Test
    void a_build_without_the_old_picture_finds_every_id_that_arrivals_gave() {
        System.out.println("B6RegisterLawIT seed " + SEED);
        ArrivingWorld world = new ArrivingWorld(database, folder);
        int done = 0;
        for (RandomActs.Act act : new RandomActs(SEED, 12).drawn(80).shuffled(SEED)) {
            act.in(world);
            if (++done % 2 == 0) {
                world.links();
            }
            if (done % 40 == 0) {
                world.links();
                String arrived = world.dump();
                String register = world.register();
                world.forgetsThePicture();
                world.rebuild();
                assertThat(arrived).as("seed %d after %d acts", SEED, done).isEqualTo(world.dump());
                assertThat(world.register())
                        .as("seed %d after %d acts", SEED, done)
                        .isEqualTo(register);
            }
        }
    }

    @Test
    void the_oldest_keeps_its_id_on_a_join_a_split_gives_the_other_back_and_others_hear_of_it() {
        ArrivingWorld world = new ArrivingWorld(told, folder);
        world.sends("police", row("A"));
        world.links();
        UUID police = world.record("police", "A");
        UUID first = world.personOf().get(police);
        assertThat(world.changes()).containsExactly(Map.entry(first, "new"));

        Map<String, String> other = ArrivingWorld.row("B", "Ulric", "Zeal", "09/09/1951", "CF1 9XY", "77");
        world.sends("care", other);
        world.links();
        UUID care = world.record("care", "B");
        UUID second = world.personOf().get(care);
        assertThat(world.changes()).containsExactly(Map.entry(second, "new"));

        UUID decision = world.decides("same_person", police, care);
        world.links();
        assertThat(world.personOf()).containsEntry(police, first).containsEntry(care, first);
        assertThat(world.changes()).contains(Map.entry(first, "joined"), Map.entry(second, "joined"));
        assertThat(world.holderOf(second))
                .as("the second id leads to the first")
                .isEqualTo(police);

        world.takesBack(decision, police, care);
        world.links();
        assertThat(world.personOf()).containsEntry(police, first).containsEntry(care, second);
        assertThat(world.changes()).contains(Map.entry(first, "split"), Map.entry(second, "split"));

        UUID polices = world.personOf().get(police);
        UUID cares = world.personOf().get(care);
        world.sends("school", row("A"));
        world.links();
        assertThat(world.personOf()).containsEntry(world.record("school", "A"), polices);
        assertThat(world.changes()).containsExactly(Map.entry(polices, "changed"));

        world.withdraws("care", care);
        world.links();
        assertThat(world.changes()).containsExactly(Map.entry(cares, "gone"));
        assertThat(List.of(polices))
                .containsExactlyElementsOf(
                        world.personOf().values().stream().distinct().toList());
    }

    private static Map<String, String> row(String id) {
        return ArrivingWorld.row(id, "Rosalind", "Penhaligon", "03/04/2009", "LS1 4AP", "12");
    }
}
