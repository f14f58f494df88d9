package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.groups.Terms;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Accepting a line opens an owned case: leads in police, authority and health; a strategy meeting on a clock, said to be overdue when it is; a plan in four strands;
 * disruption tools with outcomes; a review each quarter; closure. All of it by hand in a browser without JavaScript, and in order in one with it.
 */
class C10CaseIT extends LineJourneys {
    private static final Path PICTURES = Path.of("target/pictures");

    @Test
    void from_an_accepted_line_to_a_closed_case() {
        LocalDate today = LocalDate.now(Words.LONDON);
        String origin = "http://localhost:" + port;
        try (Visitor ann = new Visitor(origin, Visitor.PHONE, false);
                Visitor seen = new Visitor(origin, Visitor.WIDE, true)) {
            ann.signIn("ann", PASSWORD);
            seen.signIn("sue", PASSWORD);
            String line = "/lines/" + school().eventId("kE1");
            ann.open(line + "/evidence");
            ann.open(line + "/counter-evidence");
            ann.open(line).page().check("#verdict-accepted");
            ann.fill("reason", "Same car, same children, four days");
            press(ann, "verdict");
            String file = path(ann);
            assertThat(file).startsWith("/cases/");
            assertThat(ann.words())
                    .contains("Nobody yet", "Not held yet", "Not reviewed yet")
                    .contains("Strategy meeting due by " + Words.date(Terms.SHIPPED.end("strategy_meeting", today)))
                    .contains("Review due by " + Words.date(Terms.SHIPPED.end("case_review", today)));
            look(seen, file, "case-open");

            opened(file, 30);
            assertThat(ann.open(file).words()).contains("Strategy meeting overdue: it was due by");
            look(seen, "/cases", "cases-overdue");

            lead(ann, "Police", "Agency force: Pat Police");
            lead(ann, "Local authority", "Agency school: Sue Second");
            lead(ann, "Health", "Agency clinic: Hal Health");
            assertThat(ann.words())
                    .contains("Pat Police, Agency force", "Sue Second, Agency school", "Hal Health, Agency clinic")
                    .doesNotContain("Nobody yet");
            met(ann, today);
            assertThat(ann.words()).contains("Strategy meeting held").doesNotContain("overdue");
            planned(ann, today);
            tools(ann);
            look(seen, file, "case-worked");
            reviewed(ann, file, today);
            disclosed(ann, seen, file);

            ann.fill("closed-words", "Both children are safe and the place is closed");
            press(ann, "closed");
            assertThat(ann.words()).contains("Closed: Both children are safe").doesNotContain("Close the case");
            look(seen, file, "case-closed");
            assertThat(seen.open("/cases").words()).contains("Closed");
        }
        try (Visitor lead = new Visitor(origin, Visitor.WIDE, false)) {
            lead.signIn("hal", PASSWORD).open("/cases");
            assertThat(lead.words()).contains("Closed");
        }
    }

    /** Row F8: what the case rests on and what is held about its people leaves as a schedule; what is sensitive is not the analyst's. */
    private static void disclosed(Visitor ann, Visitor seen, String file) {
        String event = school().eventId("kE1").toString();
        String somebody = school().personId("k1").toString();
        ann.open(file).follow("main a[href$='/disclosure']");
        assertThat(path(ann)).isEqualTo(file + "/disclosure");
        assertThat(ann.words()).contains("Record of the person", "reference " + event, "reference " + somebody);
        assertThat(ann.visit(file + "/disclosure/sensitive").status()).isEqualTo(403);
        assertThat(ann.visit("/cases/" + UUID.randomUUID() + "/disclosure").status())
                .isEqualTo(404);
        look(seen, file + "/disclosure", "case-disclosure");
        assertThat(seen.words()).contains("a schedule of its own");
        seen.send();
        assertThat(seen.words()).contains("Say of one item at least why it is relevant");
        seen.fill("why-" + event, "puts two of them at the place").send();
        assertThat(seen.words()).contains("Take this out of Clew", "1 relevant item");
        seen.fill("given-to", "The prosecutor").fill("reason", "schedule for the case of this week");
        seen.page().locator("#format-csv").check();
        Download left = seen.page()
                .waitForDownload(() -> seen.page()
                        .locator("main form button[type=submit]")
                        .first()
                        .click());
        assertThat(left.suggestedFilename()).isEqualTo("clew-disclosure-schedule.csv");
        assertThat(DATABASE.owner()
                        .sql(
                                "select count(*) from ledger.entry where note = 'disclosure schedule of a case' and subjects @> array[?::uuid, ?::uuid]")
                        .params(event, file.substring(file.lastIndexOf('/') + 1))
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(seen.open("/shares").words()).contains("The prosecutor");
        ann.open(file);
        try (Visitor auditor = new Visitor(
                java.net.URI.create(ann.page().url()).resolve("/").toString().replaceFirst("/$", ""),
                Visitor.WIDE,
                false)) {
            assertThat(auditor.signIn("aud", PASSWORD)
                            .visit(file + "/disclosure")
                            .status())
                    .isEqualTo(404);
        }
    }

    private static void lead(Visitor ann, String side, String who) {
        ann.page().selectOption("#lead-what", new SelectOption().setLabel(side));
        ann.page().selectOption("#lead-on", new SelectOption().setLabel(who));
        ann.fill("lead-words", "Leads for " + side);
        press(ann, "lead");
    }

    private static void met(Visitor ann, LocalDate today) {
        ann.fill("meeting-words", "Police, authority and health were there");
        press(ann, "meeting");
        assertThat(ann.words()).contains("Enter the day on which the meeting was held");
        day(ann, "meeting", today);
        press(ann, "meeting");
    }

    private static void planned(Visitor ann, LocalDate today) {
        for (String strand : new String[] {"Prepare", "Prevent", "Protect", "Pursue"}) {
            ann.page().selectOption("#plan-what", new SelectOption().setLabel(strand));
            ann.fill("plan-words", strand + " as agreed, by Sue Second");
            day(ann, "plan", today.plusDays(14));
            press(ann, "plan");
        }
        assertThat(ann.words())
                .contains(
                        "Prepare as agreed, by Sue Second, due by " + Words.date(today.plusDays(14)),
                        "Pursue as agreed")
                .doesNotContain("Nothing yet");
    }

    private static void tools(Visitor ann) {
        ann.page().selectOption("#tool-what", new SelectOption().setIndex(1));
        ann.fill("tool-words", "Served by the police");
        press(ann, "tool");
        assertThat(ann.words()).contains("Enter on whom or what it is used");
        ann.fill("tool-on", "The car park");
        press(ann, "tool");
        assertThat(ann.words()).contains("On: The car park", "No outcome yet");
        press(ann, "outcome");
        assertThat(ann.words()).contains("Enter a few words");
        ann.page().fill("input[id^=outcome-]", "Nobody was seen there since");
        press(ann, "outcome");
        assertThat(ann.words()).contains("Outcome: Nobody was seen there since").doesNotContain("No outcome yet");
    }

    /** Each quarter: the next is due three months after the last, and said to be overdue when it is not held. */
    private static void reviewed(Visitor ann, String file, LocalDate today) {
        opened(file, 120);
        assertThat(ann.open(file).words()).contains("Review overdue: it was due by");
        ann.fill("review-words", "The plan holds; the car park is watched on");
        press(ann, "review");
        assertThat(ann.words())
                .contains("Reviewed: The plan holds")
                .contains("Review due by " + Words.date(Terms.SHIPPED.end("case_review", today)))
                .doesNotContain("overdue");
    }

    private static void day(Visitor ann, String kind, LocalDate day) {
        ann.fill(kind + "-day-day", "" + day.getDayOfMonth());
        ann.fill(kind + "-day-month", "" + day.getMonthValue());
        ann.fill(kind + "-day-year", "" + day.getYear());
    }

    /** Sends the form of that kind. */
    private static void press(Visitor visitor, String kind) {
        String form =
                kind.equals("verdict") ? "form[action$=verdict]" : "form:has(input[name=kind][value=" + kind + "])";
        visitor.follow(form + " button[type=submit]");
    }

    private static String path(Visitor visitor) {
        return java.net.URI.create(visitor.page().url()).getPath();
    }

    /** As if the case had been opened so many days ago. */
    private static void opened(String file, int daysAgo) {
        DATABASE.owner()
                .sql("update groups.case_file set opened_at = now() - make_interval(days => ?) where case_id = ?")
                .params(daysAgo, UUID.fromString(file.substring(file.lastIndexOf('/') + 1)))
                .update();
    }

    private static void look(Visitor seen, String address, String picture) {
        for (int width : new int[] {Visitor.WIDE, Visitor.PHONE}) {
            seen.setWidth(width);
            seen.open(address).expectOrder();
            assertThat(seen.overflow()).as(address).isZero();
            seen.picture(PICTURES.resolve(picture + "-" + width + ".png"));
        }
    }
}
