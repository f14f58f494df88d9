package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.access.Grants.Challenge;
import clew.app.access.Grants.State;
import clew.app.identity.Extracted;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

/** Being let into a record and shut out of it, on a clock of the test's own and a real database. */
@SuppressWarnings("deprecation") // a test's password needs no hash
class I1GrantsIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    private static int round;

    private final Ticking clock = new Ticking(Instant.parse("2027-03-27T22:30:00Z")); // clocks go forward on the 28th
    private final Apart apart = new Apart(database.engine());
    private final Viewers viewers = new Viewers(database.app(), clock);
    private final Grants grants = new Grants(database.app(), apart, clock);
    private final Exclusions exclusions = new Exclusions(database.app(), apart, clock);
    private final Restrictions restrictions = new Restrictions(database.app(), apart);

    private Extracted extracted;
    private String police;
    private UUID record;
    private UUID worker;
    private UUID colleague;
    private UUID supervisor;
    private UUID lead;

    @BeforeEach
    void one_record_that_the_police_point_to() {
        round++;
        police = "police" + round;
        extracted = new Extracted(database);
        extracted.imported(folder, police, row("Amelia"));
        record = extracted.record(police, "1");
        Agencies agencies = new Agencies(database.engine());
        int partnership = agencies.partnership("harrowmere", "Harrowmere");
        int owner = agencies.find(police).orElseThrow();
        int care = agencies.agency(partnership, "care", "Care", Agencies.Kind.SOCIAL_CARE);
        database.owner()
                .sql("update records.header set class_id = ? where record_id = ?")
                .params(agencies.classOf(owner, Agencies.Handling.POINTER, "none"), record)
                .update();
        extracted.joined();
        worker = user(agencies, care, "worker", Role.PRACTITIONER);
        colleague = user(agencies, owner, "colleague", Role.PRACTITIONER);
        supervisor = user(agencies, owner, "supervisor", Role.SUPERVISOR);
        lead = user(agencies, owner, "lead", Role.INFORMATION_GOVERNANCE_LEAD);
    }

    @Test
    void a_request_that_is_approved_lets_in_until_its_end() {
        grants.ask(viewer(worker), record, "to plan support");
        assertThat(sees(worker)).isFalse();
        UUID request = grants.toDecide(viewer(supervisor)).getFirst().id();
        assertThat(grants.decide(viewer(supervisor), request, clock.instant().plus(Duration.ofDays(3)), "needed"))
                .isTrue();

        assertThat(sees(worker)).isTrue();
        assertThat(viewer(worker).grants().get(record)).startsWith("specific access ");
        assertThat(sees(colleague)).isTrue();
        clock.passes(Duration.ofDays(3));
        assertThat(sees(worker)).isFalse();
        assertThat(grants.own(viewer(worker)).getFirst().state()).isEqualTo(State.ENDED);
    }

    @Test
    void who_works_in_some_areas_sees_what_agencies_there_share_and_what_no_other_does() {
        Agencies agencies = new Agencies(database.engine());
        int partnership = agencies.partnership("harrowmere", "Harrowmere");
        int owner = agencies.find(police).orElseThrow();
        int care = agencies.find("care").orElseThrow();
        int north = agencies.area(partnership, "north", "North");
        int south = agencies.area(partnership, "south", "South");
        database.owner()
                .sql("update records.header set class_id = ? where record_id = ?")
                .params(agencies.classOf(owner, Agencies.Handling.CONTENT, "none"), record)
                .update();
        extracted.joined();
        UUID screener = user(agencies, care, "screener", Role.HUB_DECISION_MAKER);
        assertThat(sees(screener)).as("the whole partnership").isTrue();

        agencies.covers(owner, north);
        agencies.worksIn(screener, south);
        assertThat(sees(screener)).as("another area").isFalse();
        assertThat(sees(colleague)).as("their own agency's").isTrue();
        agencies.worksIn(screener, south, north);
        assertThat(sees(screener))
                .as("both areas, of which one is the agency's")
                .isTrue();
        agencies.covers(owner, south);
        agencies.worksIn(screener, north);
        assertThat(sees(screener)).as("the agency left the area").isFalse();

        int team = agencies.team(care, name("screeners"), "Screeners");
        agencies.teamWorksIn(team, south);
        agencies.joins(screener, team);
        assertThat(sees(screener)).as("an area of their team").isTrue();
        agencies.leaves(screener, team);
        assertThat(sees(screener)).as("no longer in the team").isFalse();
    }

    @Test
    void a_grant_follows_what_a_person_confirmed_and_ends_when_that_is_taken_back() {
        extracted.imported(folder, police, row("Amelia").replaceFirst("1,", "2,"));
        UUID other = extracted.record(police, "2");
        int owner = new Agencies(database.engine()).find(police).orElseThrow();
        database.owner()
                .sql(
                        "update records.header set class_id = (select class_id from records.header where record_id = ? limit 1) where record_id = ?")
                .params(record, other)
                .update();
        extracted.joined();
        grants.ask(viewer(worker), record, "to plan support");
        UUID request = grants.toDecide(viewer(supervisor)).getFirst().id();
        grants.decide(viewer(supervisor), request, clock.instant().plus(Duration.ofDays(3)), "needed");
        assertThat(viewer(worker).grants()).as("a machine joined them").containsOnlyKeys(record);

        UUID decision = decided(owner, "same_person", "{}");
        List.of(record, other)
                .forEach(one -> database.owner()
                        .sql(
                                "insert into decisions.about select ?, ?, class_id from records.header where record_id = ? limit 1")
                        .params(decision, one, one)
                        .update());
        assertThat(viewer(worker).grants()).containsOnlyKeys(record, other);
        decided(owner, "decision_withdrawn", "{\"decision\": \"" + decision + "\"}");
        assertThat(viewer(worker).grants()).containsOnlyKeys(record);
    }

    private UUID decided(int agency, String kind, String body) {
        UUID decision = UUID.randomUUID();
        database.owner()
                .sql(
                        "insert into decisions.decision (decision_id, kind, made_by, agency_id, reason, class_id, body) values (?, ?, ?, ?, 'test', 1, ?::jsonb)")
                .params(decision, kind, supervisor, agency, body)
                .update();
        return decision;
    }

    @Test
    void a_refused_request_looks_like_one_about_nothing() {
        grants.ask(viewer(worker), record, "to plan support");
        grants.ask(viewer(worker), UUID.randomUUID(), "to plan support");
        UUID request = grants.toDecide(viewer(supervisor)).getFirst().id();
        assertThat(grants.decide(viewer(supervisor), request, null, "not for this work"))
                .isTrue();

        assertThat(grants.own(viewer(worker))).extracting(Grants.Own::state).containsOnly(State.WAITING);
        clock.passes(Duration.ofDays(Grants.DAYS_A_REQUEST_WAITS));
        assertThat(grants.own(viewer(worker))).extracting(Grants.Own::state).containsOnly(State.NOT_GIVEN);
    }

    @Test
    void only_who_decides_on_the_record_sees_a_request_and_nobody_decides_on_their_own() {
        grants.ask(viewer(supervisor), record, "my own wish");
        grants.ask(viewer(worker), record, "to plan support");
        assertThat(grants.toDecide(viewer(worker))).isEmpty();
        assertThat(grants.toDecide(viewer(colleague))).isEmpty();
        assertThat(grants.toDecide(viewer(supervisor))).hasSize(1);
        UUID own = grants.own(viewer(supervisor)).getFirst().id();
        assertThat(grants.decide(viewer(supervisor), own, clock.instant().plusSeconds(60), "why not"))
                .isFalse();
    }

    @Test
    void a_supervisor_of_the_hub_decides_on_what_is_pointed_to_and_not_on_what_is_hidden() {
        Agencies agencies = new Agencies(database.engine());
        int hub = agencies.agency(agencies.partnership("harrowmere", "Harrowmere"), "hub", "Hub", Agencies.Kind.OTHER);
        agencies.hostsTheHub(hub);
        UUID hubSupervisor = user(agencies, hub, "hub", Role.SUPERVISOR);
        grants.ask(viewer(worker), record, "to plan support");
        assertThat(grants.toDecide(viewer(hubSupervisor)))
                .extracting(Grants.Task::record)
                .contains(record);

        database.owner()
                .sql("update records.header set class_id = ? where record_id = ?")
                .params(agencies.classOf(agencies.find(police).orElseThrow(), Agencies.Handling.HIDDEN, "none"), record)
                .update();
        assertThat(grants.toDecide(viewer(hubSupervisor)))
                .extracting(Grants.Task::record)
                .doesNotContain(record);
    }

    @Test
    void a_challenge_lasts_until_the_end_of_the_next_day_in_london() {
        assertThat(grants.open(withFactor(worker), record, "at risk tonight"))
                .isEqualTo(new Challenge.Opened(Instant.parse("2027-03-28T23:00:00Z"))); // midnight, summer time
        assertThat(sees(worker)).isTrue();
        assertThat(viewer(worker).grants().get(record)).startsWith("challenged access ");
        clock.passes(Duration.between(clock.instant(), Instant.parse("2027-03-28T22:59:59Z")));
        assertThat(sees(worker)).isTrue();
        clock.passes(Duration.ofSeconds(1));
        assertThat(sees(worker)).isFalse();
    }

    @Test
    void a_challenge_needs_a_second_factor_of_the_last_minutes() {
        assertThat(grants.open(viewer(worker), record, "at risk tonight")).isEqualTo(new Challenge.NeedsSecondFactor());
        Viewer proved = withFactor(worker);
        clock.passes(SecondFactor.GOOD_FOR);
        assertThat(grants.open(proved, record, "at risk tonight")).isEqualTo(new Challenge.NeedsSecondFactor());
    }

    @Test
    void a_challenge_of_what_is_hidden_restricted_or_not_there_gets_one_answer() {
        UUID hidden = UUID.randomUUID();
        assertThat(grants.open(withFactor(worker), hidden, "at risk tonight")).isEqualTo(new Challenge.NotOpened());
        apart.restrict(record, lead, "a member of staff");
        assertThat(grants.open(withFactor(worker), record, "at risk tonight")).isEqualTo(new Challenge.NotOpened());
        assertThat(sees(worker)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_owner_reviews_a_challenge_and_one_objected_to_ends_at_once(boolean confirmed) {
        grants.open(withFactor(worker), record, "at risk tonight");
        UUID grant = grants.toReview(viewer(supervisor)).getFirst().id();
        assertThat(grants.review(viewer(worker), grant, true, "I was right")).isFalse();
        assertThat(grants.review(viewer(supervisor), grant, confirmed, "looked into it"))
                .isTrue();
        assertThat(grants.toReview(viewer(supervisor))).isEmpty();
        assertThat(sees(worker)).isEqualTo(confirmed);
    }

    @Test
    void who_is_shut_out_of_a_record_of_their_own_agency_sees_nothing_of_it() {
        assertThat(sees(colleague)).isTrue();
        assertThat(exclusions.set(viewer(supervisor), name("colleague"), record, "a neighbour"))
                .isTrue();

        assertThat(sees(colleague)).isFalse();
        assertThat(sees(supervisor)).isTrue();
        assertThat(exclusions.own(viewer(colleague))).isEmpty();
        UUID exclusion = exclusions.standing(viewer(supervisor)).getFirst().id();
        exclusions.lift(viewer(colleague), exclusion, "let me in");
        assertThat(sees(colleague)).isFalse();
        exclusions.lift(viewer(supervisor), exclusion, "moved away");
        assertThat(sees(colleague)).isTrue();
    }

    @Test
    void who_declares_a_conflict_no_longer_decides_and_cannot_be_let_in_by_a_grant() {
        exclusions.declare(viewer(supervisor), List.of(record, UUID.randomUUID()), "my cousin");
        grants.ask(viewer(worker), record, "to plan support");
        assertThat(sees(supervisor)).isFalse();
        assertThat(grants.toDecide(viewer(supervisor))).isEmpty();
        assertThat(exclusions.own(viewer(supervisor))).hasSize(2);

        grants.ask(viewer(supervisor), record, "after all");
        grants.toDecide(viewer(lead))
                .forEach(task ->
                        grants.decide(viewer(lead), task.id(), clock.instant().plusSeconds(60), "if you must"));
        assertThat(sees(supervisor)).isFalse();
        assertThat(sees(worker)).isTrue();
    }

    @Test
    void a_restricted_record_shows_to_nobody_until_the_lead_lets_somebody_in_or_lifts_it() {
        assertThat(restrictions.restrict(viewer(supervisor), record, "a member of staff is the subject"))
                .isTrue();
        assertThat(List.of(sees(supervisor), sees(colleague), sees(lead))).containsOnly(false);
        grants.ask(viewer(colleague), record, "I work with the child");
        assertThat(grants.toDecide(viewer(supervisor))).isEmpty();
        grants.toDecide(viewer(lead))
                .forEach(task ->
                        grants.decide(viewer(lead), task.id(), clock.instant().plusSeconds(60), "their worker"));
        assertThat(sees(colleague)).isTrue();

        assertThat(restrictions.lift(viewer(supervisor), record, "over")).isFalse();
        assertThat(restrictions.lift(viewer(lead), record, "over")).isTrue();
        assertThat(sees(supervisor)).isTrue();
        assertThat(sees(worker)).isFalse();
    }

    @Test
    void a_new_version_and_a_new_picture_keep_who_is_let_in_and_who_is_shut_out() {
        grants.open(withFactor(worker), record, "at risk tonight");
        exclusions.declare(viewer(colleague), List.of(record), "my cousin");
        extracted.imported(folder, police, row("Amelie"));
        assertThat(rowsOf("records.header", colleague)).isZero();
        assertThat(rowsOf("records.header", supervisor)).isEqualTo(2);
        extracted.joined();
        assertThat(sees(worker)).isTrue();
        assertThat(sees(colleague)).isFalse();
        assertThat(sees(supervisor)).isTrue();
    }

    @Test
    void every_change_of_class_is_written_down_and_nothing_of_it_can_be_undone() {
        restrictions.restrict(viewer(supervisor), record, "a member of staff is the subject");
        assertThat(database.owner()
                        .sql("select reason || ' by ' || made_by from access.reclassified where record_id = ?")
                        .param(record)
                        .query(String.class)
                        .list())
                .containsExactly("a member of staff is the subject by " + supervisor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access.granted set until_at = 'infinity'",
                "delete from access.exclusion",
                "update access.request set reason = 'other'",
                "delete from access.review",
                "insert into access.granted select gen_random_uuid(), 'specific', access.me(), gen_random_uuid(), 'p', 'r', access.me(), null, now(), now() + interval '1 day'",
                "insert into access.granted select gen_random_uuid(), 'challenged', access.me(), gen_random_uuid(), 'p', 'r', access.me(), null, now(), now() + interval '1 day'",
                "insert into access.request select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'p', 'r', now()",
                "insert into access.exclusion select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), access.me(), now(), 'r'",
                "insert into access.reclassified (record_id, class_before, class_after, reason) values (gen_random_uuid(), 1, 1, 'r')",
                "select * from access.reclassified",
                "select access.set_apart(gen_random_uuid(), null, null, 'r')",
                "select access.is_excluded(gen_random_uuid(), gen_random_uuid())",
            })
    void the_applications_role_cannot(String statement) {
        assertThatThrownBy(() -> database.app().run(Rights.of(worker, Set.of()), sql -> {
                    if (statement.startsWith("select")) {
                        sql.sql(statement).query().listOfRows();
                    } else {
                        sql.sql(statement).update();
                    }
                }))
                .isInstanceOf(DataAccessException.class);
    }

    private boolean sees(UUID user) {
        boolean picture = rowsOf("picture.record", user) == 1;
        assertThat(rowsOf("picture.token", user) > 0).isEqualTo(picture);
        assertThat(rowsOf("picture.membership", user) == 1).isEqualTo(picture);
        assertThat(rowsOf("records.header", user) > 0).isEqualTo(picture);
        return picture;
    }

    private long rowsOf(String table, UUID user) {
        return database.app()
                .read(
                        viewer(user).rights(),
                        sql -> sql.sql("select count(*) from " + table + " where record_id = ?")
                                .param(record)
                                .query(Long.class)
                                .single());
    }

    private Viewer viewer(UUID user) {
        return viewers.find(user, null, null).orElseThrow();
    }

    private Viewer withFactor(UUID user) {
        return viewers.find(user, null, clock.instant()).orElseThrow();
    }

    private static UUID user(Agencies agencies, int agency, String name, Role role) {
        return agencies.user(agency, name(name), name, NoOpPasswordEncoder.getInstance(), "plain", role);
    }

    private static String name(String name) {
        return name + round;
    }

    private static String row(String forename) {
        return "1," + forename + ",Hartley,03/04/2011,F" + ",".repeat(Extracted.HEADER.split(",").length - 5) + "\n";
    }

    /** A clock that stands until it is told how much time passes. */
    private static final class Ticking extends Clock {

        private Instant now;

        Ticking(Instant now) {
            this.now = now;
        }

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
