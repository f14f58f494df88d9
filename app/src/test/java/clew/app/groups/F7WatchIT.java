package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies;
import clew.app.access.Role;
import clew.app.access.Viewers;
import clew.app.groups.Watches.Kind;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private UUID another;
    private UUID practitioner;

    @BeforeAll
    @SuppressWarnings("deprecation") // no hash is wanted here
    void somebody_whom_a_school_and_a_refuge_know(@TempDir Path folder) {
        senders = new Senders(DATABASE, folder);
        int agency = senders.agency("school", Agencies.Kind.EDUCATION);
        senders.agency("refuge", Agencies.Kind.CHARITY, Visibility.HIDDEN);
        school = Outings.of(senders, "school", Agencies.Kind.EDUCATION)
                .crowd("c", 40)
                .group("g", LocalDate.of(2025, 2, 1))
                .sent();
        refuge = Outings.of(senders, "refuge", Agencies.Kind.CHARITY)
                .crowd("r", 10)
                .sent();
        senders.joined();
        watcher = senders.agencies.user(agency, "one", "One", NoOpPasswordEncoder.getInstance(), "x", Role.ANALYST);
        another = senders.agencies.user(agency, "three", "Three", NoOpPasswordEncoder.getInstance(), "x", Role.ANALYST);
        practitioner =
                senders.agencies.user(agency, "two", "Two", NoOpPasswordEncoder.getInstance(), "x", Role.PRACTITIONER);
    }

    @Test
    void what_a_watcher_may_see_is_told_what_is_hidden_is_not_and_then_it_ends() {
        Watches watches = watches(0);
        Rights rights = rights(watcher);
        UUID person = school.personId("g1");
        LocalDate until = LocalDate.now(Standings.LONDON).plusWeeks(2);
        assertThat(watches.begin(rights, Kind.PERSON, person.toString(), "Plan of the meeting", until))
                .isInstanceOf(Outcome.Done.class);
        assertThat(watches.begin(rights, Kind.PERSON, refuge.personId("rA1").toString(), "Plan of the meeting", until))
                .isEqualTo(new Outcome.Wrong("what", "There is nothing with this reference that you may see"));
        assertThat(watches.begin(rights, Kind.PERSON, new UUID(3, 4).toString(), "Plan of the meeting", until))
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
                .isEqualTo("{\"kinds\": [\"event\"], \"opened_at\": null}");
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

    @Test
    void vehicles_phones_places_and_lines_are_watched_as_persons_are() {
        Watches watches = watches(0);
        Rights rights = rights(another);
        school.vehicle("gE1", "AB12 CDE").phone("gE2", "07700 900456").sent();
        joined();
        LocalDate until = LocalDate.now(Standings.LONDON).plusWeeks(2);
        Map<Kind, UUID> watched = new EnumMap<>(Map.of(
                Kind.VEHICLE, school.vehicleId("AB12 CDE"),
                Kind.PHONE, school.phoneId("07700 900456"),
                Kind.PLACE, school.placeId("g hotel"),
                Kind.LINE, school.eventId("gE1")));
        watched.forEach((kind, record) -> assertThat(
                        watches.begin(rights, kind, record.toString(), "Plan of the meeting", until))
                .as("%s", kind)
                .isInstanceOf(Outcome.Done.class));
        Outcome nothing = new Outcome.Wrong("what", "There is nothing with this reference that you may see");
        assertThat(watches.begin(
                        rights, Kind.PHONE, watched.get(Kind.VEHICLE).toString(), "Plan of the meeting", until))
                .as("a vehicle is no phone")
                .isEqualTo(nothing);
        assertThat(watches.begin(
                        rights(practitioner),
                        Kind.LINE,
                        school.eventId("gE1").toString(),
                        "Plan of the meeting",
                        until))
                .as("who may see no line watches none")
                .isEqualTo(nothing);
        watches.deliver();

        // The refuge, which shows nothing to others, sees the same car, phone and place, and two of the group.
        refuge.person("k1", "Warreng", "Holtg", Outings.born("g", LocalDate.of(1980, 3, 4)), "W1", "M")
                .event("kE1", LocalDate.of(2025, 9, 3), "g hotel", "Seen at night", "k1")
                .vehicle("kE1", "AB12 CDE")
                .phone("kE1", "07700 900456")
                .sent();
        joined();
        assertThat(watches.deliver()).isZero();

        tell(Kind.VEHICLE, "vE1", () -> school.vehicle("vE1", "AB12 CDE"));
        tell(Kind.PHONE, "fE1", () -> school.phone("fE1", "07700 900456"));
        school.event("pE1", LocalDate.of(2025, 9, 6), "g hotel", "Seen again", "g2")
                .sent();
        joined();
        assertThat(noticed(watches, rights)).contains(Kind.PLACE).doesNotContain(Kind.VEHICLE, Kind.PHONE);
        school.event("lE1", LocalDate.of(2025, 9, 7), "l street", "Seen again", "g1", "g2", "g3")
                .sent();
        joined();
        assertThat(noticed(watches, rights))
                .as("and the place, in whose line it is")
                .containsExactlyInAnyOrder(Kind.LINE, Kind.PLACE);

        rightsEnd();
        school.event("mE1", LocalDate.of(2025, 9, 8), "g hotel", "Seen again", "g1", "g2", "g4")
                .vehicle("mE1", "AB12 CDE")
                .sent();
        joined();
        assertThat(watches.deliver()).as("judged under the rights at delivery").isZero();
        assertThat(DATABASE.owner()
                        .sql("select count(*) from groups.watch where kind <> 'person'")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        watches(15).deliver();
        assertThat(DATABASE.owner()
                        .sql("select count(*) from groups.watch")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void joined() {
        senders.joined();
        new Finding(DATABASE.app(), DATABASE.engine()).follow();
    }

    /** Something happens with a thing, with nobody of the group. */
    private void tell(Kind kind, String event, Runnable more) {
        school.event(event, LocalDate.of(2025, 9, 5), event + " street", "Seen", "cA1");
        more.run();
        school.sent();
        joined();
        assertThat(noticed(watches(0), rights(another))).contains(kind).isSubsetOf(Set.of(kind, Kind.LINE));
    }

    /** Of what kinds something changed since the last time; the notices are read. */
    private static List<Kind> noticed(Watches watches, Rights rights) {
        watches.deliver();
        List<Watches.Watch> changed = watches.own(rights).stream()
                .filter(watch -> watch.noticed() != null)
                .toList();
        changed.forEach(watch -> watches.open(rights, watch.id()));
        return changed.stream().map(Watches.Watch::kind).toList();
    }

    private void rightsEnd() {
        DATABASE.owner()
                .sql("update access.person_user set roles = array['auditor'] where user_id = ?")
                .param(another)
                .update();
    }

    private static Rights rights(UUID user) {
        return new Viewers(DATABASE.app(), Clock.systemUTC())
                .find(user, null, null)
                .orElseThrow()
                .rights();
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
