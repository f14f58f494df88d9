package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agreements.Agreement;
import clew.app.identity.Extracted;
import clew.app.store.DatabaseForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

/** Row A7: who may see whose records whole rests on an agreement between the two, and ends with it. */
@SuppressWarnings("deprecation") // a test's password needs no hash
class A7AgreementsIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    private static int round;

    private final Agreements agreements = new Agreements(database.app());
    private final Proposals proposals = new Proposals(database.app());
    private final RestrictionsForTests shown = new RestrictionsForTests(database);
    private Agencies agencies;
    private String care;
    private UUID record;
    private UUID first;
    private UUID second;
    private UUID screener;
    private UUID nurse;
    private Map<String, String> before;

    @BeforeEach
    void one_agency_that_shares_with_two() {
        round++;
        care = "care" + round;
        agencies = new Agencies(database.engine());
        int partnership = agencies.partnership("harrowmere", "Harrowmere");
        int own = agencies.agency(partnership, care, care, Agencies.Kind.SOCIAL_CARE);
        int hub = agencies.agency(partnership, "hub" + round, "Hub", Agencies.Kind.OTHER);
        int clinic = agencies.agency(partnership, "clinic" + round, "Clinic", Agencies.Kind.HEALTH);
        first = user(own, "first", Role.INFORMATION_GOVERNANCE_LEAD);
        second = user(own, "second", Role.INFORMATION_GOVERNANCE_LEAD);
        screener = user(hub, "screener", Role.HUB_DECISION_MAKER);
        nurse = user(clinic, "nurse", Role.HUB_DECISION_MAKER);
        Extracted extracted = new Extracted(database);
        extracted.imported(folder, "other" + round, "9,Zoe,Other,01/02/2011,F,,LS1 1AA,3,,,,,\n");
        extracted.joined();
        before = shown.everything(screener);
        extracted.imported(folder, care, "1,Amelia,Barlow,03/04/2010,F,9434765919,LS1 1AA,7,,,,,\n");
        extracted.built();
        record = extracted.record(care, "1");
    }

    @Test
    void at_its_end_nothing_shows_of_what_was_whole_but_that_the_agency_holds_it() {
        assertThat(shown.records(screener)).contains(record);
        Viewer before = viewer(screener);

        assertThat(agreements.end(viewer(screener), number(), "not mine to end"))
                .isFalse();
        assertThat(agreements.end(viewer(first), number(), "the agreement was withdrawn"))
                .isTrue();
        assertNothingShowsTo(screener);
        assertThat(viewer(screener).rights().classes())
                .isNotEqualTo(before.rights().classes());
        assertThat(viewer(screener).pointed()).containsAll(classesOf(care));
        assertThat(shown.records(first)).as("one's own").contains(record);
    }

    @Test
    void it_ends_by_itself_with_its_last_day() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(365));
        Clock after = Clock.offset(Clock.systemUTC(), Duration.ofDays(367));
        assertThat(at(later, screener).rights().classes()).containsAll(classesOf(care));
        assertThat(at(after, screener).rights().classes()).doesNotContainAnyElementsOf(classesOf(care));
        assertThat(at(after, screener).pointed()).containsAll(classesOf(care));
    }

    @Test
    void two_leads_agree_with_one_agency_for_one_purpose_and_nobody_else_sees_by_it() {
        agreements.end(viewer(first), number(), "to be replaced by a narrower one");
        UUID proposal = proposals.propose(
                viewer(first),
                Proposals.Kind.AGREEMENT,
                new HashMap<>(Map.of(
                        "to",
                        String.valueOf(viewer(screener).agency()),
                        "purpose",
                        "child_protection_enquiry",
                        "reference",
                        "ISA 12",
                        "basis",
                        "Children Act 1989 section 47",
                        "days",
                        "30")),
                "enquiries need it");
        assertThat(proposals.decide(viewer(first), proposal, true, "I agree with myself"))
                .isEmpty();
        assertThat(shown.records(screener)).doesNotContain(record);
        assertThat(proposals.decide(viewer(second), proposal, true, "read and agreed"))
                .isPresent();

        assertThat(agreements.of(viewer(first)))
                .filteredOn(Agreement::own)
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .extracting(Agreement::to, Agreement::purposes, Agreement::signedBy)
                        .containsExactly("Hub", List.of("child_protection_enquiry"), "first and second"));
        assertThat(viewer(screener).rights().classes())
                .as("another purpose")
                .doesNotContainAnyElementsOf(classesOf(care));
        assertThat(viewer(screener).pointed()).containsAll(classesOf(care));
        assertThat(enquiring(screener).rights().classes()).containsAll(classesOf(care));
        assertThat(enquiring(nurse).rights().classes())
                .as("another agency")
                .doesNotContainAnyElementsOf(classesOf(care));
    }

    private void assertNothingShowsTo(UUID user) {
        assertThat(ofRecords(shown.everything(user))).isEqualTo(ofRecords(before));
    }

    /** Of all but the tables that say who shares with whom. */
    private static Map<String, String> ofRecords(Map<String, String> everything) {
        Map<String, String> records = new TreeMap<>(everything);
        records.keySet().removeIf(table -> table.startsWith("access."));
        return records;
    }

    private List<Integer> classesOf(String slug) {
        return database.engine()
                .in(sql -> sql.sql(
                                "select class_id from access.class join access.agency using (agency_id) where slug = ? and handling = 'content' and restriction = 'none'")
                        .param(slug)
                        .query(Integer.class)
                        .list());
    }

    private int number() {
        return agreements.of(viewer(first)).stream()
                .filter(Agreement::own)
                .findFirst()
                .orElseThrow()
                .number();
    }

    private Viewer viewer(UUID user) {
        return at(Clock.systemUTC(), user);
    }

    private Viewer enquiring(UUID user) {
        return new Viewers(database.app(), Clock.systemUTC())
                .find(user, "child_protection_enquiry", null)
                .orElseThrow();
    }

    private Viewer at(Clock clock, UUID user) {
        return new Viewers(database.app(), clock).find(user, null, null).orElseThrow();
    }

    private UUID user(int in, String name, Role role) {
        return agencies.user(in, name + round, name, NoOpPasswordEncoder.getInstance(), "x", role);
    }
}
