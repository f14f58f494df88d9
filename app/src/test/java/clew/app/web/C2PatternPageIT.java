package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A pattern beside the lines in people's hands: found in its list, read, evidence and counter-evidence opened, accepted into an owned case; by hand in a browser without
 * JavaScript on a phone, and in order in one with it. A pattern about a worker shows to nobody of their own line. What everybody uses is listed with why.
 */
class C2PatternPageIT extends LineJourneys {
    private static final Path PICTURES = Path.of("target/pictures");

    @Test
    void from_the_list_to_an_owned_case() {
        String origin = "http://localhost:" + port;
        String place = "/patterns/place/" + school().placeId("q club");
        String car = "/patterns/means/" + school().vehicleId("KC10 CAR");
        String worker = "/patterns/worker-or-carer/" + school().personId("qP");
        try (Visitor ann = new Visitor(origin, Visitor.PHONE, false);
                Visitor seen = new Visitor(origin, Visitor.WIDE, true)) {
            ann.signIn("ann", PASSWORD);
            seen.signIn("sue", PASSWORD);
            ann.open("/lines");
            assertThat(ann.links()).contains("/patterns");
            ann.open("/patterns");
            assertThat(ann.links()).contains(place, car).doesNotContain(worker);
            assertThat(ann.words())
                    .contains("A place with 12 children", "900123", "is in everybody's hands")
                    .doesNotContain("Xantheq", "Attendantq", "bits");
            assertThat(ann.visit(worker).status()).as("own line").isEqualTo(404);
            look(seen, "/patterns", "patterns");
            look(seen, car, "pattern-car");
            look(seen, car + "/evidence", "pattern-evidence");
            look(seen, car + "/counter-evidence", "pattern-counter");
            accepted(ann, place);
            assertThat(ann.words()).contains("Strategy meeting due by").doesNotContain("The line of enquiry");
            ann.follow("main a[href='" + place + "']");
            assertThat(ann.words())
                    .contains("Accepted as a line of enquiry by Ann Analyst", "The case of this pattern");
            ann.open(car);
            assertThat(ann.words()).contains("Draft. Ends on");
            look(seen, place, "pattern-accepted");
        }
        try (Visitor hal = new Visitor(origin, Visitor.WIDE, true)) {
            hal.signIn("hal", PASSWORD).open("/patterns");
            assertThat(hal.links()).contains(worker);
            look(hal, worker, "pattern-worker");
            assertThat(hal.words()).contains("Attendantq", "designated officer");
        }
    }

    private static void accepted(Visitor ann, String pattern) {
        ann.open(pattern);
        ann.page().locator("summary").all().forEach(one -> one.click());
        assertThat(ann.words())
                .contains("not opened by you yet", "What speaks against it", "Nothing here comes from health")
                .contains("Xantheq OfMerleq", "1 June 2025")
                .doesNotContain("suspect", "offender");
        ann.page().check("#verdict-accepted");
        ann.fill("reason", "The same club, twelve children in three weeks");
        ann.follow("form[action$=verdict] button[type=submit]");
        assertThat(ann.words()).contains("Open the evidence and the counter-evidence first");
        ann.open(pattern + "/evidence");
        assertThat(ann.words()).contains("Left together", "What speaks for it");
        ann.open(pattern + "/counter-evidence");
        assertThat(ann.words()).contains("Only one agency holds anything of it");
        ann.open(pattern);
        ann.page().check("#verdict-accepted");
        ann.fill("reason", "The same club, twelve children in three weeks");
        ann.follow("form[action$=verdict] button[type=submit]");
        assertThat(URI.create(ann.page().url()).getPath()).startsWith("/cases/");
    }

    private static void look(Visitor seen, String address, String picture) {
        for (int width : List.of(Visitor.WIDE, Visitor.PHONE)) {
            seen.setWidth(width);
            seen.open(address).expectOrder();
            assertThat(seen.overflow()).as(address).isZero();
            seen.picture(PICTURES.resolve(picture + "-" + width + ".png"));
        }
    }
}
