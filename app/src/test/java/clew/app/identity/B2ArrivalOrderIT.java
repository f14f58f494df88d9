package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Linking on arrival gives what linking everything at once gives, in whatever order things come. */
class B2ArrivalOrderIT {

    private static final int ACTS = 60;
    private static final int PERSONS = 14;

    @TempDir
    Path folder;

    @RepeatedTest(2)
    void any_order_that_keeps_each_senders_own_gives_the_picture_of_a_build(RepetitionInfo repetition) {
        long seed = Long.getLong("clew.seed", 4200) + repetition.getCurrentRepetition();
        System.out.println("B2ArrivalOrderIT seed " + seed);
        DatabaseForTests one = new DatabaseForTests();
        DatabaseForTests other = new DatabaseForTests();
        try {
            RandomActs acts = new RandomActs(seed, PERSONS).drawn(ACTS);
            ArrivingWorld first = new ArrivingWorld(one, folder);
            play(first, acts.shuffled(seed), seed, true);
            ArrivingWorld second = new ArrivingWorld(other, folder);
            play(second, acts.shuffled(seed + 1000), seed + 1, false);
            assertThat(second.persons()).as("seed %d, two orders", seed).isEqualTo(first.persons());
        } finally {
            one.close();
            other.close();
        }
    }

    private static void play(ArrivingWorld world, List<RandomActs.Act> acts, long seed, boolean often) {
        SplittableRandom random = new SplittableRandom(seed);
        int done = 0;
        for (RandomActs.Act act : acts) {
            act.in(world);
            if (random.nextInt(3) > 0) {
                world.links();
            }
            if (++done % (often ? 20 : acts.size()) == 0) {
                isWhatABuildMakes(world, seed, done);
            }
        }
        isWhatABuildMakes(world, seed, done);
    }

    private static void isWhatABuildMakes(ArrivingWorld world, long seed, int acts) {
        world.links();
        String arrived = world.dump();
        String register = world.register();
        world.rebuild();
        assertThat(arrived).as("seed %d after %d acts", seed, acts).isEqualTo(world.dump());
        assertThat(world.register())
                .as("seed %d after %d acts, ids", seed, acts)
                .isEqualTo(register);
    }
}
