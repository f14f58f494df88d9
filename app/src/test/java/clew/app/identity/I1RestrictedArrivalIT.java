package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies;
import clew.app.access.RestrictionsForTests;
import clew.app.access.Role;
import clew.app.intake.Arrivals;
import clew.app.intake.ImportRequest;
import clew.app.intake.Intake;
import clew.app.intake.PrivateDetails;
import clew.app.intake.Progress;
import clew.app.intake.mapping.Mapping;
import clew.app.store.DatabaseForTests;
import clew.core.standard.DeploymentKey;
import clew.core.standard.RecordIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

/** Row I1: a member of staff or their family is the subject. Such a record is restricted from its first save, existence included, by whatever way it comes in. */
@SuppressWarnings("deprecation") // a test's password needs no hash
class I1RestrictedArrivalIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    private static final String HEADER = "NO,ID,FORENAME,SURNAME,EMAIL,PHONE,HOUSE,POSTCODE,PLACE,STAFF";
    private static final String MAP = """
            map: contacts
            version: 1
            standard: 1
            system: CONTACTS
            extract: delta
            include: {regime: uk_gdpr, purpose: safeguarding children, reason: named in a contact}
            records:
              - shape: person
                role: child
                key: [ID]
                handling: {column: STAFF, codes: {"Y": restricted, "N": content}}
                fields:
                  given_name: FORENAME
                  family_name: SURNAME
                  email: EMAIL
                  phone: PHONE
                  house_number: HOUSE
                  postcode: POSTCODE
                  simulated: {value: "yes"}
              - shape: place
                key: [PLACE]
                when: PLACE
                fields: {name: PLACE, town: {value: Harrowmere}, simulated: {value: "yes"}}
              - shape: event
                key: [NO]
                fields: {event_type: {value: contact}, occurred: {value: "2026-01-05"}, simulated: {value: "yes"}}
              - shape: involvement
                key: [NO, ID]
                fields:
                  person: {ref: person, role: child, key: [ID]}
                  event: {ref: event, key: [NO]}
                  role: {value: subject_child}
            """;
    private static int round;

    private final DeploymentKey key = Intake.recordKey(database.store().secrets());
    private RestrictionsForTests rights;
    private String agency;
    private UUID worker;
    private UUID supervisor;
    private UUID lead;
    private UUID other;

    @BeforeEach
    void an_agency_and_its_people() {
        agency = "care" + ++round;
        rights = new RestrictionsForTests(database);
        Agencies agencies = new Agencies(database.engine());
        int partnership = agencies.partnership("harrowmere", "Harrowmere");
        int own = agencies.agency(partnership, agency, agency, Agencies.Kind.SOCIAL_CARE);
        int hub = agencies.agency(partnership, "hub", "Hub", Agencies.Kind.OTHER);
        worker = user(agencies, own, "worker", Role.PRACTITIONER);
        supervisor = user(agencies, own, "supervisor", Role.SUPERVISOR);
        lead = user(agencies, own, "lead", Role.INFORMATION_GOVERNANCE_LEAD);
        other = user(agencies, hub, "other", Role.HUB_DECISION_MAKER);
        file("C1,P1,Ava,Barlow,,,,,,N");
        joined();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_a_marked_row_holds_shows_to_nobody_by_a_file_and_by_a_call(boolean byFile) {
        Map<String, String> before = everythingThatShows();
        // names of nobody else here: with whom the engine joins them is shown by F2AcceptedUnseenIT
        String row = "C2,P2," + (byFile ? "Ngozi,Okonkwo" : "Siobhan,Fitzgerald") + ",,,,,Star Grill,Y";
        if (byFile) file(row);
        else called(row);
        assertThat(everythingThatShows()).as("before it is joined").isEqualTo(before);
        joined();

        assertThat(everythingThatShows()).isEqualTo(before);
        assertThat(held()).as("the engine holds them").isEqualTo(7);
        assertThat(rights.restrictedFor(lead)).containsExactlyInAnyOrder(person("P2"), involvement("C2", "P2"));
        assertThat(rights.restrictedFor(supervisor)).isEmpty();
        assertThat(rights.restrictedFor(other)).isEmpty();
    }

    @Test
    void a_lift_shows_it_and_what_came_along_as_they_would_have_been() {
        file("C2,P2,Bea,Choudry,,,,,Star Grill,Y");
        joined();
        assertThat(rights.lift(supervisor, person("P2"))).isFalse();
        assertThat(rights.lift(lead, person("P2"))).isTrue();

        assertThat(shown(worker)).contains(person("P2"), involvement("C2", "P2"), event("C2"), place("Star Grill"));
        assertThat(shown(other)).contains(person("P2"), event("C2"));
        assertThat(rights.restrictedFor(lead)).isEmpty();
        file("C3,P3,Cora,Abbot,,,,,,Y");
        joined();
        assertThat(rights.restrictedFor(lead)).contains(person("P3"));
    }

    @Test
    void no_row_that_comes_later_undoes_it_and_what_is_about_it_is_kept_too() {
        file("C2,P2,Bea,Choudry,,,,,,Y");
        file("C3,P2,Beatrice,Choudry,,,,,,N");
        joined();
        assertThat(shown(worker)).doesNotContain(person("P2"), involvement("C3", "P2"), event("C3"));
        file("C4,P1,Ava,Barlow,,,,,,Y");
        joined();
        assertThat(shown(worker)).as("marked later").doesNotContain(person("P1"), involvement("C4", "P1"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_another_row_speaks_of_openly_shows_whichever_came_first(boolean openFirst) {
        String open = "C5,P5,Dan,Fox,,,,,Corner Cafe,N";
        String marked = "C5,P6,Eve,Gill,,,,,Corner Cafe,Y";
        file(openFirst ? open : marked);
        file(openFirst ? marked : open);
        joined();
        assertThat(shown(worker)).contains(person("P5"), event("C5"), place("Corner Cafe"), involvement("C5", "P5"));
        assertThat(shown(worker)).doesNotContain(person("P6"), involvement("C5", "P6"));
    }

    @Test
    void a_marked_row_that_cannot_enter_waits_where_nobody_sees_it() {
        Map<String, String> before = everythingThatShows();
        assertThat(waiting("C2,,Bea,Choudry,,,,,,Y")).isEqualTo(1);
        assertThat(everythingThatShows()).isEqualTo(before);
        assertThat(waiting("C2,,Bea,Choudry,,,,,,N")).isEqualTo(1);
        assertThat(everythingThatShows()).isNotEqualTo(before);
    }

    @Test
    void who_is_known_to_be_a_user_or_to_live_with_one_is_restricted_by_default_and_a_namesake_is_not() {
        UUID subject = user(
                new Agencies(database.engine()),
                new Agencies(database.engine()).find(agency).orElseThrow(),
                "kit",
                Role.INFORMATION_GOVERNANCE_LEAD);
        file("C7,P7,Kit,Vale,kit.vale@example.org,,,,,N");
        joined();
        assertThat(shown(worker)).as("nobody said so yet").contains(person("P7"));
        int here = details()
                .email("Kit.Vale@Example.org")
                .phone("07700 900123")
                .home("HM4 2AB", "12")
                .keepFor(subject);
        assertThat(here).as("the person, and how they were involved").isEqualTo(2);
        file("C8,P8,Ann,Vale,,,12,HM4 2AB,,N");
        called("C9,P9,Joe,Vale,,+447700900123,,,,N");
        file("C10,P10,Kit,Vale,,,14,HM4 2AB,,N");
        joined();

        List<UUID> restricted = List.of(person("P7"), person("P8"), person("P9"));
        assertThat(shown(worker)).doesNotContainAnyElementsOf(restricted).contains(person("P10"));
        assertThat(rights.restrictedFor(lead)).containsAll(restricted);
        assertThat(rights.restrictedFor(subject)).as("not to themselves").isEmpty();
        restricted.forEach(record -> assertThat(rights.lift(lead, record)).isTrue());
        assertThat(shown(worker)).containsAll(restricted);
        assertThat(shown(subject)).doesNotContainAnyElementsOf(restricted);
        assertThat(rights.exclusionsToldTo(subject)).isZero();
    }

    @Test
    void the_home_of_a_user_is_known_however_it_is_written() {
        file("C11,P11,Moe,Ferris,,,12 a,HM4 2AB,,N");
        joined();
        assertThat(details().home("hm42ab", "12A").keepFor(worker))
                .as("the person, and how they were involved")
                .isEqualTo(2);
        file("C12,P12,Una,Ferris,,,12 A,HM4 2AB,,N");
        joined();
        assertThat(shown(supervisor)).doesNotContain(person("P11"), person("P12"));
    }

    @Test
    void no_detail_of_a_user_stands_in_the_store() {
        details().email("secret.zephyr@example.org").keepFor(worker);
        assertThat(keptOfUsers()).doesNotContain("zephyr");
    }

    private long held() {
        return database.engine()
                .in(sql -> sql.sql(
                                "select count(*) from picture.record join access.agency using (agency_id) where slug = ?")
                        .param(agency)
                        .query(Long.class)
                        .single());
    }

    private String keptOfUsers() {
        return database.engine()
                .in(sql -> sql.sql("select string_agg(k::text, ' ') from access.known_user k")
                        .query(String.class)
                        .single());
    }

    private PrivateDetails details() {
        return new PrivateDetails(database.engine(), key);
    }

    /** What each user's own row-level security returns of every table that pages may read, but for how many imports there were. */
    private Map<String, String> everythingThatShows() {
        Map<String, String> seen = new TreeMap<>();
        for (UUID user : List.of(worker, supervisor, lead, other)) {
            rights.everything(user).forEach((table, rows) -> seen.put(user + " " + table, rows));
        }
        return seen;
    }

    private List<UUID> shown(UUID user) {
        return rights.records(user);
    }

    private void file(String row) {
        assertThat(waiting(row)).as(() -> "refused: " + refused()).isZero();
    }

    private String refused() {
        return database.engine()
                .in(sql -> sql.sql("select string_agg(violations::text, ' ') from records.quarantine")
                        .query(String.class)
                        .single());
    }

    /** Imports one row; returns how many wait in quarantine. */
    private long waiting(String row) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "contacts", ".csv"), HEADER + "\n" + row + "\n");
            return Intake.into(database.store(), Clock.systemUTC(), 100)
                    .run(new ImportRequest(file, agency, mapping(), null, false), Progress.SILENT)
                    .quarantined();
        } catch (java.io.IOException | clew.app.intake.mapping.MappingInvalid e) {
            throw new AssertionError(e);
        }
    }

    private void called(String row) {
        StringBuilder json = new StringBuilder("{");
        String[] names = HEADER.split(",");
        String[] values = row.split(",", -1);
        for (int i = 0; i < names.length; i++) {
            json.append(i == 0 ? "" : ",").append("\"%s\":\"%s\"".formatted(names[i], values[i]));
        }
        Arrivals.into(database.store(), Clock.systemUTC()).accept(agency, mapping(), List.of(json + "}"));
    }

    private static Mapping mapping() {
        try {
            return Mapping.parse(MAP, "contacts.map.yaml");
        } catch (clew.app.intake.mapping.MappingInvalid e) {
            throw new AssertionError(e);
        }
    }

    private void joined() {
        new PictureBuild(database.engine(), key, Clock.systemUTC(), 2).run(phase -> {});
    }

    private UUID user(Agencies agencies, int in, String name, Role role) {
        return agencies.user(in, name + round, name, NoOpPasswordEncoder.getInstance(), "x", role);
    }

    private UUID person(String id) {
        return id("person", "child", id);
    }

    private UUID event(String number) {
        return id("event", "", number);
    }

    private UUID place(String name) {
        return id("place", "", name);
    }

    private UUID involvement(String number, String id) {
        return id("involvement", "", number, id);
    }

    private UUID id(String shape, String role, String... values) {
        return RecordIdentity.of(agency, "CONTACTS", shape, List.of(values), role)
                .id(key);
    }
}
