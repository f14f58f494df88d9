package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The way of a line through people's hands: found, read, evidence and counter-evidence opened, decided by one and, when it is rejected, by a second; accepted it
 * becomes an owned case, watched, exported with children as ids. Every page of it is in order, wide and narrow, and says the same without JavaScript.
 */
class C5DecisionIT extends LineJourneys {

    @Test
    void an_accepted_line_becomes_an_owned_case_and_may_leave_with_children_as_ids() throws Exception {
        UUID line = school().eventId("aE1");
        String page = "/lines/" + line;
        PlainBrowser ann = new PlainBrowser(port).signIn("ann", PASSWORD);
        assertThat(ann.get("/lines").body()).contains("2 adults and 2 children").doesNotContain("Sparrow");
        assertThat(ann.get(page).body())
                .contains("Warrena Holta", "Keeleya Sparrowa", "not opened by you yet", "a hotel")
                .doesNotContain("suspect", "offender", "grooming gang");

        Map<String, String> accept = Map.of("verdict", "accepted", "reason", "Same car, same children, four days");
        assertThat(ann.post(page, page + "/verdict", accept).body())
                .contains("Open the evidence and the counter-evidence first");
        assertThat(ann.get(page + "/evidence").body()).contains("Seen at the door");
        assertThat(ann.get(page + "/counter-evidence").body())
                .contains("What would change it", "Nothing here comes from health");
        assertThat(ann.post(page, page + "/verdict", Map.of("verdict", "accepted", "reason", "yes"))
                        .body())
                .contains("Reason must say more");
        HttpResponse<String> opened = ann.sent(page, page + "/verdict", accept);
        assertThat(opened.body()).contains("Case ", "Strategy meeting due by");

        String file = opened.uri().getPath();
        everyStepOf(ann, file);
        export(ann, page);
        assertThat(new PlainBrowser(port).signIn("hal", PASSWORD).get(file).statusCode())
                .isEqualTo(200);
        assertThat(DATABASE.owner()
                        .sql(
                                "select count(*) from ledger.entry where action = 'export' and note like 'accepted line, children%' and cardinality(subjects) > 4")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    private void everyStepOf(PlainBrowser ann, String file) throws Exception {
        UUID health = DATABASE.owner()
                .sql("select user_id from access.person_user where sign_in_name = 'hal'")
                .query(UUID.class)
                .single();
        String entries = file + "/entries";
        ann.sent(
                file,
                entries,
                Map.of(
                        "kind",
                        "lead",
                        "what",
                        "HEALTH",
                        "on",
                        health.toString(),
                        "words",
                        "See to the children's health"));
        assertThat(ann.post(file, entries, Map.of("kind", "meeting", "words", "All were there"))
                        .body())
                .contains("Enter the day on which the meeting was held");
        LocalDate today = LocalDate.now(Words.LONDON);
        ann.sent(
                file,
                entries,
                Map.of(
                        "kind", "meeting",
                        "words", "All were there",
                        "day-day", "" + today.getDayOfMonth(),
                        "day-month", "" + today.getMonthValue(),
                        "day-year", "" + today.getYear()));
        ann.sent(file, entries, Map.of("kind", "plan", "what", "PROTECT", "words", "A safe way home from school"));
        ann.sent(
                file,
                entries,
                Map.of("kind", "tool", "what", "D01", "on", "The two adults", "words", "Served by police"));
        UUID tool = DATABASE.owner()
                .sql("select entry_id from groups.case_entry where kind = 'tool' and case_id = ?")
                .param(UUID.fromString(file.substring(file.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .single();
        ann.sent(file, entries, Map.of("kind", "outcome", "what", tool.toString(), "words", "Not seen together since"));
        ann.sent(file, entries, Map.of("kind", "review", "words", "Goes on"));
        assertThat(ann.get(file).body())
                .contains(
                        "Hal Health, Agency clinic",
                        "Strategy meeting held",
                        "A safe way home from school",
                        "Child Abduction Warning Notice",
                        "Not seen together since",
                        "Goes on");
        ann.sent(file, entries, Map.of("kind", "closed", "words", "Both children are safe"));
        assertThat(ann.post(file, entries, Map.of("kind", "plan", "what", "PROTECT", "words", "More"))
                        .body())
                .contains("The case is closed");
    }

    private void export(PlainBrowser ann, String page) throws Exception {
        assertThat(ann.get(page + "/share").body()).contains("Take this out of Clew");
        assertThat(ann.post(page, page + "/share", Map.of("format", "graphml")).body())
                .contains("Enter who gets it");
        HttpResponse<String> graph = ann.post(
                page,
                page + "/share",
                Map.of("format", "graphml", "given-to", "Officer in the case", "reason", "For the strategy meeting"));
        assertThat(graph.headers().firstValue("Content-Disposition").orElse(""))
                .contains("clew-line-of-enquiry.graphml");
        assertThat(graph.body())
                .contains("Warrena Holta", school().personId("a3").toString(), "share-")
                .doesNotContain("Sparrow", "Keeley", "Larch");
        HttpResponse<String> book = ann.post(
                page,
                page + "/share",
                Map.of("format", "xlsx", "given-to", "Officer in the case", "reason", "For the strategy meeting"));
        assertThat(book.body().getBytes(StandardCharsets.ISO_8859_1)).isNotEmpty();
        HttpResponse<String> entities = ann.post(
                page,
                page + "/share",
                Map.of("format", "ftm", "given-to", "Officer in the case", "reason", "For the strategy meeting"));
        assertThat(entities.headers().firstValue("Content-Disposition").orElse(""))
                .contains("clew-line-of-enquiry.ftm");
        assertThat(entities.body())
                .contains("Warrena Holta", school().personId("a3").toString(), "clew-share-")
                .doesNotContain("Sparrow", "Keeley", "Larch");
        assertThat(DATABASE.owner()
                        .sql("select count(*) from access.share where what = 'Line of enquiry' and given_to <> ''")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void
            a_rejection_needs_a_second_reviewer_who_opened_both_parts_too_and_new_evidence_brings_the_line_back_and_is_named()
                    throws Exception {
        String page = "/lines/" + school().eventId("rE1");
        PlainBrowser ann = new PlainBrowser(port).signIn("ann", PASSWORD);
        PlainBrowser sue = new PlainBrowser(port).signIn("sue", PASSWORD);
        ann.get(page + "/evidence");
        ann.get(page + "/counter-evidence");
        assertThat(ann.get(page + "/share").statusCode()).isEqualTo(404);
        ann.sent(
                page, page + "/verdict", Map.of("verdict", "reject_asked", "reason", "They run a youth club together"));
        assertThat(ann.post(
                                page,
                                page + "/verdict",
                                Map.of("verdict", "rejected", "reason", "They run a youth club together"))
                        .body())
                .contains("Another person must have asked for the rejection");
        Map<String, String> reject = Map.of("verdict", "rejected", "reason", "Checked with the club's register");
        assertThat(sue.post(page, page + "/verdict", reject).body())
                .contains("Open the evidence and the counter-evidence first");
        sue.get(page + "/evidence");
        sue.get(page + "/counter-evidence");
        assertThat(sue.sent(page, page + "/verdict", reject).body()).contains("Rejected on");
        assertThat(sue.get(page).body()).contains("Rejected, as second reviewer by Sue Second");
        followed();
        assertThat(sue.get(page).body()).contains("Rejected on").doesNotContain("New since it was decided");

        school().event("rE9", LocalDate.of(2025, 8, 4), "r yard", "Waited at the bus stop", "r1", "r2", "r3")
                .sent();
        followed();
        assertThat(sue.get(page).body())
                .contains("Rejected before, and back because of 1 new piece of evidence")
                .containsPattern("New since it was decided:</p><ul[^>]*><li>4 August 2025: [^<]*</li></ul>");
    }

    @Test
    void every_page_is_in_order_wide_and_narrow_and_says_the_same_without_JavaScript() {
        String line = "/lines/" + school().eventId("aE1");
        List<String> pages = List.of(
                "/lines",
                line,
                line + "?as-on=2025-02-10",
                line + "/evidence",
                line + "/counter-evidence",
                "/cases",
                "/watches",
                "/things/" + school().personId("a1"));
        String origin = "http://localhost:" + port;
        try (Visitor visitor = new Visitor(origin, Visitor.WIDE, true);
                Visitor plain = new Visitor(origin, Visitor.PHONE, false)) {
            visitor.signIn("sue", PASSWORD);
            plain.signIn("sue", PASSWORD);
            for (String address : pages) {
                visitor.setWidth(Visitor.WIDE);
                visitor.open(address).expectOrder();
                assertThat(plain.open(address).heading()).isEqualTo(visitor.heading());
                assertThat(plain.links()).as(address).isEqualTo(visitor.links());
                assertThat(plain.overflow()).as(address).isZero();
            }
        }
        try (Visitor auditor = new Visitor(origin, Visitor.WIDE, true)) {
            auditor.signIn("aud", PASSWORD).open("/equality").expectOrder();
            assertThat(auditor.words())
                    .contains("Self-defined ethnicity", "1 to 4, not told")
                    .doesNotContain("Holt");
        }
    }
}
