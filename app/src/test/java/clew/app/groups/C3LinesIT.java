package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.access.Role;
import clew.app.groups.Found.Side;
import clew.app.identity.Senders;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import clew.core.standard.Visibility;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/** Lines are found once for each clearance tier, from what the tier lets show and from nothing else; and each viewer sees those that they may see whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class C3LinesIT {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private Senders senders;
    private Finding finding;
    private Enquiries enquiries;
    private Outings school;
    private Outings refuge;

    @BeforeAll
    void a_group_that_all_know_and_one_that_the_police_know(@TempDir Path folder) {
        senders = new Senders(DATABASE, folder);
        senders.agency("school", Kind.EDUCATION);
        senders.agency("force", Kind.POLICE);
        senders.agency("refuge", Kind.CHARITY, Visibility.HIDDEN);
        school = Outings.of(senders, "school", Kind.EDUCATION)
                .crowd("c", 60)
                .group("g", LocalDate.of(2025, 2, 1))
                .sent();
        Outings.of(senders, "force", Kind.POLICE)
                .crowd("d", 10)
                .group("p", LocalDate.of(2025, 3, 1))
                .sent();
        // The refuge saw one of the adults with others, and the two children of the first group with him once more.
        refuge = Outings.of(senders, "refuge", Kind.CHARITY)
                .person("h1", "Warreng", "Holtg", Outings.born("g", LocalDate.of(1980, 3, 4)), "W1", "M")
                .person("h3", "Keeleyg", "Sparrowg", Outings.born("g", LocalDate.of(2010, 5, 6)), "W1", "F")
                .crowd("r", 5)
                .event("hE1", LocalDate.of(2025, 4, 1), "hidden lane", "Watched by night", "h1", "h3")
                .sent();
        senders.joined();
        KeyedHash hash = new KeyedHash(new byte[32]);
        finding = new Finding(DATABASE.app(), DATABASE.engine());
        enquiries = new Enquiries(DATABASE.app(), finding, Terms.SHIPPED, hash, Clock.systemUTC());
        finding.follow();
    }

    @Test
    void two_adults_with_the_same_two_children_on_several_days_at_two_places_are_a_line() {
        List<Line> lines = enquiries.all(senders.rightsOf("school"));
        assertThat(lines).hasSize(1);
        Line line = lines.getFirst();
        assertThat(line.found().on(Side.ADULT))
                .extracting(Found.Member::subject)
                .containsExactlyInAnyOrder(school.personId("g1"), school.personId("g2"));
        assertThat(line.found().on(Side.CHILD))
                .extracting(Found.Member::subject)
                .containsExactlyInAnyOrder(school.personId("g3"), school.personId("g4"));
        assertThat(line.found().weight().value())
                .isEqualTo(line.found().ties().stream()
                        .mapToLong(tie -> tie.explanation().value())
                        .sum());
        assertThat(line.anchor()).isEqualTo(school.eventId("gE1"));
    }

    @Test
    void every_record_of_its_evidence_is_its_address() {
        Rights rights = senders.rightsOf("school");
        for (String event : List.of("gE1", "gE2", "gE3", "gE4")) {
            assertThat(enquiries.of(rights, school.eventId(event))).isPresent();
        }
        assertThat(enquiries.of(rights, new UUID(1, 2))).isEmpty();
    }

    @Test
    void who_may_see_what_the_police_hold_has_the_higher_tier() {
        assertThat(enquiries.all(senders.rightsOf("force"))).hasSize(2);
        assertThat(enquiries.all(senders.rightsOf("school"))).hasSize(1);
    }

    @Test
    void a_hidden_record_changes_nothing_for_who_may_not_see_it() {
        Rights rights = senders.rightsOf("school");
        String with = dump(rights);
        UUID event = refuge.eventId("hE1");
        for (List<UUID> gone : List.of(List.of(event), List.of(refuge.personId("h1"), refuge.personId("h3")))) {
            DATABASE.owner()
                    .sql(
                            "delete from picture.reference where from_record = any (?::uuid[]) or to_record = any (?::uuid[])")
                    .params(gone.toArray(UUID[]::new), gone.toArray(UUID[]::new))
                    .update();
            DATABASE.owner()
                    .sql(
                            "delete from picture.link where left_record = any (?::uuid[]) or right_record = any (?::uuid[])")
                    .params(gone.toArray(UUID[]::new), gone.toArray(UUID[]::new))
                    .update();
            DATABASE.owner()
                    .sql("delete from picture.membership where record_id = any (?::uuid[])")
                    .param(gone.toArray(UUID[]::new))
                    .update();
            DATABASE.owner()
                    .sql("delete from picture.record where record_id = any (?::uuid[])")
                    .param(gone.toArray(UUID[]::new))
                    .update();
            foundAnew();
            assertThat(dump(rights)).isEqualTo(with);
        }
        DATABASE.engine().run(sql -> sql.sql("delete from pattern.tier").update());
        senders.joined();
        finding.follow();
    }

    @Test
    void found_again_they_are_the_same_bytes() {
        String before = dump(senders.rightsOf("force"));
        foundAnew();
        assertThat(dump(senders.rightsOf("force"))).isEqualTo(before);
    }

    @Test
    void who_is_shut_out_of_a_record_sees_no_line_that_rests_on_it() {
        Rights rights = senders.rightsOf("school");
        int own = DATABASE.engine()
                .in(sql -> sql.sql("select class_id from picture.record where record_id = ?")
                        .param(school.eventId("gE3"))
                        .query(Integer.class)
                        .single());
        DATABASE.engine()
                .run(sql -> sql.sql("select access.set_apart(?, null, null, 'a test')")
                        .param(school.eventId("gE3"))
                        .query((row, number) -> true)
                        .list());
        Rights without = Rights.of(DatabaseForTests.READER, rights.classes());
        assertThat(without.classes()).contains(own);
        assertThat(enquiries.all(without)).isEmpty();
        foundAnew();
        assertThat(enquiries.all(without))
                .allSatisfy(line -> assertThat(line.found().evidence()).doesNotContain(school.eventId("gE3")));
    }

    @Test
    void a_line_about_a_user_goes_to_supervisors_outside_their_own_line_and_to_nobody_else() {
        Rights supervisor = of("force", "Ina Supervisor", Role.SUPERVISOR);
        Rights analyst = of("force", "Ivo Analyst", Role.ANALYST);
        Rights colleague = of("school", "Ida Colleague", Role.SUPERVISOR);
        UUID line = school.eventId("gE1");
        for (Rights anybody : List.of(supervisor, analyst, colleague)) {
            assertThat(enquiries.of(anybody, line)).isPresent();
        }
        Rights user = of("school", "Warreng HOLTg", Role.SUPERVISOR);
        assertThat(enquiries.of(supervisor, line))
                .hasValueSatisfying(found -> assertThat(found.conduct()).isTrue());
        for (Rights nobody : List.of(analyst, colleague, user)) {
            assertThat(enquiries.of(nobody, line)).isEmpty();
            assertThat(enquiries.all(nobody)).noneMatch(found -> found.anchor().equals(line));
        }
        UUID file = opened(supervisor, line);
        Cases cases = new Cases(DATABASE.app(), Terms.SHIPPED, Clock.systemUTC());
        assertThat(cases.of(supervisor, file)).isPresent();
        for (Rights nobody : List.of(analyst, colleague, user)) {
            assertThat(cases.all(nobody)).isEmpty();
        }
        DATABASE.owner()
                .sql("update access.person_user set ended_at = now() where user_id = ?")
                .param(user.user())
                .update();
        assertThat(enquiries.of(analyst, line))
                .hasValueSatisfying(found -> assertThat(found.conduct()).isFalse());
    }

    private UUID opened(Rights rights, UUID line) {
        Verdicts verdicts = new Verdicts(
                DATABASE.app(),
                enquiries,
                new Recurrences(DATABASE.app(), finding, enquiries),
                Terms.SHIPPED,
                new KeyedHash(new byte[32]));
        for (Verdicts.Part part : Verdicts.Part.values()) {
            verdicts.opened(rights, enquiries.of(rights, line).orElseThrow(), part);
        }
        Outcome outcome = verdicts.decide(
                rights, line, new Verdicts.Wish(Verdict.Kind.ACCEPTED, "Same car, same children", null, List.of()));
        return ((Outcome.Done) outcome).id();
    }

    @SuppressWarnings("deprecation") // no hash is wanted here
    private Rights of(String slug, String name, Role role) {
        int agency = senders.agencies.find(slug).orElseThrow();
        UUID user = senders.agencies.user(
                agency,
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'),
                name,
                NoOpPasswordEncoder.getInstance(),
                "x",
                role);
        return new Rights(user, senders.rightsOf(slug).classes());
    }

    private void foundAnew() {
        DATABASE.engine()
                .run(sql -> sql.sql("update pattern.tier set basis = basis || ' old'")
                        .update());
        assertThat(finding.follow()).isTrue();
    }

    private String dump(Rights rights) {
        return enquiries.all(rights).stream()
                .map(line -> JsonMapper.shared().writeValueAsString(line.found()) + line.known() + line.agencies())
                .toList()
                .toString();
    }

    @Test
    void a_list_does_not_wait_for_the_search_and_says_that_it_goes_on() throws InterruptedException {
        Rights rights = senders.rightsOf("school");
        Instant before = Instant.now();
        DATABASE.engine().run(sql -> sql.sql("delete from pattern.tier").update());
        try (LineSearch search = new LineSearch(DATABASE.app(), finding, Duration.ofMillis(20))) {
            Optional<LineSearch.Going> going;
            synchronized (finding) { // as if a search went on
                going = search.going(rights);
            }
            assertThat(going)
                    .hasValueSatisfying(one -> assertThat(one.records()).isGreaterThan(50));
            while (search.going(rights).isPresent()) {
                Thread.sleep(20);
            }
            assertThat(finding.since()).isAfter(before);
            assertThat(enquiries.all(rights)).isNotEmpty();
        } finally {
            finding.follow();
        }
    }
}
