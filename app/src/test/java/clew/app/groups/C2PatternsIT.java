package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.access.Role;
import clew.app.groups.Standing.State;
import clew.app.groups.Verdicts.Part;
import clew.app.identity.Senders;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import clew.core.standard.Visibility;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * A worker, a place or a vehicle that recurs across unrelated children is a pattern of its own, found in each clearance tier from what it lets show; it is decided on
 * as a line is, and goes outside the line of whom it is about. What everybody uses ties nobody, and says why.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class C2PatternsIT {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private Senders senders;
    private Finding finding;
    private Enquiries enquiries;
    private Recurrences recurrences;
    private Verdicts verdicts;
    private Outings school;
    private Outings refuge;
    private Rights analyst;
    private Rights supervisor;
    private Rights outside;

    @BeforeAll
    void a_club_a_car_and_a_worker_of_whom_a_refuge_knows_more(@TempDir Path folder) {
        senders = new Senders(DATABASE, folder);
        senders.agency("school", Kind.EDUCATION);
        senders.agency("force", Kind.POLICE);
        senders.agency("refuge", Kind.CHARITY, Visibility.HIDDEN);
        school = Outings.of(senders, "school", Kind.EDUCATION)
                .crowd("c", 60)
                .recurring("q", "c")
                .group("w", LocalDate.of(2024, 2, 1))
                .person("w5", "Saffron", "Ingle", LocalDate.of(2011, 2, 3), "W1", "F")
                .person("w6", "Dorothea", "Umber", LocalDate.of(2012, 9, 14), "W1", "F")
                .event("wL1", LocalDate.of(2025, 1, 3), "w yard", "Seen in a car", "w1", "w5", "w6")
                .event("wL2", LocalDate.of(2025, 1, 12), "w shed", "Seen at the door", "w2", "w5", "w6")
                .event("wL3", LocalDate.of(2025, 1, 23), "w yard", "Seen again", "w1", "w2", "w5")
                .event("wL4", LocalDate.of(2025, 2, 3), "w shed", "Seen late", "w1", "w2", "w6")
                .sent();
        refuge = Outings.of(senders, "refuge", Kind.CHARITY)
                .person("h1", "Xantheq", "OfMerleq", LocalDate.of(2009, 1, 5), "W1", "F")
                .person("h2", "Hidden", "Somebody", LocalDate.of(2010, 2, 6), "W1", "F")
                .event("hE1", LocalDate.of(2025, 6, 1), "q club", "Watched from afar", "h1", "h2")
                .vehicle("hE1", "KC10 CAR")
                .sent();
        senders.joined();
        finding = new Finding(DATABASE.app(), DATABASE.engine());
        enquiries =
                new Enquiries(DATABASE.app(), finding, Terms.SHIPPED, new KeyedHash(new byte[32]), Clock.systemUTC());
        recurrences = new Recurrences(DATABASE.app(), finding, enquiries);
        verdicts = new Verdicts(DATABASE.app(), enquiries, recurrences, Terms.SHIPPED, new KeyedHash(new byte[32]));
        finding.follow();
        analyst = user("school", "ann", Role.ANALYST);
        supervisor = user("school", "sue", Role.SUPERVISOR);
        outside = user("force", "pol", Role.SUPERVISOR);
    }

    @Test
    void a_place_and_a_car_that_recur_show_and_a_worker_only_outside_their_own_line() {
        assertThat(recurrences.all(analyst))
                .extracting(OwnPattern::about)
                .containsExactlyInAnyOrder("means", "place", "reformed-group");
        assertThat(recurrences.all(supervisor))
                .extracting(OwnPattern::about)
                .containsExactlyInAnyOrder("means", "place", "reformed-group");
        assertThat(recurrences.all(outside))
                .extracting(OwnPattern::about)
                .containsExactlyInAnyOrder("means", "place", "worker-or-carer", "reformed-group");
        OwnPattern car =
                recurrences.of(analyst, "means", school.vehicleId("KC10 CAR")).orElseThrow();
        assertThat(car.found().on(Found.Side.CHILD)).hasSize(12);
        assertThat(car.recurring().paragraph()).contains("12 of them not related", "by one agency");
        assertThat(car.recurring().against()).isNotEmpty();
        OwnPattern worker = recurrences
                .of(outside, "worker-or-carer", school.personId("qP"))
                .orElseThrow();
        assertThat(worker.conduct()).isTrue();
        assertThat(worker.found().on(Found.Side.ADULT))
                .extracting(Found.Member::subject)
                .containsExactly(school.personId("qP"));
    }

    @Test
    void a_group_that_came_together_again_is_about_several_and_known_by_its_evidence() {
        OwnPattern group =
                recurrences.of(analyst, "reformed-group", school.eventId("wE1")).orElseThrow();
        assertThat(group.found().on(Found.Side.ADULT))
                .extracting(Found.Member::subject)
                .containsExactlyInAnyOrder(school.personId("w1"), school.personId("w2"));
        assertThat(group.subjects()).isEmpty();
        assertThat(group.recurring().explanation().lines().toString())
                .contains("share 2 children")
                .doesNotContain(school.personId("w1").toString());
        assertThat(recurrences.of(analyst, List.of(school.personId("w2")))).containsExactly(group);
        for (Part part : Part.values()) {
            verdicts.opened(analyst, group, part);
        }
        assertThat(verdicts.decide(
                        analyst,
                        group.about(),
                        group.anchor(),
                        new Verdicts.Wish(
                                Verdict.Kind.PARKED,
                                "Waiting for the interview",
                                LocalDate.now(Standings.LONDON).plusDays(20),
                                List.of())))
                .isInstanceOf(Outcome.Done.class);
        assertThat(recurrences
                        .of(analyst, group.about(), group.anchor())
                        .orElseThrow()
                        .standing()
                        .state())
                .isEqualTo(State.PARKED);
        assertThat(enquiries.all(analyst)).allMatch(line -> line.standing().state() == State.DRAFT);
    }

    @Test
    void what_everybody_uses_is_listed_with_why() {
        assertThat(recurrences.busy(analyst)).singleElement().satisfies(busy -> {
            assertThat(busy.subject()).isEqualTo(school.phoneId("07700 900123"));
            assertThat(busy.why()).contains("40 occasions");
        });
    }

    @Test
    void what_is_hidden_changes_no_byte_for_who_may_not_see_it() {
        String with = dump();
        UUID[] hidden = {refuge.eventId("hE1"), refuge.personId("h1"), refuge.personId("h2")};
        long resting = DATABASE.engine()
                .in(sql -> sql.sql("select count(*) from pattern.evidence where record_id = any (?::uuid[])")
                        .param((Object) hidden)
                        .query(Long.class)
                        .single());
        assertThat(resting).as("the tier of all rests on it").isPositive();
        for (String statement : List.of(
                "delete from picture.reference where from_record = any (?::uuid[])",
                "delete from picture.reference where to_record = any (?::uuid[])",
                "delete from picture.link where left_record = any (?::uuid[])",
                "delete from picture.link where right_record = any (?::uuid[])",
                "delete from picture.membership where record_id = any (?::uuid[])",
                "delete from picture.record where record_id = any (?::uuid[])")) {
            DATABASE.owner().sql(statement).param((Object) hidden).update();
        }
        DATABASE.engine()
                .run(sql -> sql.sql("update pattern.tier set basis = basis || ' old'")
                        .update());
        assertThat(finding.follow()).isTrue();
        assertThat(dump()).isEqualTo(with);
    }

    @Test
    void a_rejected_pattern_needs_two_keeps_hashes_and_returns_on_new_evidence_and_says_which() {
        UUID club = school.placeId("q club");
        assertThat(decide(analyst, club, Verdict.Kind.REJECT_ASKED, "It is the youth club"))
                .isEqualTo(new Outcome.Wrong("verdict", "Open the evidence and the counter-evidence first"));
        open(analyst, club);
        open(supervisor, club);
        assertThat(decide(analyst, club, Verdict.Kind.SPLIT, "It is the youth club"))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(decide(analyst, club, Verdict.Kind.REJECT_ASKED, "It is the youth club"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(decide(analyst, club, Verdict.Kind.REJECTED, "It is the youth club"))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(decide(supervisor, club, Verdict.Kind.REJECTED, "Checked with the club"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(standing(club).state()).isEqualTo(State.REJECTED);
        assertThat(recurrences
                        .of(analyst, "means", school.vehicleId("KC10 CAR"))
                        .orElseThrow()
                        .standing()
                        .state())
                .as("the car has the same evidence, and nobody decided on it")
                .isEqualTo(State.DRAFT);
        assertThat(DATABASE.owner()
                        .sql(
                                "select cardinality(evidence) || ' ' || cardinality(hashes) from groups.verdict where kind = 'rejected'")
                        .query(String.class)
                        .single())
                .isEqualTo("0 3");

        String[] more = new String[4];
        for (int n = 0; n < more.length; n++) {
            more[n] = "more" + n;
            school.person(
                    more[n],
                    List.of("Ludo", "Kestrel", "Jasper", "Isolde").get(n),
                    List.of("Harker", "Gannet", "Falk", "Eider").get(n),
                    LocalDate.of(2012, 3 + n, 7 + 3 * n),
                    "W1",
                    "M");
        }
        school.event("qE9", LocalDate.of(2025, 7, 20), "q club", "Left together", more)
                .sent();
        senders.joined();
        finding.follow();
        Standing back = standing(club);
        assertThat(back.state()).isEqualTo(State.RETURNED);
        assertThat(back.fresh()).containsExactly(school.eventId("qE9"));
    }

    private void open(Rights rights, UUID place) {
        OwnPattern pattern = recurrences.of(rights, "place", place).orElseThrow();
        for (Part part : Part.values()) {
            verdicts.opened(rights, pattern, part);
        }
    }

    private Outcome decide(Rights rights, UUID place, Verdict.Kind kind, String reason) {
        return verdicts.decide(rights, "place", place, new Verdicts.Wish(kind, reason, null, List.of()));
    }

    private Standing standing(UUID place) {
        return recurrences.of(analyst, "place", place).orElseThrow().standing();
    }

    private String dump() {
        return recurrences.all(analyst).stream()
                        .map(pattern -> JsonMapper.shared().writeValueAsString(pattern.recurring())
                                + pattern.evidenceKey()
                                + pattern.known())
                        .toList()
                        .toString()
                + recurrences.busy(analyst);
    }

    @SuppressWarnings("deprecation") // no hash is wanted here
    private Rights user(String slug, String name, Role role) {
        int agency = senders.agencies.find(slug).orElseThrow();
        UUID user = senders.agencies.user(agency, name, name, NoOpPasswordEncoder.getInstance(), "x", role);
        return new Rights(user, senders.rightsOf(slug).classes());
    }
}
