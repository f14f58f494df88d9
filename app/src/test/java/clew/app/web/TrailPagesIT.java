package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the trail: in order for everybody, and what is decided on them. */
class TrailPagesIT extends Journeys {

    private static final String CHILD = SimulatedPeople.CHILD.toString();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/record-keeping",
                "/my-looks",
                "/agency-looks",
                "/looks-to-review",
                "/proposals",
                "/rectifications",
                "/retention",
                "/retention/support_service",
                "/holds",
                "/records/00000000-0000-0001-0000-000000000001/looks",
                "/records/00000000-0000-0001-0000-000000000001/corrections",
                "/records/00000000-0000-0001-0000-000000000001/rectification"
            })
    void every_page_is_in_order_wide_narrow_and_without_JavaScript(String address) {
        Visitor visitor = wide().signIn(LEAD, PASSWORD).open(address);
        visitor.expectOrder();
        visitor.setWidth(Visitor.PHONE);
        visitor.expectOrder();
        Visitor plain = withoutJavaScript().signIn(LEAD, PASSWORD).open(address);
        assertThat(plain.heading()).isEqualTo(visitor.heading());
        assertThat(plain.links()).isEqualTo(visitor.links());
        assertThat(plain.overflow()).isZero();
        keep(visitor, address);
    }

    @Test
    void who_may_not_sees_neither_the_page_nor_a_link_to_it() {
        Visitor visitor = wide().signIn();
        assertThat(visitor.open("/record-keeping").links())
                .contains("/my-looks")
                .doesNotContain("/retention", "/holds");
        for (String address : List.of("/retention", "/holds", "/agency-looks", "/looks-to-review", "/rectifications")) {
            assertThat(visitor.visit(address).status()).as(address).isEqualTo(403);
        }
        assertThat(visitor.visit("/records/" + new UUID(4, 4) + "/corrections").status())
                .isEqualTo(404);
    }

    @Test
    void a_correction_is_typed_kept_when_something_is_wrong_and_shown_with_both_values() {
        Visitor visitor = withoutJavaScript().signIn().open("/records/" + new UUID(1, 2) + "/corrections");
        visitor.page().locator("#field").selectOption("given_name");
        visitor.fill("value", "Emilia").follow("form[action$=corrections] button");
        assertThat(visitor.words()).contains("There is a problem", "Enter a reason");
        assertThat(visitor.page().locator("#reason-error").innerText()).contains("Enter a reason");
        assertThat(visitor.page().locator("#value").inputValue()).isEqualTo("Emilia");
        visitor.fill("reason", "Birth certificate seen").follow("form[action$=corrections] button");
        assertThat(visitor.words())
                .contains("Correction of Given name", "Received: Amelia. Should be: Emilia.", "Birth certificate seen");
        assertThat(visitor.open("/persons/" + CHILD).words()).contains("Received: Amelia. Should be: Emilia.");
        assertThat(visitor.open("/my-looks").words()).contains("Correct (corrected or proposed)");
    }

    @Test
    void a_case_is_opened_answered_and_the_record_shared_again() {
        UUID record = new UUID(1, 3);
        Visitor visitor = wide().signIn(LEAD, PASSWORD).open("/records/" + record + "/rectification");
        visitor.send().expectOrder();
        assertThat(visitor.words()).contains("Choose who asks");
        visitor.page().locator("#asked-PARENT").check();
        visitor.fill("received-day", "2").fill("received-month", "11").fill("received-year", "2026");
        visitor.fill("disputed", "Her name is not spelt so").send();
        assertThat(visitor.words()).contains("Sharing of the record is paused", "1 December 2026 (Part 3)");
        visitor.expectOrder();
        keep(visitor, "/rectification");
        visitor.send();
        assertThat(visitor.words()).contains("Choose what happened");
        visitor.page().locator("#step-REFUSED").check();
        visitor.fill("reason", "The birth certificate says so").send();
        assertThat(visitor.words()).contains("The record is shared again", "The birth certificate says so");
    }

    @Test
    void two_people_dispose_and_a_hold_stops_them() {
        Visitor lead = wide().signIn(FIRST_OF_TWO, PASSWORD).open("/holds");
        lead.fill("name", "Independent inquiry").fill("reason", "Notice of 3 March");
        lead.page().locator("#shape").selectOption("all");
        lead.follow("form[action$=holds] button");
        lead.expectOrder();
        keep(lead, "/holds-placed");
        assertThat(lead.open("/retention/support_service").words())
                .contains("under the legal hold Independent inquiry");
        lead.expectOrder();
        keep(lead, "/preview-held");
        lead.open("/holds");
        lead.page().locator("textarea[id^=reason-]").fill("It reported");
        lead.follow("form[action*='holds/'] button");
        assertThat(lead.words()).contains("You asked to lift it: another person must confirm.");
        Visitor second = wide().signIn(SECOND_OF_TWO, PASSWORD).open("/holds");
        second.page().locator("textarea[id^=reason-]").fill("By letter");
        second.follow("form[action*='holds/'] button");
        assertThat(second.words()).contains("Lifted");

        lead.open("/retention/support_service")
                .fill("reason", "Six years are over")
                .send();
        lead.expectOrder();
        assertThat(lead.words()).contains("You proposed it, so another person must confirm it.");
        assertThat(second.open(lead.page().url()).words()).contains("Waits for a second person");
        second.expectOrder();
        keep(second, "/disposal");
        second.fill("reason", "Checked against the schedule").send();
        assertThat(second.words()).contains("Disposed of: confirmed by Leo Quill");
    }

    private static void keep(Visitor visitor, String address) {
        String folder = System.getProperty("clew.pictures", "");
        if (!folder.isEmpty()) {
            String name = address.replaceAll("[^a-z]+", "-").substring(1);
            visitor.setWidth(Visitor.PHONE);
            visitor.picture(java.nio.file.Path.of(folder, name + "-phone.png"));
            visitor.setWidth(Visitor.WIDE);
            visitor.picture(java.nio.file.Path.of(folder, name + ".png"));
        }
    }
}
