package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking, opening, reviewing and shutting out, as people do it in a browser. */
class I1AccessPagesIT extends Journeys {

    private static final String REASON = "a child may be at risk tonight";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_request_gets_the_same_answer_whether_or_not_there_is_such_a_record(boolean javaScript) {
        Visitor visitor = visitor(Visitor.WIDE, javaScript).signIn(OTHER_AGENCY, PASSWORD);
        String about = asked(visitor, SimulatedPeople.ADULT).replace(SimulatedPeople.ADULT.toString(), "it");
        UUID nothing = UUID.randomUUID();
        String aboutNothing = asked(visitor, nothing).replace(nothing.toString(), "it");

        assertThat(aboutNothing).startsWith(about.substring(0, about.indexOf("Single records I was let into\n")));
        assertThat(aboutNothing).contains("You will not be told whether there is one", "No access given yet");
        visitor.expectOrder();
    }

    @Test
    void what_is_typed_wrongly_is_explained() {
        Visitor visitor = onPhone().signIn(OTHER_AGENCY, PASSWORD).open("/access/request");
        visitor.fill("reference", "12345").send();
        assertThat(visitor.words()).contains("Reference must be like", "Enter a reason");
        for (String box : java.util.List.of("reference", "reason")) {
            assertThat(visitor.page().locator("#" + box).getAttribute("aria-describedby"))
                    .isEqualTo(box + "-hint " + box + "-error");
            assertThat(visitor.page().locator("#" + box + "-error").isVisible()).isTrue();
        }
        visitor.expectOrder();
    }

    @Test
    void without_a_second_factor_nothing_is_opened() {
        Visitor visitor = wide().signIn(OTHER_AGENCY, PASSWORD).open("/access/challenge");
        visitor.fill("reference", SimulatedPeople.ADULT.toString())
                .fill("reason", REASON)
                .send();
        assertThat(visitor.words()).contains("First prove your second factor");
        assertThat(DATABASE.owner()
                        .sql("select count(*) from access.granted")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_supervisor_of_the_owner_decides_and_the_user_sees_until_when() {
        asked(wide().signIn(OTHER_AGENCY, PASSWORD), SimulatedPeople.CHILD);
        Visitor supervisor = wide().signIn(SUPERVISOR, PASSWORD).open("/access/reviews");
        supervisor.expectOrder();
        supervisor.picture(Path.of("target/screenshots/access-reviews-desktop.png"));
        var task = supervisor.page().locator(".clew-source:has-text('" + SimulatedPeople.CHILD + "')");
        assertThat(task.innerText()).contains("Kit Vale, Harrowmere Police", REASON);
        task.locator("input[value=give]").check();
        task.locator("input[name=days]").fill("3");
        task.locator("textarea").fill("needed for the plan of support");
        supervisor.page().waitForNavigation(() -> task.locator("button").click());
        assertThat(supervisor.words()).contains("It is written down");

        assertThat(wide().signIn(OTHER_AGENCY, PASSWORD).open("/access").words())
                .contains("Asked for: In force", SimulatedPeople.CHILD.toString(), "end of ");
        Visitor who = supervisor.open("/persons/" + SimulatedPeople.CHILD + "/access");
        assertThat(who.words()).contains("Kit Vale, Harrowmere Police");
        who.expectOrder();
        who.setWidth(Visitor.PHONE);
        who.expectOrder();
    }

    @Test
    void a_chosen_purpose_stands_on_every_page_and_in_the_ledger() {
        Visitor visitor = wide().signIn(SUPERVISOR, PASSWORD).open("/access");
        visitor.page().getByLabel("Supervising how access is used").check();
        visitor.page()
                .waitForNavigation(
                        () -> visitor.page().getByText("Use this purpose").click());
        assertThat(visitor.open("/").page().locator("header").innerText())
                .contains("Purpose: Supervising how access is used");
        assertThat(DATABASE.owner()
                        .sql("select purpose from ledger.entry order by at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("oversight");
    }

    @ParameterizedTest
    @ValueSource(ints = {Visitor.WIDE, Visitor.PHONE})
    void the_pages_have_their_pictures(int width) {
        Visitor visitor = visitor(width, true).signIn(SUPERVISOR, PASSWORD);
        for (String page : new String[] {"", "/matrix", "/request", "/challenge"}) {
            visitor.open("/access" + page).expectOrder();
            visitor.picture(Path.of("target/screenshots", "access" + page.replace('/', '-') + "-" + width + ".png"));
        }
        visitor.open("/persons/" + SimulatedPeople.CHILD + "/access").expectOrder();
        visitor.picture(Path.of("target/screenshots", "record-access-" + width + ".png"));
    }

    private static String asked(Visitor visitor, UUID record) {
        visitor.open("/access/request?reference=" + record)
                .fill("reason", REASON)
                .send();
        return visitor.words();
    }
}
