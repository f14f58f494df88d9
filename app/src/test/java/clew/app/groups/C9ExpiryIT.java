package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.access.Role;
import clew.app.groups.Standing.State;
import clew.app.groups.Verdicts.Part;
import clew.app.identity.Senders;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

/** Suspicion ends: undecided lines end, parked ones have a last day, and a rejected one keeps keyed hashes and comes back only on new evidence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class C9ExpiryIT {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private Senders senders;
    private Outings school;
    private Finding finding;
    private Rights one;
    private Rights other;

    @BeforeAll
    @SuppressWarnings("deprecation") // no hash is wanted here
    void groups_of_which_each_test_has_its_own(@TempDir Path folder) {
        senders = new Senders(DATABASE, folder);
        int agency = senders.agency("school", Kind.EDUCATION);
        school = Outings.of(senders, "school", Kind.EDUCATION)
                .crowd("c", 60)
                .group("undecided", LocalDate.of(2025, 2, 1))
                .group("parked", LocalDate.of(2025, 3, 1))
                .group("rejected", LocalDate.of(2025, 4, 1))
                .group("split", LocalDate.of(2025, 5, 1))
                .sent();
        senders.joined();
        finding = new Finding(DATABASE.app(), DATABASE.engine());
        finding.follow();
        var classes = senders.rightsOf("school").classes();
        var encoder = NoOpPasswordEncoder.getInstance();
        one = new Rights(senders.agencies.user(agency, "one", "One", encoder, "x", Role.ANALYST), classes);
        other = new Rights(senders.agencies.user(agency, "other", "Other", encoder, "x", Role.SUPERVISOR), classes);
    }

    @Test
    void a_line_that_nobody_decides_ends_and_stays_until_somebody_gives_a_reason() {
        UUID line = school.eventId("undecidedE1");
        assertThat(standing(0, line).state()).isEqualTo(State.DRAFT);
        assertThat(standing(56, line).state()).isEqualTo(State.DRAFT);
        assertThat(standing(57, line).state()).isEqualTo(State.ENDED);
        open(one, line);
        assertThat(decide(one, line, Verdict.Kind.RENEWED, "Waiting for the interview", null))
                .isInstanceOf(Outcome.Done.class);
        assertThat(standing(0, line).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void nothing_counts_before_both_parts_were_opened_not_even_past_the_pages() {
        UUID line = school.eventId("undecidedE2");
        assertThat(decide(other, line, Verdict.Kind.ACCEPTED, "Looks like a pattern", null))
                .isEqualTo(new Outcome.Wrong("verdict", "Open the evidence and the counter-evidence first"));
        Line found = enquiries(0).of(other, line).orElseThrow();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> DATABASE.app()
                        .run(
                                other,
                                sql -> sql.sql("""
                        insert into groups.verdict (kind, made_by, agency_id, reason, evidence_key, evidence, classes)
                        values ('accepted', ?, access.viewer_agency(), 'Looks like a pattern', ?, ?, '{}')""")
                                        .params(
                                                other.user(),
                                                found.evidenceKey(),
                                                found.found().evidence().toArray(UUID[]::new))
                                        .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("to be opened before a verdict");
    }

    @Test
    void a_parked_line_comes_back_on_its_day_and_cannot_be_parked_for_ever() {
        UUID line = school.eventId("parkedE1");
        open(one, line);
        LocalDate today = LocalDate.now(Standings.LONDON);
        assertThat(decide(one, line, Verdict.Kind.PARKED, "Waiting for the phone", today.plusDays(93)))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(decide(one, line, Verdict.Kind.PARKED, "Waiting for the phone", today.plusDays(60)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(standing(59, line).state()).isEqualTo(State.PARKED);
        assertThat(standing(60, line).state()).isEqualTo(State.DRAFT);
        assertThat(standing(200, line).state()).isEqualTo(State.ENDED);
    }

    @Test
    void a_rejected_line_needs_two_keeps_hashes_alone_and_returns_on_new_evidence_and_says_which() {
        UUID line = school.eventId("rejectedE1");
        open(one, line);
        open(other, line);
        assertThat(decide(one, line, Verdict.Kind.REJECT_ASKED, "They are a sports club", null))
                .isInstanceOf(Outcome.Done.class);
        assertThat(standing(0, line).state()).isEqualTo(State.REJECTION_ASKED);
        assertThat(decide(one, line, Verdict.Kind.REJECTED, "They are a sports club", null))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(decide(other, line, Verdict.Kind.REJECTED, "Checked with the club", null))
                .isInstanceOf(Outcome.Done.class);
        assertThat(standing(0, line).state()).isEqualTo(State.REJECTED);
        assertThat(DATABASE.owner()
                        .sql(
                                "select cardinality(evidence) || ' ' || cardinality(hashes) from groups.verdict where kind = 'rejected'")
                        .query(String.class)
                        .single())
                .isEqualTo("0 4");

        school.event(
                        "rejectedE5",
                        LocalDate.of(2025, 6, 20),
                        "rejected hotel",
                        "Seen once more",
                        "rejected1",
                        "rejected2",
                        "rejected3")
                .sent();
        senders.joined();
        finding.follow();
        Standing back = standing(0, line);
        assertThat(back.state()).isEqualTo(State.RETURNED);
        assertThat(back.fresh()).containsExactly(school.eventId("rejectedE5"));
    }

    @Test
    void a_line_is_split_by_its_people_and_stays_so() {
        UUID line = school.eventId("splitE1");
        open(one, line);
        Outcome outcome = verdicts(0)
                .decide(
                        one,
                        line,
                        new Verdicts.Wish(
                                Verdict.Kind.SPLIT, "Two sets of people", null, List.of(school.personId("split2"))));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        finding.follow();
        Line left = enquiries(0).of(one, line).orElseThrow();
        assertThat(left.found().member(school.personId("split2"))).isEmpty();
        assertThat(left.found().member(school.personId("split1"))).isPresent();
    }

    private void open(Rights rights, UUID line) {
        Line found = enquiries(0).of(rights, line).orElseThrow();
        for (Part part : Part.values()) {
            verdicts(0).opened(rights, found, part);
        }
    }

    private Outcome decide(Rights rights, UUID line, Verdict.Kind kind, String reason, @Nullable LocalDate until) {
        return verdicts(0).decide(rights, line, new Verdicts.Wish(kind, reason, until, List.of()));
    }

    private Standing standing(int daysFromNow, UUID line) {
        return enquiries(daysFromNow).of(one, line).orElseThrow().standing();
    }

    private Verdicts verdicts(int daysFromNow) {
        return new Verdicts(
                DATABASE.app(),
                enquiries(daysFromNow),
                new Recurrences(DATABASE.app(), finding, enquiries(daysFromNow)),
                Terms.SHIPPED,
                new KeyedHash(new byte[32]));
    }

    private Enquiries enquiries(int daysFromNow) {
        return new Enquiries(
                DATABASE.app(),
                finding,
                Terms.SHIPPED,
                new KeyedHash(new byte[32]),
                Clock.offset(Clock.systemUTC(), Duration.ofDays(daysFromNow)));
    }
}
