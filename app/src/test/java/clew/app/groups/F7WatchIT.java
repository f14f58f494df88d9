package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.access.Role;
import clew.app.access.Viewers;
import clew.app.identity.PersonPages;
import clew.app.identity.PersonSearch;
import clew.app.identity.Senders;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import clew.core.standard.Visibility;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

/** A watch tells that something changed, and nothing of what; it is judged under the watcher's rights, and ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class F7WatchIT {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private Senders senders;
    private Outings school;
    private Outings refuge;
    private UUID watcher;

    @BeforeAll
    @SuppressWarnings("deprecation") // no hash is wanted here
    void somebody_whom_a_school_and_a_refuge_know(@TempDir Path folder) {
        senders = new Senders(DATABASE, folder);
        int agency = senders.agency("school", Kind.EDUCATION);
        senders.agency("refuge", Kind.CHARITY, Visibility.HIDDEN);
        school = Outings.of(senders, "school", Kind.EDUCATION)
                .crowd("c", 40)
                .group("g", LocalDate.of(2025, 2, 1))
                .sent();
        refuge = Outings.of(senders, "refuge", Kind.CHARITY).crowd("r", 10).sent();
        senders.joined();
        watcher = senders.agencies.user(agency, "one", "One", NoOpPasswordEncoder.getInstance(), "x", Role.ANALYST);
    }

    @Test
    void what_a_watcher_may_see_is_told_what_is_hidden_is_not_and_then_it_ends() {
        Watches watches = watches(0);
        Rights rights = new Viewers(DATABASE.app(), Clock.systemUTC())
                .find(watcher, null, null)
                .orElseThrow()
                .rights();
        UUID person = school.personId("g1");
        LocalDate until = LocalDate.now(Standings.LONDON).plusWeeks(2);
        assertThat(watches.begin(rights, Watches.Kind.PERSON, person.toString(), "Plan of the meeting", until))
                .isInstanceOf(Outcome.Done.class);
        assertThat(watches.begin(
                        rights, Watches.Kind.PERSON, refuge.personId("rA1").toString(), "Plan of the meeting", until))
                .isEqualTo(new Outcome.Wrong("what", "There is nothing with this reference that you may see"));
        assertThat(watches.begin(rights, Watches.Kind.PERSON, new UUID(3, 4).toString(), "Plan of the meeting", until))
                .isEqualTo(new Outcome.Wrong("what", "There is nothing with this reference that you may see"));
        assertThat(watches.deliver()).isZero();

        refuge.person("h1", "Warreng", "Holtg", Outings.born("g", LocalDate.of(1980, 3, 4)), "W1", "M")
                .event("hE1", LocalDate.of(2025, 9, 1), "hidden lane", "Seen at night", "h1")
                .sent();
        senders.joined();
        assertThat(watches.deliver()).isZero();

        school.event("gE9", LocalDate.of(2025, 9, 2), "g hotel", "Seen again", "g1")
                .sent();
        senders.joined();
        assertThat(watches.deliver()).isEqualTo(1);
        assertThat(watches.deliver()).isZero();
        assertThat(watches.own(rights))
                .singleElement()
                .satisfies(watch -> assertThat(watch.noticed()).isNotNull());
        assertThat(DATABASE.owner()
                        .sql("select to_jsonb(n) - 'notice_id' - 'watch_id' - 'user_id' - 'at' from groups.notice n")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"opened_at\": null}");
        assertThat(watches.open(rights, watches.own(rights).getFirst().id())).isPresent();
        assertThat(watches.own(rights))
                .singleElement()
                .satisfies(watch -> assertThat(watch.noticed()).isNull());

        assertThat(watches(15).own(rights)).isEmpty();
        watches(15).deliver();
        assertThat(DATABASE.owner()
                        .sql("select count(*) from groups.watch")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static Watches watches(int daysFromNow) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(daysFromNow));
        PersonPages persons = new PersonPages(DATABASE.app(), clock);
        Finding finding = new Finding(DATABASE.app(), DATABASE.engine());
        PersonSearch nobody = (rights, sought, page) -> new PersonSearch.Page(List.of(), 1, 20, 0);
        return new Watches(
                DATABASE.app(),
                DATABASE.engine(),
                new Viewers(DATABASE.app(), Clock.systemUTC()),
                new Things(DATABASE.app(), persons, new Subjects(DATABASE.app())),
                new Enquiries(DATABASE.app(), finding, Terms.SHIPPED, new KeyedHash(new byte[32]), clock),
                nobody,
                new byte[32],
                Terms.SHIPPED,
                clock);
    }
}
