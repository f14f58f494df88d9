package clew.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Role;
import clew.app.identity.PersonPages;
import clew.app.review.Histories.Step;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

/** How a person came to be is known, and a number that somebody once had leads to them. */
class B6HistoryIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    private static Undecided town;

    @BeforeAll
    @SuppressWarnings("deprecation") // hundreds of real hashes would take minutes
    static void people(@TempDir Path folder) {
        town = new Undecided(database, folder, NoOpPasswordEncoder.getInstance());
        town.user("care", "steward", Role.DATA_STEWARD, "x");
        town.user("care", "worker", Role.PRACTITIONER, "x");
    }

    @Test
    void a_join_stands_in_the_history_and_the_number_that_ended_leads_to_the_person() {
        UUID old = town.school(7);
        UUID young = town.care(57);
        UUID kept = personOf(old);
        UUID ended = personOf(young);
        Rights steward = town.rights("steward");
        assertThat(new Decisions(database.app(), Clock.systemUTC()).same(steward, old, young, "same passport"))
                .isInstanceOf(Outcome.Done.class);
        joined(ended, kept, young);

        List<Step> steps = new Histories(database.app()).of(steward, List.of(old, young));
        assertThat(steps).isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
        assertThat(steps).filteredOn(Step.Received.class::isInstance).hasSize(2);
        assertThat(steps).filteredOn(Step.Made.class::isInstance).hasSize(1);
        assertThat(steps)
                .filteredOn(Step.Joined.class::isInstance)
                .singleElement()
                .satisfies(step -> assertThat(((Step.Joined) step).to()).isEqualTo(kept));
        assertThat(new PersonPages(database.app(), Clock.systemUTC()).recordOf(steward, ended))
                .contains(old);
    }

    @Test
    void what_rests_on_a_record_that_does_not_show_is_left_out() {
        UUID shown = town.care(58);
        UUID hidden = town.refuge(121);
        joined(personOf(hidden), personOf(shown), hidden);
        Rights worker = town.rights("worker");
        assertThat(new Histories(database.app()).of(worker, List.of(shown, hidden)))
                .allSatisfy(step -> assertThat(step).isInstanceOfAny(Step.Received.class, Step.Issued.class));
        assertThat(new Histories(database.app()).of(worker, List.of(hidden))).isEmpty();
    }

    private static void joined(UUID from, UUID to, UUID record) {
        database.engine().run(sql -> {
            sql.sql("insert into register.redirect (from_person, to_person, reason) values (?, ?, 'join')")
                    .params(from, to)
                    .update();
            sql.sql("update picture.membership set person_id = ? where record_id = ?")
                    .params(to, record)
                    .update();
        });
    }

    private static UUID personOf(UUID record) {
        return database.engine()
                .in(sql -> sql.sql("select person_id from picture.membership where record_id = ?")
                        .param(record)
                        .query(UUID.class)
                        .single());
    }
}
