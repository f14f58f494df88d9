package clew.app.review;

import clew.app.access.Role;
import clew.app.store.DatabaseForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

/** People whom nobody has settled yet, and who may settle them: one database for all tests that extend this, in which nothing is decided and nothing waits when a class begins. */
abstract class Unsettled {

    // Not closed after a class: it serves all that extend this.
    static final DatabaseForTests database = new DatabaseForTests();

    @SuppressWarnings("NullAway.Init") // made before the first test
    static Undecided town;

    static Queue queue;
    static Decisions decisions;
    static Undo undo;

    @BeforeAll
    @SuppressWarnings("deprecation") // hundreds of real hashes would take minutes
    static void nothing_is_decided() throws IOException {
        if (town == null) {
            town = new Undecided(database, Files.createTempDirectory("unsettled"), NoOpPasswordEncoder.getInstance());
            for (String name : List.of("steward", "second")) {
                town.user("care", name, Role.DATA_STEWARD, "x");
            }
            town.user("care", "colleague", Role.PRACTITIONER, "x");
            for (String name : List.of("officer", "sergeant")) {
                town.user("force", name, Role.DATA_STEWARD, "x");
            }
            town.user("refuge", "worker", Role.DATA_STEWARD, "x");
            for (String name : List.of("teacher", "bystander")) {
                town.user("school", name, Role.DATA_STEWARD, "x");
            }
            queue = new Queue(database.app(), Clock.systemUTC());
            decisions = new Decisions(database.app(), Clock.systemUTC());
            undo = new Undo(database.app());
        }
        database.owner().sql("truncate decisions.decision cascade").update();
        town.nothingWaits();
    }
}
