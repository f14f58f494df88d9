package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErrorPagesIT extends Journeys {

    @Test
    void what_is_not_there_and_what_may_not_be_seen_look_the_same() {
        expect(
                wide().signIn(),
                "/persons/" + UUID.randomUUID(),
                404,
                "Page not found",
                "There is nothing at this address");
        expect(onPhone().signIn(), "/no-such-page", 404, "Page not found", "There is nothing at this address");
    }

    @Test
    void what_a_role_does_not_include_is_refused_in_plain_words() {
        expect(wide().signIn(AUDITOR, PASSWORD), "/persons", 403, "You may not do this", "written down");
    }

    @Test
    void an_address_that_cannot_be_read_is_explained() {
        expect(wide().signIn(), "/persons/somebody", 400, "This request could not be read", "not as expected");
    }

    @Test
    void a_fault_of_ours_tells_no_inner_word() {
        Visitor visitor = wide().signIn();
        expect(visitor, "/persons/" + SimulatedPeople.BROKEN, 500, "Something went wrong", "The fault is ours");
        assertThat(visitor.page().content()).doesNotContain("broken on purpose", "IllegalState");
    }

    @Test
    void nothing_is_shown_while_the_ledger_cannot_be_written() {
        Visitor visitor = wide().signIn();
        DATABASE.owner().sql("revoke insert on ledger.entry from clew_app").update();
        try {
            expect(
                    visitor,
                    "/persons/" + SimulatedPeople.CHILD,
                    503,
                    "Not available just now",
                    "Clew shows nothing that it cannot write down");
            assertThat(visitor.page().content()).doesNotContain("Hartley");
        } finally {
            DATABASE.owner().sql("grant insert on ledger.entry to clew_app").update();
        }
    }

    private static void expect(Visitor visitor, String address, int status, String heading, String words) {
        assertThat(visitor.visit(address).status()).isEqualTo(status);
        assertThat(visitor.heading()).isEqualTo(heading);
        assertThat(visitor.words()).contains(words);
        visitor.expectOrderOfErrorPage();
    }
}
