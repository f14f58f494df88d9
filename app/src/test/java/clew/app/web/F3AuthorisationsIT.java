package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies;
import clew.app.access.Role;
import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** What an agency authorises: less at once by one lead, more and what hides looks by two, and identities sealed. */
class F3AuthorisationsIT extends Journeys {

    private static final UUID SEALED = new UUID(1, 4);

    @Test
    void a_sensitive_purpose_holds_only_when_a_second_lead_has_confirmed_it() {
        Visitor first = wide().signIn(FIRST_OF_TWO, PASSWORD).open("/authorisations");
        first.expectOrder();
        open(first, "#sensitive-form");
        first.follow("#sensitive-form button");
        assertThat(first.words()).contains("Choose a purpose", "Enter a number of days, 1 to 366", "Enter a reason");
        first.expectOrder();
        first.page().locator("#purpose").selectOption("conduct_inquiry");
        first.fill("sensitive-days", "30").fill("sensitive-reason", "inquiry 7 of the standards unit");
        first.follow("#sensitive-form button");
        assertThat(first.words()).contains("You proposed it, so another person must confirm it.");
        assertThat(sensitive()).isZero();

        Visitor second = wide().signIn(SECOND_OF_TWO, PASSWORD).open("/authorisations");
        second.expectOrder();
        second.pictures("authorisations");
        decide(second, "An authorised inquiry");
        assertThat(sensitive()).isOne();
        assertThat(second.words()).contains("An authorised inquiry into the conduct of somebody", "Nothing waits");
        DATABASE.owner().sql("truncate ledger.sensitive_purpose").update();
    }

    @Test
    void one_lead_shows_less_of_a_type_at_once_and_more_only_with_a_second() {
        Visitor first = wide().signIn(FIRST_OF_TWO, PASSWORD).open("/authorisations");
        show(first, "vehicle", "hidden");
        assertThat(first.words()).contains("others see nothing, since");
        show(first, "vehicle", "content");
        assertThat(first.words()).contains("Others see more", "others see nothing, since");

        Visitor second = wide().signIn(SECOND_OF_TWO, PASSWORD).open("/authorisations");
        decide(second, "Others see more");
        assertThat(second.words()).contains("others see all of it, since", "Farah Quill and Leo Quill");
    }

    @Test
    void part_3_data_are_released_by_a_named_authority_that_two_confirm_and_one_ends() {
        DATABASE.owner()
                .sql("update access.agency set competent_authority = true where slug = 'harrowmere-lighthouse'")
                .update();
        Visitor first = wide().signIn(FIRST_OF_TWO, PASSWORD).open("/authorisations");
        open(first, "#release-form");
        first.page().locator("#to").selectOption("all");
        first.page().locator("#what").selectOption("part_3");
        first.fill("person", "Ada Brook").fill("post", "Detective superintendent");
        first.fill("basis", "DPA 2018 section 36(4)").fill("release-days", "14");
        first.fill("release-reason", "needed to protect two children");
        first.follow("#release-form button");
        assertThat(first.words()).contains("Ada Brook, Detective superintendent", "Your agency releases none");

        Visitor second = wide().signIn(SECOND_OF_TWO, PASSWORD).open("/authorisations");
        decide(second, "Release law-enforcement records");
        assertThat(second.words()).contains("Law-enforcement records to every agency of the partnership, until");
        second.expectOrder();
        second.page().locator("textarea[id^=end-]").fill("the operation is over");
        second.follow("form[action*='/releases/'][action$='/end'] button");
        assertThat(second.words()).contains("Your agency releases none");
        DATABASE.owner()
                .sql("update access.agency set competent_authority = null where slug = 'harrowmere-lighthouse'")
                .update();
    }

    @Test
    void an_identity_is_sealed_by_one_lead_and_shown_again_by_two() {
        DATABASE.owner()
                .sql("select setval('records.version_no', 100000)")
                .query()
                .singleRow();
        int before = classOf(SEALED);
        Visitor lead = wide().signIn(LEAD, PASSWORD).open("/persons/" + SimulatedPeople.CHILD + "/access");
        lead.follow("a[href$='/seal']");
        lead.expectOrder();
        lead.send();
        assertThat(lead.words()).contains("Choose the records that nobody is to see", "Choose the ground");
        lead.expectOrder();
        lead.pictures("seal");
        Locator record = lead.page().locator("input[value='" + SEALED + "']");
        record.check();
        lead.page().locator("#ground").selectOption("adoption");
        lead.fill("reason", "order of the court of 3 March").send();
        assertThat(lead.words()).contains("Adoption, 1 record, sealed");
        assertThat(classOf(SEALED)).isNotEqualTo(before);
        assertThat(DATABASE.owner()
                        .sql(
                                "select handling || ' ' || split_part(restriction, ':', 1) from access.class where class_id = ?")
                        .param(classOf(SEALED))
                        .query(String.class)
                        .single())
                .isEqualTo("hidden seal");
        lead.page().locator("textarea[id^=unseal-]").fill("ended by the same court");
        lead.follow("form[action*='/seals/'] button");
        assertThat(lead.words()).contains("End the seal", "another person must confirm it");

        int hub = DATABASE.owner()
                .sql("select agency_id from access.agency where slug = 'harrowmere-hub'")
                .query(Integer.class)
                .single();
        new Agencies(DATABASE.engine())
                .user(
                        hub,
                        "uma.marsh",
                        "Uma Marsh",
                        PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                        PASSWORD,
                        Role.INFORMATION_GOVERNANCE_LEAD);
        Visitor second = wide().signIn("uma.marsh", PASSWORD).open("/authorisations");
        decide(second, "End the seal");
        assertThat(second.words()).contains("Your agency sealed none");
        assertThat(classOf(SEALED)).isEqualTo(before);
    }

    @Test
    void nobody_but_a_lead_comes_here() {
        Visitor visitor = wide().signIn(SUPERVISOR, PASSWORD);
        assertThat(visitor.visit("/authorisations").status()).isEqualTo(403);
        assertThat(visitor.visit("/persons/" + SimulatedPeople.CHILD + "/seal").status())
                .isEqualTo(403);
    }

    private static int classOf(UUID record) {
        return DATABASE.owner()
                .sql("select class_id from records.current where record_id = ?")
                .param(record)
                .query(Integer.class)
                .single();
    }

    private static long sensitive() {
        return DATABASE.owner()
                .sql(
                        "select count(*) from ledger.sensitive_purpose where confirmed_by is not null and confirmed_by <> authorised_by")
                .query(Long.class)
                .single();
    }

    private static void show(Visitor visitor, String shape, String handling) {
        open(visitor, "#handling-form");
        visitor.page().locator("#shape").selectOption(shape);
        visitor.page().locator("#handling").selectOption(handling);
        visitor.fill("handling-reason", "agreement of 2026, clause 4");
        visitor.follow("#handling-form button");
    }

    private static void open(Visitor visitor, String form) {
        visitor.page().locator("details:has(" + form + ") summary").click();
    }

    private static void decide(Visitor visitor, String words) {
        Locator line = visitor.page().locator("li:has(form[action^='/authorisations/']):has-text('" + words + "')");
        line.locator("input[value=confirm]").check();
        line.locator("textarea").fill("I read the papers");
        visitor.page().waitForNavigation(() -> line.locator("button").click());
    }
}
