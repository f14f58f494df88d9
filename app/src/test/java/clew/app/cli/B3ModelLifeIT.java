package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies;
import clew.app.access.Role;
import clew.app.access.Users;
import clew.app.identity.Extracted;
import clew.app.identity.Models;
import clew.app.identity.StoredModels;
import clew.app.identity.Townsfolk;
import clew.app.intake.Intake;
import clew.app.store.DatabaseForTests;
import clew.app.store.Store;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
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
        models.putInForce(Models.shipped().id(), steward(), "back to the one that ships");
        assertThat(models.inForce().id()).isEqualTo(Models.shipped().id());
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
