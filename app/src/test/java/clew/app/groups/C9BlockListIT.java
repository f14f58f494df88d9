package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.access.Agencies.Kind;
import clew.app.access.Role;
import clew.app.groups.Block.State;
import clew.app.groups.Outcome.Done;
import clew.app.groups.Outcome.Wrong;
import clew.app.identity.PersonPages;
import clew.app.identity.Senders;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import clew.core.standard.Visibility;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

/**
 * What is on the block list makes no tie while two people say so, and counts again on its review date; in every tier that holds all that the entry rests on, and in no
 * other. Putting something on it, renewing, ending and lifting give the bytes of a run over everything.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class C9BlockListIT {
    private static final String WHY = "The pool car of the youth service";

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private final LocalDate today = LocalDate.now(Standings.LONDON);
    private Senders senders;
    private Outings school;
    private Rights analyst;
    private Rights supervisor;
    private Rights refuge;
    private Rights refugeToo;
    private int day;
    private Finding finding;

    @BeforeAll
    void a_car_and_a_club_of_which_a_refuge_knows_more(@TempDir Path folder) {
        senders = new Senders(DATABASE, folder);
        senders.agency("school", Kind.EDUCATION);
        senders.agency("refuge", Kind.CHARITY, Visibility.HIDDEN);
        school = Outings.of(senders, "school", Kind.EDUCATION)
                .crowd("c", 60)
                .group("g", LocalDate.of(2025, 2, 1))
                .recurring("q", "c")
                .vehicle("gE1", "KC10 CAR")
                .sent();
        Outings.of(senders, "refuge", Kind.CHARITY)
                .person("h2", "Hidden", "Somebody", LocalDate.of(2010, 2, 6), "W1", "F")
                .person("h3", "Other", "Hidden", LocalDate.of(2011, 3, 7), "W1", "F")
                .event("hE1", LocalDate.of(2025, 6, 1), "q club", "Watched from afar", "h2", "h3")
                .vehicle("hE1", "KC10 CAR")
                .sent();
        senders.joined();
        finding = new Finding(DATABASE.app(), DATABASE.engine(), Finding.MOST_KEPT, clock);
        follow();
        analyst = user("school", "ann", Role.ANALYST);
        supervisor = user("school", "sue", Role.SUPERVISOR);
        refuge = user("refuge", "rae", Role.ANALYST);
        refugeToo = user("refuge", "roy", Role.ANALYST);
    }

    @Test
    void it_needs_two_ends_on_its_review_date_unless_renewed_and_gives_the_bytes_of_a_run_over_everything() {
        UUID car = school.vehicleId("KC10 CAR");
        List<String> before = dump();
        assertThat(recurring(car)).isTrue();
        assertThat(decisions().ask(analyst, car, "short", today.plusDays(60))).isInstanceOf(Wrong.class);
        assertThat(decisions().ask(analyst, car, WHY, today)).isEqualTo(new Wrong("until", "Enter a day after today"));
        assertThat(decisions().ask(analyst, car, WHY, today.plusDays(184))).isInstanceOf(Wrong.class);
        assertThat(decisions().ask(analyst, school.personId("g1"), WHY, today.plusDays(60)))
                .as("nobody is ever on it")
                .isInstanceOf(Wrong.class);
        UUID entry = done(decisions().ask(analyst, car, WHY, today.plusDays(60)));
        assertThat(decisions().ask(supervisor, car, WHY, today.plusDays(60)))
                .as("once at a time")
                .isInstanceOf(Wrong.class);
        assertThat(finding.follow()).as("asked for, it changes nothing").isFalse();
        assertThat(decisions().answer(analyst, entry, true, "I said so myself")).isInstanceOf(Wrong.class);
        assertThatThrownBy(() -> answeredPastTheProgram(entry)).hasMessageContaining("another person");
        assertThat(state(entry)).isEqualTo(State.ASKED);

        done(decisions().answer(supervisor, entry, true, "Seen in the council's register"));
        assertThat(state(entry)).isEqualTo(State.IN_FORCE);
        follow();
        assertThat(finding.lastRun()).hasSize(2).allMatch(tier -> tier.contains("touched by 0 records"));
        assertThat(recurring(car)).isFalse();
        List<String> during = dump();
        assertThat(during).isNotEqualTo(before);
        assertSameFromEverything();
        assertThat(blocks().touching(analyst, List.of(school.personId("g1")), List.of()))
                .singleElement()
                .satisfies(touch -> assertThat(touch.occasions()).isEqualTo(1));

        at(31);
        assertThat(only(entry).isDue()).as("near its review").isFalse();
        at(32);
        assertThat(only(entry).isDue()).isTrue();
        assertThat(blocks().own(analyst).due()).extracting(Block::id).containsExactly(entry);
        assertThat(blocks().own(user("school", "ida", Role.ANALYST)).due()).isEmpty();
        done(decisions().renew(supervisor, entry, "Still in the register", today.plusDays(90)));
        assertThat(only(entry).review()).isEqualTo(today.plusDays(60));
        done(decisions().answer(analyst, entry, true, "Looked it up again"));
        at(60);
        assertThat(finding.follow()).isFalse();
        at(89);
        assertThat(state(entry)).isEqualTo(State.IN_FORCE);
        assertThat(finding.follow()).isFalse();

        at(90);
        assertThat(state(entry)).isEqualTo(State.ENDED);
        follow();
        assertThat(finding.lastRun()).allMatch(tier -> tier.contains("touched by 0 records"));
        assertThat(dump()).as("as if it had never been on the list").isEqualTo(before);
        assertSameFromEverything();
        assertThat(only(entry).steps()).as("nothing of it is lost").hasSize(4);
        assertThat(decisions().renew(supervisor, entry, "Still in the register", today.plusDays(120)))
                .isInstanceOf(Wrong.class);
        at(0);
        follow();
        done(decisions().lift(supervisor, entry, "End of the test of the car"));
        follow();
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void an_entry_that_rests_on_what_is_hidden_changes_no_byte_for_who_may_not_see_it() {
        UUID car = school.vehicleId("KC10 CAR");
        List<String> before = dump();
        UUID entry = done(decisions().ask(refuge, car, "The minibus of the service", today.plusDays(30)));
        assertThat(only(refuge, entry).records()).hasSize(2);
        done(decisions().answer(refugeToo, entry, true, "Seen from our own window"));
        follow();
        List<String> during = dump();
        assertThat(tier(during, "all")).isNotEqualTo(tier(before, "all"));
        assertThat(tier(during, "shareable")).isNotEmpty().isEqualTo(tier(before, "shareable"));
        assertThat(blocks().all(analyst)).noneMatch(block -> block.id().equals(entry));
        assertThat(blocks().touching(analyst, List.of(), List.of(car))).isEmpty();
        assertThat(decisions().lift(analyst, entry, "I cannot even see it")).isInstanceOf(Wrong.class);

        UUID own = done(decisions().ask(analyst, car, "The minibus of the service", today.plusDays(30)));
        assertThat(only(own).records()).as("what they may see").hasSize(1);
        done(decisions().answer(supervisor, own, true, "Checked with the council"));
        follow();
        assertThat(tier(dump(), "shareable")).isNotEqualTo(tier(before, "shareable"));
        assertThat(blocks().all(refuge)).extracting(Block::id).contains(entry, own);
        done(decisions().lift(analyst, own, "The minibus was sold"));
        done(decisions().lift(refuge, entry, "The minibus was sold"));
        follow();
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void what_nobody_confirms_lapses_and_what_is_refused_or_lifted_changes_nothing_any_more() {
        UUID phone = school.phoneId("07700 900123");
        List<String> before = dump();
        UUID entry = done(decisions().ask(analyst, phone, "The phone in the hall", today.plusDays(100)));
        at(15);
        assertThat(state(entry)).isEqualTo(State.LAPSED);
        assertThat(decisions().answer(supervisor, entry, true, "Too late, I know"))
                .isInstanceOf(Wrong.class);
        at(0);
        done(decisions().answer(supervisor, entry, false, "It is in use at night"));
        assertThat(state(entry)).isEqualTo(State.REFUSED);
        assertThat(finding.follow()).isFalse();
        UUID again = done(decisions().ask(supervisor, phone, "The phone in the hall", today.plusDays(100)));
        done(decisions().answer(analyst, again, true, "It hangs in the hall"));
        follow();
        assertThat(dump()).as("it is no more too busy, since it ties nobody").isNotEqualTo(before);
        done(decisions().lift(analyst, again, "It was taken down"));
        assertThat(state(again)).isEqualTo(State.LIFTED);
        follow();
        assertThat(dump()).isEqualTo(before);
        assertThat(decisions().lift(analyst, again, "It was taken down")).isInstanceOf(Wrong.class);
    }

    @Test
    void what_rests_on_a_record_that_is_nowhere_shows_to_nobody() {
        String seen =
                "array(select record_id from picture.record where class_id = any (access.visible_classes()) limit 3)";
        assertThat(seesAll(seen)).isTrue();
        assertThat(seesAll(seen + " || gen_random_uuid()")).isFalse();
        assertThat(seesAll("array[gen_random_uuid()]")).isFalse();
    }

    private boolean seesAll(String records) {
        return DATABASE.app()
                .read(
                        analyst,
                        sql -> sql.sql("select groups.sees_all(" + records + ")")
                                .query(Boolean.class)
                                .single());
    }

    private void answeredPastTheProgram(UUID entry) throws DataAccessException {
        DATABASE.app().run(analyst, sql -> sql.sql("""
                                insert into groups.block_step (block_id, kind, made_by, agency_id, reason, answers)
                                select block_id, 'confirmed', made_by, agency_id, 'I said so myself', step_id from groups.block_step where block_id = ?""").param(entry).update());
    }

    private void at(int daysFromNow) {
        day = daysFromNow;
    }

    /** By which a day is as long as a test wants it. */
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return Instant.now().plus(Duration.ofDays(day));
        }

        @Override
        public ZoneId getZone() {
            return Standings.LONDON;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private void follow() {
        assertThat(finding.follow()).isTrue();
    }

    private Blocks blocks() {
        return new Blocks(DATABASE.app(), Terms.SHIPPED, clock);
    }

    private BlockDecisions decisions() {
        Subjects subjects = new Subjects(DATABASE.app());
        Things things = new Things(DATABASE.app(), new PersonPages(DATABASE.app(), clock), subjects);
        return new BlockDecisions(DATABASE.app(), blocks(), things, finding, Terms.SHIPPED);
    }

    private boolean recurring(UUID car) {
        Enquiries enquiries = new Enquiries(DATABASE.app(), finding, Terms.SHIPPED, new KeyedHash(new byte[32]), clock);
        return new Recurrences(DATABASE.app(), finding, enquiries)
                .of(analyst, "means", car)
                .isPresent();
    }

    private Block only(UUID entry) {
        return only(analyst, entry);
    }

    private Block only(Rights rights, UUID entry) {
        return blocks().of(rights, entry).orElseThrow();
    }

    private State state(UUID entry) {
        return only(entry).state();
    }

    private static UUID done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).id();
    }

    private static List<String> tier(List<String> dump, String name) {
        return dump.stream().filter(row -> row.startsWith(name + "{")).toList();
    }

    private void assertSameFromEverything() {
        List<String> found = dump();
        DATABASE.engine()
                .run(sql -> sql.sql("update pattern.tier set basis = basis || ' old'")
                        .update());
        assertThat(new Finding(DATABASE.app(), DATABASE.engine(), Finding.MOST_KEPT, clock).follow())
                .isTrue();
        assertThat(dump()).isEqualTo(found);
    }

    private static List<String> dump() {
        return C3ArrivalIT.dump(DATABASE);
    }

    @SuppressWarnings("deprecation") // no hash is wanted here
    private Rights user(String slug, String name, Role role) {
        int agency = senders.agencies.find(slug).orElseThrow();
        UUID user = senders.agencies.user(agency, name, name, NoOpPasswordEncoder.getInstance(), "x", role);
        return new Rights(user, senders.rightsOf(slug).classes());
    }
}
