package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Row A7: an agreement to share as people make it in a browser: proposed by one lead, confirmed by another, ended at once by one. */
class A7AgreementsPagesIT extends Journeys {

    private static final List<String> BOXES = List.of("to", "reference", "basis", "days", "reason");
    private static final String OPEN = "details:has(#agreement-form) summary";

    @AfterEach
    void nothing_is_left_agreed() {
        DATABASE.owner()
                .sql(
                        "delete from access.agreement_ended where agreement_no in (select agreement_no from access.agreement where reference = 'ISA 12')")
                .update();
        DATABASE.owner()
                .sql("delete from access.agreement where reference = 'ISA 12'")
                .update();
    }

    @Test
    void two_leads_agree_and_one_ends_it() {
        Visitor first = wide().signIn(FIRST_OF_TWO, PASSWORD).open("/record-keeping");
        first.follow("main a[href='/agreements']").expectOrder();
        first.page().locator(OPEN).click();
        fill(first).follow("#agreement-form button");
        assertThat(first.words())
                .contains(
                        "Share with Harrowmere Police",
                        "A child protection enquiry",
                        "30 days",
                        "You proposed it, so another person must confirm it.");
        first.expectOrder();
        assertThat(first.open("/agreements").words()).doesNotContain("ISA 12");

        Visitor second = wide().signIn(SECOND_OF_TWO, PASSWORD).open("/authorisations");
        Locator waiting = waiting(second);
        waiting.locator("textarea").fill("no");
        second.page().waitForNavigation(() -> waiting.locator("button").click());
        assertThat(second.words()).contains("Choose whether you confirm it");
        assertThat(waiting(second).locator("textarea").inputValue()).isEqualTo("no");
        second.expectOrder();
        waiting(second).locator("input[value=confirm]").check();
        waiting(second).locator("textarea").fill("I read the papers");
        second.page().waitForNavigation(() -> waiting(second).locator("button").click());

        second.open("/agreements").expectOrder();
        assertThat(agreed(second).innerText())
                .contains("Harrowmere Lighthouse to Harrowmere Police", "ISA 12. Basis: Children Act 1989 section 47")
                .contains("Farah Quill and Leo Quill");
        second.pictures("agreements");
        end(second, "no");
        assertThat(second.words()).contains("Reason must say more");
        assertThat(agreed(second).locator("textarea").inputValue()).isEqualTo("no");
        second.expectOrder();
        end(second, "the enquiry is over");
        assertThat(second.words()).doesNotContain("ISA 12");
    }

    @Test
    void each_mistake_stands_at_its_field_and_what_was_typed_is_kept() {
        for (boolean javaScript : List.of(true, false)) {
            Visitor lead = visitor(Visitor.PHONE, javaScript)
                    .signIn(FIRST_OF_TWO, PASSWORD)
                    .open("/agreements");
            lead.expectOrder();
            lead.page().locator(OPEN).click();
            lead.follow("#agreement-form button");
            BOXES.forEach(box -> assertMistake(lead, box));
            lead.expectOrder();
            fill(lead).fill("days", "1097").follow("#agreement-form button");
            assertMistake(lead, "days");
            assertThat(lead.page().locator(".govuk-error-message").count()).isOne();
            assertThat(BOXES.stream()
                            .skip(1)
                            .map(box -> lead.page().locator("#" + box).inputValue()))
                    .containsExactly(
                            "ISA 12", "Children Act 1989 section 47", "1097", "needed to protect two children");
            assertThat(lead.page().locator("#to option:checked").innerText()).isEqualTo("Harrowmere Police");
            assertThat(lead.page().locator("#purpose").inputValue()).isEqualTo("child_protection_enquiry");
        }
    }

    @Test
    void nobody_but_a_lead_comes_here() {
        assertThat(wide().signIn(SUPERVISOR, PASSWORD).visit("/agreements").status())
                .isEqualTo(403);
    }

    private static Visitor fill(Visitor lead) {
        lead.page()
                .locator("#to")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Harrowmere Police"));
        lead.page().locator("#purpose").selectOption("child_protection_enquiry");
        return lead.fill("reference", "ISA 12")
                .fill("basis", "Children Act 1989 section 47")
                .fill("days", "30")
                .fill("reason", "needed to protect two children");
    }

    private static void assertMistake(Visitor visitor, String box) {
        assertThat(visitor.page().locator("#" + box + "-error").isVisible())
                .as("mistake at %s", box)
                .isTrue();
        assertThat(visitor.page().locator("#" + box).getAttribute("aria-describedby"))
                .as(box)
                .endsWith(box + "-error");
        assertThat(visitor.page()
                        .locator(".govuk-error-summary a[href='#" + box + "']")
                        .count())
                .as("mistake of %s at the top", box)
                .isOne();
    }

    private static Locator waiting(Visitor visitor) {
        return visitor.page().locator("li:has(form[action^='/authorisations/']):has-text('ISA 12')");
    }

    private static Locator agreed(Visitor visitor) {
        return visitor.page().locator("li:has(form[action$='/end']):has-text('ISA 12')");
    }

    private static void end(Visitor visitor, String reason) {
        agreed(visitor).locator("textarea").fill(reason);
        visitor.page().waitForNavigation(() -> agreed(visitor).locator("button").click());
    }
}
