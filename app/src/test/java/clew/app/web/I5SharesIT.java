package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken out of Clew is a share: who gets it and why is typed first, written down, marked in the file, and shown to who owns the records. */
class I5SharesIT extends Journeys {

    private static final String REASON = "for the strategy meeting of today";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void people_found_leave_with_a_reason_and_a_mark_and_stand_in_the_register_and_the_ledger(boolean javaScript)
            throws IOException {
        Visitor visitor = visitor(Visitor.WIDE, javaScript).signIn(SUPERVISOR, PASSWORD);
        visitor.open("/persons").fill("name", "Hartley").send();
        visitor.follow("a[href*='/persons/share']");
        visitor.expectOrder();
        visitor.send();
        assertThat(visitor.words()).contains("Enter who gets it", "Enter a reason", "Choose a format");
        visitor.expectOrder();
        visitor.setWidth(Visitor.PHONE);
        visitor.expectOrder();
        visitor.picture(Path.of("target/screenshots/share-mistake-phone.png"));

        visitor.setWidth(Visitor.WIDE);
        visitor.fill("given-to", "Ada Brook, chair of the meeting").fill("reason", REASON);
        visitor.page().locator("#format-csv").check();
        visitor.picture(Path.of("target/screenshots/share-desktop.png"));
        String file = taken(visitor, "clew-people-found.csv");

        Map<String, Object> share = DATABASE.owner()
                .sql("select share_id, what, given_to, reason, lines from access.share order by made_at desc limit 1")
                .query()
                .singleRow();
        assertThat(share).containsEntry("what", "People found").containsEntry("reason", REASON);
        List<String> lines = file.lines().toList();
        assertThat(lines.getFirst()).startsWith("\uFEFFName,").endsWith(",Share");
        assertThat(lines.subList(1, lines.size()))
                .hasSize(((Number) share.get("lines")).intValue())
                .allSatisfy(
                        line -> assertThat(line).endsWith(share.get("share_id").toString()));
        assertThat(DATABASE.owner()
                        .sql(
                                "select note from ledger.entry where action = 'export' and cardinality(subjects) > 0 order by at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("people found");
        visitor.open("/shares").expectOrder();
        assertThat(visitor.words()).contains("Ada Brook, chair of the meeting", REASON, "Mia Grant");
        visitor.picture(Path.of("target/screenshots/shares-desktop.png"));
    }

    @Test
    void who_looked_at_a_record_leaves_as_a_workbook_and_its_owner_sees_that_it_did() throws IOException {
        Visitor lead = wide().signIn(LEAD, PASSWORD).open("/records/" + SimulatedPeople.CHILD + "/looks");
        lead.follow("a[href$='/looks/share']");
        lead.fill("given-to", "The person whom it is about").fill("reason", "they asked for it in writing");
        lead.page().locator("#format-xlsx").check();
        assertThat(taken(lead, "clew-looks-at-a-record.xlsx")).startsWith("PK");
        lead.open("/records/" + SimulatedPeople.CHILD + "/looks").expectOrder();
        assertThat(lead.words()).contains("What was taken out of Clew about it", "The person whom it is about");
    }

    @Test
    void whose_role_takes_nothing_out_is_refused_and_sees_no_way_to() {
        Visitor visitor = wide().signIn(OTHER_AGENCY, PASSWORD);
        assertThat(visitor.visit("/persons/share").status()).isEqualTo(403);
        assertThat(visitor.visit("/shares").status()).isEqualTo(403);
        visitor.open("/persons").fill("name", "Hartley").send();
        assertThat(visitor.page().locator("a[href*='/persons/share']").count()).isZero();
    }

    private static String taken(Visitor visitor, String name) throws IOException {
        Download download = visitor.page()
                .waitForDownload(() -> visitor.page()
                        .locator("main form button[type=submit]")
                        .first()
                        .click());
        assertThat(download.suggestedFilename()).isEqualTo(name);
        return new String(Files.readAllBytes(download.path()), java.nio.charset.StandardCharsets.UTF_8);
    }
}
