package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.access.Agencies;
import clew.app.access.Role;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Row F8: what leaves of graded items and on which condition, the disclosure schedule and its sensitive part, and requests for information about victims. */
class F8DisclosureIT extends RealPeople {

    private static final UUID ITEM = new UUID(0xF8, 1);
    private static final String CONDITION = "ask the originator first";
    private static final String CLEARED = "supervisor.force";
    private static final String NOT_CLEARED = "screener.force";
    private static final String ASKED = "supervisor.school";
    private static boolean made;

    @BeforeEach
    void people_and_a_graded_item() {
        if (made) return;
        made = true;
        town().user("force", CLEARED, Role.SUPERVISOR, PASSWORD);
        town().user("force", NOT_CLEARED, Role.HUB_DECISION_MAKER, PASSWORD);
        town().user("school", ASKED, Role.SUPERVISOR, PASSWORD);
        town().user("school", "screener.school", Role.HUB_DECISION_MAKER, PASSWORD);
        item();
    }

    @Test
    void items_that_are_not_sensitive_leave_with_their_relevance_and_of_the_others_nothing_shows() throws IOException {
        Visitor visitor = visitor(Visitor.WIDE, false).signIn(NOT_CLEARED, PASSWORD);
        visitor.open("/persons/" + person() + "/access").follow("a[href$='/disclosure']");
        visitor.expectOrder();
        assertThat(visitor.words())
                .contains("Record of the person", "reference " + person())
                .doesNotContain("ensitive", ITEM.toString(), "ntelligence");
        assertThat(visitor.visit("/persons/" + person() + "/disclosure/sensitive")
                        .status())
                .isEqualTo(403);
        visitor.complaints();
        visitor.open("/persons/" + person() + "/disclosure").send();
        assertThat(visitor.words()).contains("Say of one item at least why it is relevant");
        visitor.expectOrder();
        visitor.fill("why-" + person(), "identifies the suspect").send();
        assertThat(visitor.words()).contains("Take this out of Clew", "1 relevant item");
        visitor.fill("given-to", "The prosecutor").fill("reason", "schedule for the case of this week");
        visitor.page().locator("#format-csv").check();
        String file = taken(visitor, "clew-disclosure-schedule.csv");
        assertThat(file)
                .contains("Number,Description,When,Location,Relevance,Share", "identifies the suspect", "Agency force")
                .doesNotContain(ITEM.toString(), "ensitive");
    }

    @Test
    void the_sensitive_part_is_a_schedule_of_its_own_and_a_condition_must_be_met_and_is_logged() throws IOException {
        Visitor visitor = visitor(Visitor.WIDE, true).signIn(CLEARED, PASSWORD);
        visitor.open("/persons/" + person() + "/disclosure").follow("main a[href$='/disclosure/sensitive']");
        visitor.expectOrder();
        visitor.setWidth(Visitor.PHONE);
        visitor.expectOrder();
        visitor.picture(Path.of("target/screenshots/disclosure-phone.png"));
        visitor.setWidth(Visitor.WIDE);
        visitor.picture(Path.of("target/screenshots/disclosure-desktop.png"));
        assertThat(visitor.words()).contains("graded intelligence").doesNotContain("Record of the person");
        visitor.fill("why-" + ITEM, "may undermine the case").send();
        visitor.fill("given-to", "The prosecutor").fill("reason", "schedule for the case of this week");
        visitor.page().locator("#format-csv").check();
        visitor.send();
        assertThat(visitor.words()).contains(CONDITION, "Enter a reason");
        visitor.expectOrder();
        assertThat(logged()).isEmpty();
        visitor.fill("conditions-met", "the originator agreed by telephone");
        assertThat(taken(visitor, "clew-sensitive-disclosure-schedule.csv"))
                .contains("Why sensitive", "graded intelligence", "may undermine the case");
        assertThat(logged()).containsExactly("2D C " + CONDITION + " / the originator agreed by telephone");
        visitor.open("/shares").expectOrder();
        assertThat(visitor.words())
                .contains("2D C. Condition: " + CONDITION + ". Met: the originator agreed by telephone. Item " + ITEM);
        assertThat(entered("sensitive disclosure schedule")).isPositive();
    }

    @Test
    void no_graded_item_is_logged_as_shared_whose_condition_nobody_said_is_met() {
        assertThatThrownBy(() -> DATABASE.owner().sql("""
                                with s as (insert into access.share (share_id, made_by, agency_id, purpose, what, given_to, reason, format, lines)
                                           select gen_random_uuid(), user_id, agency_id, 'x', 'x', 'x', 'x', 'csv', 1 from access.person_user limit 1
                                           returning share_id)
                                insert into access.dissemination select share_id, ?, '2D', 'C', 'ask', '' from s""").param(ITEM).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void information_about_a_victim_is_asked_for_with_relevance_necessity_and_notice_and_answered() {
        UUID victim = person();
        Visitor asking = visitor(Visitor.WIDE, true).signIn(CLEARED, PASSWORD);
        asking.open("/persons/" + victim + "/access").follow("a[href$='/victim-request']");
        asking.expectOrder();
        asking.send();
        assertThat(asking.words())
                .contains(
                        "Choose whom you ask",
                        "Say which information you ask for",
                        "Say to which reasonable line of enquiry it is relevant",
                        "Say why it is necessary",
                        "Say how the victim was told");
        asking.expectOrder();
        asking.picture(Path.of("target/screenshots/victim-request-desktop.png"));
        asking.page().locator("#to").selectOption("" + agency("school"));
        asking.fill("what", "attendance of the week of 2 March 2026")
                .fill("relevance", "where they were on the day of the offence")
                .fill("necessity", "no witness and no camera covers that morning")
                .fill("told-day", "3")
                .fill("told-month", "3")
                .fill("told-year", "2026")
                .fill("notice", "by letter; they agree that the school is asked")
                .send();
        assertThat(asking.words()).contains("Agency force asks Agency school", "Answer", "none yet", "3 March 2026");
        asking.expectOrder();

        assertThat(visitor(Visitor.WIDE, true)
                        .signIn("screener.school", PASSWORD)
                        .open("/victim-requests")
                        .words())
                .contains("There are none");
        Visitor asked = visitor(Visitor.WIDE, true).signIn(ASKED, PASSWORD).open("/victim-requests");
        asked.expectOrder();
        asked.send();
        assertThat(asked.words()).contains("Choose whether the information was given");
        asked.page().locator("input[id^=refused-]").check();
        asked.page().locator("textarea[id^=reason-]").fill("no");
        asked.send();
        assertThat(asked.words()).contains("Reason must say more");
        assertThat(asked.page().locator("input[id^=refused-]").isChecked())
                .as("what was chosen is kept")
                .isTrue();
        asked.page().locator("textarea[id^=reason-]").fill("a narrower question would do");
        asked.send();
        assertThat(asked.words()).contains("not given, by User " + ASKED + ": a narrower question would do");
        assertThat(asking.open("/victim-requests").words()).contains("a narrower question would do");
        assertThat(entered("a request about a victim")).isPositive();
    }

    @Test
    void who_is_no_competent_authority_cannot_ask() {
        Visitor school = visitor(Visitor.WIDE, true).signIn(ASKED, PASSWORD);
        school.open("/persons/" + town().school(30) + "/victim-request").expectOrder();
        assertThat(school.words()).contains("no competent authority");
    }

    @Test
    void the_database_refuses_a_request_without_relevance_necessity_or_notice() {
        for (String missing : List.of("relevance", "necessity", "notice", "what")) {
            assertThatThrownBy(() -> DATABASE.owner()
                            .sql("""
                                    insert into access.victim_request (request_id, record_id, asked_by, from_agency, to_agency, what, relevance, necessity, notice)
                                    select gen_random_uuid(), gen_random_uuid(), user_id, ?, ?, %s, %s, %s, %s from access.person_user limit 1""".formatted(
                                            said("what", missing),
                                            said("relevance", missing),
                                            said("necessity", missing),
                                            said("notice", missing)))
                            .params(agency("force"), agency("school"))
                            .update())
                    .as(missing)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private static String said(String field, String missing) {
        return field.equals(missing) ? "'  '" : "'said in full here'";
    }

    private UUID person() {
        return town().force(105);
    }

    private int agency(String slug) {
        return town().senders.agencies.find(slug).orElseThrow();
    }

    /** An item of intelligence of the force about somebody, graded 2D, to be shared on a condition. */
    private void item() {
        int graded = town().senders.agencies.classOf(agency("force"), Agencies.Handling.CONTENT, "part_3_intelligence");
        DATABASE.owner().sql("""
                        insert into records.header (record_id, version_no, import_no, row_no, shape, class_id, content_hash, received_at)
                        select ?, 900008, import_no, 999999, 'intelligence', ?, gen_random_uuid(), received_at from records.header where record_id = ? limit 1""").params(ITEM, graded, person()).update();
        String said = """
                {"shape":"intelligence","controller":"force","regime":"part_3","purpose":"safeguarding_children","reason_for_inclusion":"named",\
                "handling":"C","handling_conditions":"%s","source_evaluation":"2","information_assessment":"D","text":"seen near the station","simulated":true}""".formatted(CONDITION);
        DATABASE.engine().run(sql -> {
            sql.sql("""
                            insert into picture.record (record_id, version_no, class_id, agency_id, shape, role, body, received_at)
                            values (?, 900008, ?, ?, 'intelligence', '', ?::json, now())""").params(ITEM, graded, agency("force"), said).update();
            sql.sql("insert into picture.reference values (?, 'person', ?, ?)")
                    .params(ITEM, person(), graded)
                    .update();
        });
    }

    private static List<String> logged() {
        return DATABASE.owner()
                .sql(
                        "select grade || ' ' || handling || ' ' || conditions || ' / ' || met from access.dissemination where record_id = ?")
                .param(ITEM)
                .query(String.class)
                .list();
    }

    private static long entered(String note) {
        return DATABASE.owner()
                .sql("select count(*) from ledger.entry where note = ?")
                .param(note)
                .query(Long.class)
                .single();
    }

    private static String taken(Visitor visitor, String name) throws IOException {
        Download download = visitor.page()
                .waitForDownload(() -> visitor.page()
                        .locator("main form button[type=submit]")
                        .first()
                        .click());
        assertThat(download.suggestedFilename()).isEqualTo(name);
        return new String(Files.readAllBytes(download.path()), StandardCharsets.UTF_8);
    }
}
