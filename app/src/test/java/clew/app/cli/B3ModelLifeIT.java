package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies;
import clew.app.access.Role;
import clew.app.access.Users;
import clew.app.identity.DriftWatch;
import clew.app.identity.Extracted;
import clew.app.identity.Models;
import clew.app.identity.Senders;
import clew.app.identity.StoredModels;
import clew.app.identity.Townsfolk;
import clew.app.intake.Intake;
import clew.app.store.DatabaseForTests;
import clew.app.store.Store;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A model from learning it to the persons that follow from it (row B3). */
class B3ModelLifeIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    static Path folder;

    private static Extracted extracted;
    private static Store store;

    @BeforeAll
    static void imported() {
        Townsfolk town = new Townsfolk(300, 5);
        extracted = new Extracted(database);
        Townsfolk.AGENCIES.forEach(agency -> extracted.imported(folder, agency, town.of(agency)));
        store = database.open();
    }

    @Test
    void a_model_is_learnt_compared_put_in_force_by_a_decision_and_watched() {
        StoredModels models = new StoredModels(store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC());
        assertThat(models.inForce().id()).isEqualTo(Models.shipped().id());
        extracted.built();
        assertThat(modelOfPicture()).isEqualTo(Models.shipped().id());

        String id = models.train("a test");
        assertThat(models.train("another"))
                .as("the same records, the same model")
                .isEqualTo(id);
        assertThat(models.kept()).containsExactly(id);
        Models.Held learnt = models.find(id.substring(0, 8)).orElseThrow();
        assertThat(learnt.trainedBy()).isEqualTo("a test");
        assertThat(models.find("ffffff")).isEmpty();
        assertThat(models.inForce().id())
                .as("nothing changes until it is accepted")
                .isEqualTo(Models.shipped().id());

        StringWriter told = new StringWriter();
        ModelWords.print(learnt, new PrintWriter(told));
        ModelWords.print(models.compare(models.inForce(), learnt), new PrintWriter(told));
        ModelWords.print(models.drift(learnt, java.time.Duration.ofDays(28)), 28, new PrintWriter(told));
        assertThat(told.toString())
                .contains("persons instead of", "Weights that change most", "records move", "That is little.");
        assertThat(models.compare(learnt, learnt).moved()).isZero();
        assertThat(models.drift(models.inForce(), java.time.Duration.ofDays(28)).isMuch())
                .as("another region, other columns filled")
                .isTrue();

        UUID decision = models.putInForce(id, steward(), "it knows our names");
        assertThat(models.inForce().id()).isEqualTo(id);
        assertThat(reason(decision)).isEqualTo("it knows our names");
        extracted.built();
        assertThat(modelOfPicture()).isEqualTo(id);
        assertDriftIsSeen();
        models.putInForce(Models.shipped().id(), steward(), "back to the one that ships");
        assertThat(models.inForce().id()).isEqualTo(Models.shipped().id());
    }

    /** What agencies send changes: of a day's look nothing is said before, and much after. */
    private static void assertDriftIsSeen() {
        DriftWatch today = new DriftWatch(store.engine(), Clock.systemUTC());
        assertThat(today.last()).isEmpty();
        assertThat(today.look()).get().matches(seen -> !seen.isMuch());
        Townsfolk newcomers = new Townsfolk(250, 6);
        Townsfolk.AGENCIES.forEach(agency -> extracted.imported(folder, agency, withoutBirth(newcomers.of(agency))));
        Senders.linked(store);
        assertThat(today.look()).as("once a day").isEqualTo(today.last()).get().matches(seen -> !seen.isMuch());
        DriftWatch tomorrow = new DriftWatch(store.engine(), Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
        assertThat(tomorrow.look()).get().matches(DriftWatch.Seen::isMuch);
        assertThat(tomorrow.last()).get().satisfies(seen -> {
            assertThat(seen.drift().filled().get("date of birth")).isLessThan(-0.2);
            StringWriter told = new StringWriter();
            ModelWords.print(seen, new PrintWriter(told));
            assertThat(told.toString()).contains("is watched", "its drift was much");
        });
    }

    private static String withoutBirth(String rows) {
        return rows.replaceAll("(?m)^P(\\d+,[^,]*,[^,]*,)[^,]*", "N$1");
    }

    private static UUID steward() {
        Users users = new Users(store.engine());
        return users.find("ivy").orElseGet(() -> {
            int agency =
                    new Agencies(store.engine()).find(Townsfolk.AGENCIES.get(0)).orElseThrow();
            users.local(agency, "ivy", "Ivy", Role.DATA_STEWARD);
            return users.find("ivy").orElseThrow();
        });
    }

    private static String modelOfPicture() {
        return store.engine()
                .in(sql -> sql.sql("select model ->> 'id' from picture.built")
                        .query(String.class)
                        .single());
    }

    private static String reason(UUID decision) {
        return store.engine()
                .in(sql -> sql.sql("select reason from decisions.decision where decision_id = ?")
                        .param(decision)
                        .query(String.class)
                        .single());
    }
}
