package clew.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Role;
import clew.app.identity.PersonPages;
import clew.app.identity.ViewerPersons;
import clew.app.intake.Intake;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import clew.core.standard.RecordIdentity;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

/** Somebody known by a nickname only turns out to be somebody; and that can be taken back. */
class B10IdentifiedIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    private static final String MAP = """
            map: nicknames
            version: 1
            standard: 1
            system: NICKNAMES
            extract: delta
            include: {regime: uk_gdpr, purpose: safeguarding children, reason: known to the service}
            records:
              - shape: unidentified_person
                key: [ID]
                fields:
                  known_as: NICK
                  simulated: {value: "yes"}
            """;

    @Test
    @SuppressWarnings("deprecation") // hundreds of real hashes would take minutes
    void an_unidentified_subject_is_identified_by_a_person_and_it_can_be_taken_back(@TempDir Path folder) {
        Undecided town = new Undecided(database, folder, NoOpPasswordEncoder.getInstance());
        town.senders.sendAs("school", MAP, "ID,NICK\nN1,Big Daz\n");
        town.senders.joined();
        town.user("care", "steward", Role.DATA_STEWARD, "x");
        town.user("force", "officer", Role.DATA_STEWARD, "x");
        town.user("force", "sergeant", Role.DATA_STEWARD, "x");
        Rights steward = town.rights("steward");
        UUID daz = RecordIdentity.of("school", "NICKNAMES", "unidentified_person", List.of("N1"), "")
                .id(Intake.recordKey(database.store().secrets()));
        Decisions decisions = new Decisions(database.app(), Clock.systemUTC());
        assertThat(new PersonPages(database.app(), Clock.systemUTC())
                        .of(steward, daz, null)
                        .orElseThrow()
                        .name())
                .isEqualTo("Known as Big Daz");

        assertThat(decisions.identified(steward, town.care(60), town.care(61), "it is her"))
                .as("somebody who is known is not identified")
                .isInstanceOf(Outcome.Wrong.class);
        UUID decision =
                ((Outcome.Done) decisions.identified(steward, daz, town.care(60), "named by two witnesses")).id();
        assertThat(personOf(steward, daz)).as("until they are linked again").containsExactly(daz);
        town.senders.joined();
        assertThat(personOf(steward, daz)).contains(daz, town.care(60));
        assertThat(personOf(steward, town.care(60)))
                .as("one person from either side")
                .isEqualTo(personOf(steward, daz));
        Histories histories = new Histories(database.app());
        for (UUID record : List.of(daz, town.care(60))) {
            assertThat(histories.decided(steward, List.of(record)))
                    .singleElement()
                    .satisfies(decided -> {
                        assertThat(decided.kind()).isEqualTo("identified");
                        assertThat(decided.records()).containsExactlyInAnyOrder(daz, town.care(60));
                    });
        }
        Undo undo = new Undo(database.app());
        assertThat(undo.withdraw(steward, decision, "it was his cousin")).isInstanceOf(Outcome.Done.class);
        assertThat(undo.find(steward, decision).orElseThrow().withdrawn()).isTrue();
        town.senders.joined();
        assertThat(personOf(steward, daz)).containsExactly(daz);

        identified_as_two_waits_for_a_person(town, decisions, steward, daz);

        Rights officer = town.rights("officer");
        Outcome first = decisions.identified(officer, daz, town.force(100), "the same voice on the phone");
        assertThat(first).as("it discloses what is protected").isInstanceOf(Outcome.Waits.class);
        assertThat(decisions.identified(town.rights("sergeant"), daz, town.force(100), "I heard it too"))
                .isInstanceOf(Outcome.Done.class);
    }

    private static void identified_as_two_waits_for_a_person(
            Undecided town, Decisions decisions, Rights steward, UUID daz) {
        Queue queue = new Queue(database.app(), Clock.systemUTC());
        List<UUID> made = Stream.of(town.care(60), town.care(61))
                .map(who -> ((Outcome.Done) decisions.identified(steward, daz, who, "named by a witness")).id())
                .toList();
        town.senders.joined();
        assertThat(personOf(steward, daz))
                .as("of two people no machine chooses")
                .containsExactly(daz);
        assertThat(queue.first(steward, Why.CONTRADICTION).cases())
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(List.of(waiting.left(), waiting.right()))
                            .containsExactlyInAnyOrder(town.care(60), town.care(61));
                    assertThat(waiting.words()).contains("identified as different people");
                });
        Undo undo = new Undo(database.app());
        made.forEach(decision -> undo.withdraw(steward, decision, "it was neither"));
        town.senders.joined();
        assertThat(queue.first(steward, Why.CONTRADICTION).cases()).isEmpty();
    }

    private static List<UUID> personOf(Rights rights, UUID record) {
        return database.app()
                .read(
                        rights,
                        sql -> List.copyOf(
                                new ViewerPersons(sql, null).of(List.of(record)).getFirst()));
    }
}
