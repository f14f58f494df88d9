package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A vehicle, a phone and a place are subjects too: each has its page, with a timeline as table, paragraph and picture and what was known on a day, and a case of its own: opened
 * with a reason by its owner, with leads, tools of disruption and their outcomes, review and closure. By hand on a phone without JavaScript, and in order with it.
 */
class C8ThingCaseIT extends LineJourneys {
    private static final Path PICTURES = Path.of("target/pictures");

    @Test
    void a_vehicle_a_phone_and_a_place_have_their_page_and_their_case() {
        String origin = "http://localhost:" + port;
        String car = "/things/" + school().vehicleId("KC10 CAR");
        String phone = "/things/" + school().phoneId("07700 900123");
        String place = "/things/" + school().placeId("q club");
        try (Visitor ann = new Visitor(origin, Visitor.PHONE, false);
                Visitor seen = new Visitor(origin, Visitor.WIDE, true)) {
            ann.signIn("ann", PASSWORD);
            seen.signIn("sue", PASSWORD);
            for (String thing : List.of(car, phone, place)) {
                look(seen, thing, "thing-" + thing.substring(8, 12));
            }
            walked(seen, car);
            slid(seen, car);
            onPaper(seen, car);
            asKnown(ann, car);
            String file = opened(ann, car);
            worked(ann, file, car);
            look(seen, file, "case-of-thing");
            ann.open(car);
            assertThat(ann.words()).contains("Review due by");
            assertThat(ann.links()).contains(file);
            assertThat(ann.page().locator("form[action$=cases]").count())
                    .as("no second case beside one that runs")
                    .isZero();
            ann.open(file);
            ann.fill("closed-words", "The car was taken off the road");
            press(ann, "closed");
            ann.open(car);
            assertThat(ann.words()).contains("Closed");
            assertThat(ann.page().locator("form[action$=cases]").count()).isEqualTo(1);
            assertThat(opened(ann, place)).isNotEqualTo(file);
            ann.open("/things/" + school().personId("a1"));
            assertThat(ann.page().locator("form[action$=cases]").count())
                    .as("nobody is a thing")
                    .isZero();
        }
    }

    /** The picture is walked with the keyboard and says what the tables say. */
    private static void walked(Visitor seen, String car) {
        seen.setWidth(Visitor.WIDE);
        seen.open(car);
        assertThat(seen.words())
                .contains("Shown are 12 children and 1 vehicle, phone or organisation")
                .contains("Together, and not explained: 30", "Nobody and nothing was in more than one of them");
        seen.page().locator("[data-stage]").press("k");
        String said = seen.page().locator("[data-said]").innerText();
        assertThat(said).contains("KC10CAR: Vehicle. 12 ties");
        seen.page().locator("[data-stage]").press("ArrowDown");
        assertThat(seen.page().locator("[data-said]").innerText()).contains("1 day together", "weighed only where");
        seen.expectOrder();
    }

    /** The slider goes through the days of the list and chooses there; the list moves the slider. */
    private static void slid(Visitor seen, String car) {
        seen.open(car);
        Locator slider = seen.page().locator("#as-on-slider");
        assertThat(slider.getAttribute("aria-valuetext")).isEqualTo("Today");
        slider.press("ArrowLeft");
        slider.press("ArrowLeft");
        assertThat(slider.getAttribute("aria-valuetext")).isEqualTo("11 June 2025");
        assertThat(seen.page().locator("#as-on").inputValue()).isEqualTo("2025-06-11");
        seen.page().selectOption("#as-on", "2025-06-01");
        assertThat(slider.getAttribute("aria-valuetext")).isEqualTo("1 June 2025");
        seen.follow("form:has(#as-on) button");
        assertThat(seen.words()).contains("1 event is recorded with it");
        assertThat(slider.getAttribute("aria-valuetext")).isEqualTo("1 June 2025");
        seen.expectOrder();
    }

    private static void onPaper(Visitor seen, String car) {
        seen.open(car);
        seen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(seen.page().locator("[data-graph]").isVisible()).isFalse();
        assertThat(seen.page().locator("svg[data-drawn]").first().isVisible()).isTrue();
        assertThat(seen.page().locator("form[action$=cases]").isVisible()).isFalse();
        assertThat(seen.page().locator(".clew-print-only").innerText()).contains("Printed by Sue Second");
        seen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static void asKnown(Visitor ann, String car) {
        ann.open(car);
        assertThat(ann.words())
                .contains("3 events are recorded with it, between 1 June 2025 and 21 June 2025", "Xantheq OfMerleq")
                .contains("Patterns in which it is shown");
        ann.page().selectOption("#as-on", "2025-06-11");
        ann.follow("form:has(#as-on) button");
        assertThat(ann.words())
                .contains(
                        "2 events are recorded with it, between 1 June 2025 and 11 June 2025",
                        "knew of on 11 June 2025")
                .doesNotContain("OfYorickq");
    }

    private static String opened(Visitor ann, String thing) {
        ann.open(thing);
        ann.fill("reason", "Why");
        ann.follow("form[action$=cases] button[type=submit]");
        assertThat(ann.words()).contains("Enter a reason of at least 10 letters");
        ann.fill("reason", "The same one, twelve children in three weeks");
        ann.follow("form[action$=cases] button[type=submit]");
        String file = URI.create(ann.page().url()).getPath();
        assertThat(file).startsWith("/cases/");
        return file;
    }

    private static void worked(Visitor ann, String file, String thing) {
        assertThat(ann.words())
                .contains("Ann Analyst", "twelve children in three weeks", "Review due by")
                .doesNotContain("Strategy meeting due");
        assertThat(ann.links()).contains(thing);
        ann.page().selectOption("#lead-what", new SelectOption().setLabel("Police"));
        ann.page().selectOption("#lead-on", new SelectOption().setLabel("Agency force: Pat Police"));
        ann.fill("lead-words", "Finds out who drives it");
        press(ann, "lead");
        assertThat(ann.words()).contains("Pat Police, Agency force");
        ann.page().selectOption("#tool-what", new SelectOption().setIndex(2));
        ann.fill("tool-on", "The car");
        ann.fill("tool-words", "Asked for by the police");
        press(ann, "tool");
        ann.page().fill("input[id^=outcome-]", "Stopped, and not seen there since");
        press(ann, "outcome");
        opened(file, 120);
        assertThat(ann.open(file).words())
                .contains("Outcome: Stopped, and not seen there since", "Review overdue: it was due by");
        ann.fill("review-words", "It is looked at again in three months");
        press(ann, "review");
        assertThat(ann.words())
                .contains("Review due by "
                        + Words.date(LocalDate.now(Words.LONDON).plusMonths(3)))
                .doesNotContain("overdue");
    }

    private static void press(Visitor visitor, String kind) {
        visitor.follow("form:has(input[name=kind][value=" + kind + "]) button[type=submit]");
    }

    /** As if the case had been opened so many days ago. */
    private static void opened(String file, int daysAgo) {
        DATABASE.owner()
                .sql("update groups.case_file set opened_at = now() - make_interval(days => ?) where case_id = ?")
                .params(daysAgo, UUID.fromString(file.substring(file.lastIndexOf('/') + 1)))
                .update();
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
