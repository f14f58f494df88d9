package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.Clew;
import clew.app.access.Action;
import clew.app.access.Agencies;
import clew.app.access.Exclusions;
import clew.app.access.Grants;
import clew.app.access.Matrix;
import clew.app.access.Matrix.Reach;
import clew.app.access.Role;
import clew.app.access.Viewer;
import clew.app.access.Viewers;
import clew.app.identity.Extracted;
import clew.app.store.DatabaseForTests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Every role, in every relation to a record, in every state of the record, does what may be done with it: what the pages answer
 * and what row-level security returns are what the one table says.
 */
@SpringBootTest(
        classes = {Clew.class, I1AccessMatrixIT.Plain.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class I1AccessMatrixIT {

    private static final DatabaseForTests DATABASE = new DatabaseForTests();
    private static final Pattern SHARE = Pattern.compile("/persons/share\\?search=([0-9a-f-]+)&amp;page=1");
    private static final String PASSWORD = "plain";

    /** Hundreds of real hashes would take minutes. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Plain {

        @Bean
        @Primary
        PasswordEncoder plain() {
            return PlainBrowser.NO_HASH;
        }
    }

    /** How a user stands to the record. */
    enum Relation {
        OWN,
        OTHER,
        OTHER_PARTNERSHIP,
        TEAM,
        NOT_IN_TEAM,
        GRANTED,
        CHALLENGED,
        EXPIRED,
        EXCLUDED;

        boolean isAboutTeams() {
            return this == TEAM || this == NOT_IN_TEAM;
        }
    }

    /** How the record's owner keeps it; each with the surname of somebody so kept, for everyone and for a team. */
    enum State {
        CONTENT("Alderman", "Elmsley"),
        POINTER("Birchall", "Firbank"),
        HIDDEN("Cedarson", "Gorsey"),
        RESTRICTED("Dogwood", "Hollins");

        final String surname;
        final String surnameInTeam;

        State(String surname, String surnameInTeam) {
            this.surname = surname;
            this.surnameInTeam = surnameInTeam;
        }

        String surname(Relation relation) {
            return relation.isAboutTeams() ? surnameInTeam : surname;
        }
    }

    @Autowired
    private Viewers viewers;

    @Autowired
    private Grants grants;

    @Autowired
    private Exclusions exclusions;

    @LocalServerPort
    private int port;

    private Extracted extracted;
    private final Map<String, UUID> users = new java.util.HashMap<>();

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeAll
    void a_record_in_each_state_and_a_user_in_each_relation(@TempDir Path folder) {
        Agencies agencies = new Agencies(DATABASE.engine());
        int here = agencies.partnership("harrowmere", "Harrowmere");
        int police = agencies.agency(here, "police", "Agency police", Agencies.Kind.OTHER);
        int care = agencies.agency(here, "care", "Agency care", Agencies.Kind.OTHER);
        int far =
                agencies.agency(agencies.partnership("otherton", "Otherton"), "far", "Agency far", Agencies.Kind.OTHER);
        extracted = new Extracted(DATABASE);
        StringBuilder rows = new StringBuilder();
        for (State state : State.values()) {
            rows.append(row(state.surname)).append(row(state.surnameInTeam));
        }
        extracted.imported(folder, "police", rows.toString());
        int team = agencies.team(police, "unit", "A unit");
        for (State state : State.values()) {
            keep(agencies, police, state.surname, state, "none");
            keep(agencies, police, state.surnameInTeam, state, "team:" + team);
        }
        extracted.joined();
        DATABASE.engine().run(this::restrict);
        for (Role role : Role.values()) {
            for (Relation relation : Relation.values()) {
                int agency = switch (relation) {
                    case OWN, EXCLUDED, NOT_IN_TEAM -> police;
                    case OTHER, TEAM, GRANTED, CHALLENGED, EXPIRED -> care;
                    case OTHER_PARTNERSHIP -> far;
                };
                UUID user = user(agencies, agency, role, relation);
                if (relation == Relation.TEAM) {
                    agencies.joins(user, team);
                }
            }
        }
        user(agencies, police, "decider", Role.SUPERVISOR, Role.INFORMATION_GOVERNANCE_LEAD);
        letInAndShutOut();
    }

    @Test
    void the_pages_and_the_database_give_each_viewer_what_the_table_says() throws Exception {
        SoftAssertions all = new SoftAssertions();
        int cases = 0;
        for (Role role : Role.values()) {
            for (Relation relation : Relation.values()) {
                PlainBrowser browser = new PlainBrowser(port).signIn(name(role, relation), PASSWORD);
                for (State state : State.values()) {
                    cases += check(all, browser, role, relation, state);
                }
                long visible = DATABASE.app()
                        .<Long>read(
                                viewer(role, relation).rights(),
                                sql -> count(sql, "select count(*) from picture.record"));
                all.assertThat(browser.get("/").body())
                        .as("counts on the first page for %s, %s", role, relation)
                        .contains("<dt>Records</dt><dd>" + visible + "</dd>");
                all.assertThat(browser.get("/quality").statusCode())
                        .as("quality for %s, %s", role, relation)
                        .isEqualTo(role.allows(Action.QUALITY) ? 200 : 403);
            }
        }
        all.assertAll();
        assertThat(cases).isEqualTo(9 * 9 * 4 * 4);
    }

    /**
     * Faults in what the database decides, each in one place: what is replaced by what in the text of a function, or another rule for all rows. That another partnership shows takes two
     * at once: besides {@code access.shown_to} the areas in which somebody works keep it out. So does that what is hidden shows: besides, it is shown as neither content nor pointer.
     */
    private static final Map<String, List<String>> MUTANTS = Map.of(
            "a pointer shows whole", List.of("access.shown_to", "else c.handling", "else 'content'"),
            "one's own does not show",
                    List.of("access.shown_to", "\n               then true", "\n               then false"),
            "what is restricted shows",
                    List.of("access.shown_to", "c.base in ('none',", "c.base in ('subject', 'none',"),
            "what is a team's shows",
                    List.of("access.shown_to", "c.base in ('none',", "c.base like 'team:%' or c.base in ('none',"),
            "nothing is agreed", List.of("access.agreed", "on_day between", "on_day not between"),
            "nobody is shut out", List.of("access.my_closed_classes", "e.user_id = access.me()", "false"),
            "everybody is shut out", List.of("access.my_closed_classes", "e.user_id = access.me()", "true"),
            "every row shows", List.of("policy", "true"));

    @Test
    void a_fault_in_any_one_rule_of_the_database_is_found() {
        assertThat(differences()).as("without a fault").isZero();
        List<String> unnoticed = new ArrayList<>();
        MUTANTS.forEach((what, mutant) -> {
            String undo = apply(mutant);
            if (differences() == 0) {
                unnoticed.add(what);
            }
            mend(undo);
        });
        assertThat(unnoticed).as("faults that no case shows").isEmpty();
        assertThat(differences()).as("after the last").isZero();
    }

    /** Makes a fault; returns the statement that mends it. */
    private static String apply(List<String> mutant) {
        if (mutant.getFirst().equals("policy")) {
            DATABASE.engine()
                    .run(sql -> sql.sql("create policy fault on picture.record for select to clew_app using (true)")
                            .update());
            return "drop policy fault on picture.record";
        }
        String whole = DATABASE.owner()
                .sql(
                        "select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname || '.' || p.proname = ?")
                .param(mutant.getFirst())
                .query(String.class)
                .single();
        String faulty = whole.replace(mutant.get(1), mutant.get(2));
        assertThat(faulty).as("a fault in %s", mutant).isNotEqualTo(whole);
        DATABASE.owner().sql(faulty).update();
        return whole;
    }

    private static void mend(String undo) {
        if (undo.startsWith("drop policy")) {
            DATABASE.engine().run(sql -> sql.sql(undo).update());
        } else {
            DATABASE.owner().sql(undo).update();
        }
    }

    /** In how many cases row-level security returns a record that the table does not give, or the reverse. */
    private int differences() {
        int differences = 0;
        for (Role role : List.of(Role.PRACTITIONER, Role.HUB_DECISION_MAKER, Role.AUDITOR)) {
            for (Relation relation : Relation.values()) {
                Viewer viewer = viewer(role, relation);
                for (State state : State.values()) {
                    UUID record = record(state.surname(relation));
                    boolean any = DATABASE.app()
                                    .<Long>read(
                                            viewer.rights(),
                                            sql -> count(
                                                    sql,
                                                    "select count(*) from picture.record where record_id = '" + record
                                                            + "'"))
                            > 0;
                    differences += any == visible(role, relation, state) ? 0 : 1;
                }
            }
        }
        return differences;
    }

    @Test
    void who_is_not_let_in_cannot_tell_a_kept_record_from_none() throws Exception {
        for (State state : List.of(State.HIDDEN, State.RESTRICTED)) {
            for (Relation relation : List.of(Relation.OTHER, Relation.OTHER_PARTNERSHIP)) {
                PlainBrowser browser = new PlainBrowser(port).signIn(name(Role.HUB_DECISION_MAKER, relation), PASSWORD);
                String kept = browser.get("/persons/" + record(state.surname)).body();
                String none = browser.get("/persons/" + UUID.randomUUID()).body();
                assertThat(PlainBrowser.withoutTokens(kept)).isEqualTo(PlainBrowser.withoutTokens(none));
            }
        }
    }

    private int check(SoftAssertions all, PlainBrowser browser, Role role, Relation relation, State state)
            throws Exception {
        boolean visible = visible(role, relation, state);
        String surname = state.surname(relation);
        UUID record = record(surname);
        String what = "%s for %s, %s, %s".formatted("%s", role, relation, state);

        var page = browser.get("/persons/" + record);
        all.assertThat(page.body().contains(surname)).as(what, "page").isEqualTo(visible && role.allows(Action.READ));
        all.assertThat(page.statusCode() == 403).as(what, "refusal").isEqualTo(!role.allows(Action.READ));

        // The form repeats what was sought; a person who was found has a link.
        var found = browser.sent("/", "/persons", Map.of("name", surname));
        all.assertThat(found.body().contains("/persons/" + record))
                .as(what, "search")
                .isEqualTo(visible && role.allows(Action.SEARCH));

        all.assertThat(export(browser, found.body()).contains(surname))
                .as(what, "export")
                .isEqualTo(visible && role.allows(Action.SEARCH) && role.allows(Action.EXPORT));

        Viewer viewer = viewer(role, relation);
        for (String table : List.of("picture.record", "picture.token", "picture.membership", "records.header")) {
            boolean any = DATABASE.app()
                            .<Long>read(
                                    viewer.rights(),
                                    sql -> count(
                                            sql,
                                            "select count(*) from " + table + " where record_id = '" + record + "'"))
                    > 0;
            all.assertThat(any).as(what, table).isEqualTo(visible);
        }
        return 4;
    }

    /** The file of what a search found; what is answered to who asks for one all the same where no way leads to it. */
    private static String export(PlainBrowser browser, String found) throws Exception {
        Matcher way = SHARE.matcher(found);
        boolean leads = way.find();
        var answer = browser.file(
                "/persons/share",
                Map.of(
                        "search", leads ? way.group(1) : UUID.randomUUID().toString(),
                        "page", "1",
                        "given-to", "The strategy meeting",
                        "reason", "for the strategy meeting of today",
                        "format", "csv"));
        return answer.statusCode() == 200 ? new String(answer.body(), StandardCharsets.UTF_8) : "";
    }

    /** What the table says: which records a role reaches, and what lets in or shuts out on top of it. */
    private static boolean visible(Role role, Relation relation, State state) {
        if (!Matrix.SHIPPED.sees(Set.of(role), Reach.OWN_AGENCY)) {
            return false;
        }
        boolean shared = state == State.CONTENT && Matrix.SHIPPED.sees(Set.of(role), Reach.PARTNERSHIP);
        return switch (relation) {
            case OWN, TEAM -> state != State.RESTRICTED;
            case OTHER, EXPIRED -> shared;
            case GRANTED -> true;
            case CHALLENGED ->
                shared || (role.allows(Action.CHALLENGE) && (state == State.CONTENT || state == State.POINTER));
            case OTHER_PARTNERSHIP, NOT_IN_TEAM, EXCLUDED -> false;
        };
    }

    private void letInAndShutOut() {
        Viewer decider = viewer("decider");
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        for (Role role : Role.values()) {
            for (State state : State.values()) {
                UUID record = record(state.surname);
                grants.ask(viewer(role, Relation.GRANTED), record, "to keep a child safe");
                grants.ask(viewer(role, Relation.EXPIRED), record, "to keep a child safe");
                grants.open(viewer(role, Relation.CHALLENGED), record, "a child is at risk tonight");
                exclusions.set(decider, name(role, Relation.EXCLUDED), record, "a neighbour");
            }
        }
        List<Grants.Task> asked = grants.toDecide(decider);
        assertThat(asked).hasSize(2 * Role.values().length * State.values().length);
        asked.forEach(task -> assertThat(grants.decide(decider, task.id(), tomorrow, "needed"))
                .isTrue());
        DATABASE.owner().sql("""
                        update access.granted set from_at = now() - interval '2 days', until_at = now() - interval '1 minute'
                         where user_id in (select user_id from access.person_user where sign_in_name like '%.expired')""").update();
    }

    private void restrict(JdbcClient sql) {
        for (String surname : List.of(State.RESTRICTED.surname, State.RESTRICTED.surnameInTeam)) {
            sql.sql(
                            "select access.set_apart(?, 'subject', null, 'a member of staff is the subject'), access.seal_rows(?)")
                    .params(record(surname), record(surname))
                    .query()
                    .listOfRows();
        }
    }

    private void keep(Agencies agencies, int owner, String surname, State state, String restriction) {
        Agencies.Handling handling = switch (state) {
            case CONTENT, RESTRICTED -> Agencies.Handling.CONTENT;
            case POINTER -> Agencies.Handling.POINTER;
            case HIDDEN -> Agencies.Handling.HIDDEN;
        };
        DATABASE.owner()
                .sql("update records.header set class_id = ? where record_id = ?")
                .params(agencies.classOf(owner, handling, restriction), record(surname))
                .update();
    }

    private UUID user(Agencies agencies, int agency, Role role, Relation relation) {
        return user(agencies, agency, name(role, relation), role);
    }

    private UUID user(Agencies agencies, int agency, String name, Role... roles) {
        UUID user = agencies.user(agency, name, "User " + name, PlainBrowser.NO_HASH, PASSWORD, roles);
        users.put(name, user);
        return user;
    }

    private Viewer viewer(Role role, Relation relation) {
        return viewer(name(role, relation));
    }

    private Viewer viewer(String name) {
        return viewers.find(users.get(name), null, Instant.now()).orElseThrow();
    }

    private UUID record(String surname) {
        return extracted.record("police", surname.toUpperCase(Locale.ROOT));
    }

    private static String name(Role role, Relation relation) {
        return role.word() + "." + relation.name().toLowerCase(Locale.ROOT);
    }

    private static long count(JdbcClient sql, String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private static String row(String surname) {
        List<String> cells =
                new ArrayList<>(Arrays.asList(surname.toUpperCase(Locale.ROOT), "Robin", surname, "03/04/2011", "F"));
        while (cells.size() < Extracted.HEADER.split(",").length) {
            cells.add("");
        }
        return String.join(",", cells) + "\n";
    }
}
