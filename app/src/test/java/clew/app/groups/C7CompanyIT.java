package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.groups.Found.Side;
import clew.app.groups.Found.Tie;
import clew.app.identity.PersonPages;
import clew.app.identity.Senders;
import clew.app.intake.Intake;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import clew.core.standard.RecordIdentity;
import clew.core.standard.Visibility;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who was with a car, a place or an adult is found as its viewer may see it, with what explains it; what they may not see changes nothing of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class C7CompanyIT {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private Senders senders;
    private Things things;
    private Company company;
    private Outings school;

    @BeforeAll
    void a_school_a_council_and_a_refuge_that_hides_what_it_has(@TempDir Path folder) {
        senders = new Senders(DATABASE, folder);
        senders.agency("school", Kind.EDUCATION);
        senders.agency("care", Kind.SOCIAL_CARE, Visibility.CONTENT);
        senders.agency("refuge", Kind.CHARITY, Visibility.HIDDEN);
        school = Outings.of(senders, "school", Kind.EDUCATION)
                .crowd("c", 5)
                .group("g", LocalDate.of(2025, 2, 1))
                .vehicle("gE1", "KC10 CAR")
                .vehicle("gE3", "KC10 CAR")
                .event("gE9", LocalDate.of(2025, 3, 9), "far lane", "Parked", "cA0")
                .vehicle("gE9", "KC10 CAR")
                .person("w1", "Willa", "Worker", LocalDate.of(1970, 2, 3), "W1", "F")
                .role("gE4", "w1", "professional")
                .sent();
        senders.send(
                "care",
                "1,Olga,Fenwick,04/03/1981,,LS1 1AA,12,,e1,01/05/2025,Seen,",
                "2,Rhys,Fenwick,09/07/2011,,LS1 1AA,12,,e1,01/05/2025,Seen,",
                "3,Idris,Marsh,11/08/1984,,LS7 9ZZ,3,,e1,01/05/2025,Seen,",
                "4,Enid,Quayle,10/01/1950,,LS2 2BB,40,,e2,02/05/2025,Seen,",
                "5,Percy,Larkin,21/02/1948,,LS2 2BB,40,,e2,02/05/2025,Seen,");
        senders.send(
                "care", IntStream.range(0, 8).mapToObj(C7CompanyIT::resident).toArray(String[]::new));
        Outings.of(senders, "refuge", Kind.CHARITY)
                .person("h1", "Warreng", "Holtg", Outings.born("g", LocalDate.of(1980, 3, 4)), "W1", "M")
                .person("h3", "Keeleyg", "Sparrowg", Outings.born("g", LocalDate.of(2010, 5, 6)), "W1", "F")
                .event("hE1", LocalDate.of(2025, 4, 1), "hidden lane", "Watched by night", "h1", "h3")
                .vehicle("hE1", "KC10 CAR")
                .sent();
        senders.joined();
        things = new Things(
                DATABASE.app(), new PersonPages(DATABASE.app(), Clock.systemUTC()), new Subjects(DATABASE.app()));
        company = new Company(DATABASE.app());
    }

    private static String resident(int number) {
        return "r%d,Old%c,Resident%c,0%d/06/194%d,,LS2 2BB,40,,,,,"
                .formatted(number, 'a' + number, 'k' + number, 1 + number, number);
    }

    @Test
    void a_car_has_those_who_were_with_it_on_which_days_and_where() {
        Found found = of("school", school.vehicleId("KC10 CAR")).orElseThrow();
        assertThat(found.on(Side.ADULT))
                .extracting(Found.Member::subject)
                .containsExactlyInAnyOrder(school.personId("g1"), school.personId("g2"), school.personId("cA0"));
        assertThat(found.on(Side.CHILD))
                .extracting(Found.Member::subject)
                .containsExactlyInAnyOrder(school.personId("g3"), school.personId("g4"));
        assertThat(found.on(Side.PLACE))
                .extracting(Found.Member::subject)
                .containsExactlyInAnyOrder(school.placeId("g car park"), school.placeId("far lane"));
        assertThat(found.evidence())
                .containsExactlyInAnyOrder(school.eventId("gE1"), school.eventId("gE3"), school.eventId("gE9"));
        Tie tie = tie(found, school.vehicleId("KC10 CAR"), school.personId("g3"));
        assertThat(tie.days()).isEqualTo(2);
        assertThat(tie.reason()).isNull();
        assertThat(found.asKnownOn(LocalDate.of(2025, 2, 2)).orElseThrow().on(Side.ADULT))
                .hasSize(1);
    }

    @Test
    void a_place_has_who_was_there_together_and_is_no_party_itself() {
        Found found = of("school", school.placeId("g hotel")).orElseThrow();
        assertThat(found.evidence()).containsExactlyInAnyOrder(school.eventId("gE2"), school.eventId("gE4"));
        assertThat(found.ties()).hasSize(5).noneMatch(tie -> tie.one().equals(school.placeId("g hotel")));
        assertThat(found.members()).noneMatch(member -> member.subject().equals(school.personId("w1")));
    }

    @Test
    void a_place_shows_where_else_the_cars_were_that_were_there() {
        Found found = of("school", school.placeId("g car park")).orElseThrow();
        assertThat(found.on(Side.PLACE))
                .extracting(Found.Member::subject)
                .containsExactlyInAnyOrder(school.placeId("g car park"), school.placeId("far lane"));
        assertThat(found.members()).noneMatch(member -> member.subject().equals(school.personId("cA0")));
    }

    @Test
    void who_was_there_for_their_work_is_tied_by_nothing_but_that() {
        Found found = of("school", school.personId("w1")).orElseThrow();
        assertThat(found.on(Side.ADULT)).extracting(Found.Member::subject).contains(school.personId("w1"));
        assertThat(tie(found, school.personId("w1"), school.personId("g4")).reason())
                .isEqualTo("there_for_their_work");
    }

    @Test
    void a_shared_home_explains_what_nobody_stated_unless_many_live_there() {
        Found found = of("care", person("1")).orElseThrow();
        Tie kin = tie(found, person("1"), person("2"));
        assertThat(kin.reason()).isEqualTo("household");
        assertThat(kin.inferred()).isTrue();
        assertThat(tie(found, person("1"), person("3")).reason()).isNull();
        assertThat(tie(of("care", person("4")).orElseThrow(), person("4"), person("5"))
                        .reason())
                .as("ten live there")
                .isNull();
    }

    @Test
    void what_a_viewer_may_not_see_changes_nothing() {
        List<UUID> asked = List.of(
                school.vehicleId("KC10 CAR"), school.personId("g1"), school.personId("g3"), school.placeId("g hotel"));
        List<String> with =
                asked.stream().map(record -> of("school", record).toString()).toList();
        assertThat(of("refuge", school.vehicleId("KC10 CAR")))
                .as("the refuge sees its own alone")
                .isNotEqualTo(of("school", school.vehicleId("KC10 CAR")));
        DATABASE.engine().run(sql -> {
            for (String table : List.of("record", "reference", "token", "membership")) {
                sql.sql(
                                "delete from picture.%s where class_id in (select class_id from access.class join access.agency using (agency_id) where slug = 'refuge')"
                                        .formatted(table))
                        .update();
            }
        });
        assertThat(asked.stream().map(record -> of("school", record).toString()).toList())
                .isEqualTo(with);
        senders.joined();
    }

    private Optional<Found> of(String agency, UUID record) {
        Rights rights = senders.rightsOf(agency);
        return things.of(rights, record).flatMap(thing -> company.of(rights, thing));
    }

    private static Tie tie(Found found, UUID one, UUID other) {
        return found.ties().stream()
                .filter(tie -> List.of(tie.one(), tie.other()).containsAll(List.of(one, other)))
                .findFirst()
                .orElseThrow();
    }

    private UUID person(String key) {
        return RecordIdentity.of("care", "PEOPLE", "person", List.of(key), "")
                .id(Intake.recordKey(senders.store.secrets()));
    }
}
