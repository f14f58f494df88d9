package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is written in the pictures of lines, patterns and things: whole within its picture and large enough to be read, on a desk and on a phone, drawn by the server or to work
 * with; one person has one name on a page; what is long is folded, without JavaScript too, and open on paper.
 */
class C7WordsInPicturesIT extends LineJourneys {
    private static final double LEAST_SIZE = 12;
    private static final Path PICTURES = Path.of("target/pictures");

    /** Words of pictures that show, of which some stand outside or are too small: what, how far beyond an edge, and their size, in pixels of the window. */
    private static final String WRONG = """
            (least) => [...document.querySelectorAll("svg.clew-graph")].filter((svg) => svg.checkVisibility()).flatMap((svg) => {
              const frame = svg.getBoundingClientRect();
              const size = frame.width / svg.viewBox.baseVal.width;
              return [...svg.querySelectorAll("text")].flatMap((text) => {
                const box = text.getBoundingClientRect();
                const beyond = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
                const pixels = size * Number(text.getAttribute("font-size"));
                return beyond > 0.5 || pixels < least ? [`${text.textContent}: ${beyond} beyond, ${pixels} high`] : [];
              });
            })""";

    /** Writes down what is written on a canvas from now on: the words, their box and size, and the canvas. */
    private static final String LISTEN = """
            window.written = [];
            const fillText = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (words, x, y) {
              const { clientWidth, clientHeight } = this.canvas;
              const size = parseFloat(this.font);
              const beyond = Math.max(-x, x + this.measureText(words).width - clientWidth, size / 2 - y, y + size / 2 - clientHeight);
              window.written.push({ words, beyond, size });
              return fillText.call(this, words, x, y);
            };""";

    private static final String WRONG_ON_CANVAS =
            "(least) => window.written.filter(({ beyond, size }) => beyond > 0.5 || size < least).map((one) => JSON.stringify(one))";

    private static List<String> pages() {
        return List.of(
                "/lines/" + school().eventId("aE1"),
                "/things/" + school().vehicleId("KC10 CAR"),
                "/things/" + school().vehicleId("LG10 NAM"),
                "/patterns/place/" + school().placeId("q club"));
    }

    @Test
    void no_word_leaves_the_picture_that_the_server_draws_and_all_can_be_read() {
        for (int width : List.of(Visitor.WIDE, Visitor.PHONE)) {
            try (Visitor plain = new Visitor("http://localhost:" + port, width, false)) {
                plain.signIn("sue", PASSWORD);
                for (String address : pages()) {
                    Page page = plain.open(address).page();
                    assertThat(page.locator("svg.clew-graph:visible text").count())
                            .as(address)
                            .isPositive();
                    assertThat((List<?>) page.evaluate(WRONG, LEAST_SIZE))
                            .as("%s at %d", address, width)
                            .isEmpty();
                }
                plain.picture(PICTURES.resolve("pattern-folded-" + width + ".png"));
            }
        }
    }

    @Test
    void no_word_leaves_the_picture_to_work_with_wherever_it_is_moved() {
        for (int width : List.of(Visitor.WIDE, Visitor.PHONE)) {
            try (Visitor visitor = new Visitor("http://localhost:" + port, width, true)) {
                visitor.page().addInitScript(LISTEN);
                visitor.signIn("sue", PASSWORD);
                for (String address : pages().subList(0, 3)) {
                    Page page = visitor.open(address).page();
                    Locator stage = page.locator("[data-stage]");
                    for (String key : List.of("ArrowRight", "ArrowRight", "Escape", "+", "+", "Shift+ArrowLeft", "-")) {
                        stage.press(key);
                        page.evaluate(
                                "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
                    }
                    assertThat(((Number) page.evaluate("window.written.length")).intValue())
                            .as(address)
                            .isGreaterThan(10);
                    assertThat((List<?>) page.evaluate(WRONG_ON_CANVAS, LEAST_SIZE))
                            .as("%s at %d", address, width)
                            .isEmpty();
                }
                stageAndTimes(visitor, width);
            }
        }
    }

    /** To be looked at: the names are long, and in capitals. */
    private static void stageAndTimes(Visitor visitor, int width) {
        visitor.open(pages().get(2)).expectOrder();
        visitor.picture(PICTURES.resolve("long-names-" + width + ".png"));
    }

    @Test
    void somebody_has_one_name_on_a_page_and_it_says_how_else_they_are_recorded() {
        try (Visitor visitor = new Visitor("http://localhost:" + port, Visitor.WIDE, true)) {
            visitor.signIn("sue", PASSWORD).open(pages().get(2));
            String names = String.valueOf(
                    visitor.page()
                            .evaluate(
                                    "[...document.querySelectorAll('svg text, [data-name]')].map((one) => one.dataset?.name ?? one.textContent).join('\\n')"));
            assertThat(names).contains("Bill Waringw").doesNotContain("William");
            assertThat(visitor.words())
                    .contains("Shown are 2 adults and 1 vehicle", "Bill Waringw (recorded here as William Waringw)");
            visitor.open("/things/" + school().personId("w2"));
            assertThat(visitor.heading()).contains("Bill Waringw");
        }
    }

    @Test
    void what_is_long_is_folded_with_how_much_there_is_and_nothing_against_it_is() {
        String place = pages().get(3);
        try (Visitor plain = new Visitor("http://localhost:" + port, Visitor.PHONE, false)) {
            plain.signIn("sue", PASSWORD).open(place);
            Page page = plain.page();
            assertThat(plain.words())
                    .contains("Children: the other 6 of 12", "Episodes by date: 3")
                    .contains("What speaks against it", "Nothing here comes from health", "Open the counter-evidence");
            assertThat(page.locator("details #against, details [href$=counter-evidence]")
                            .count())
                    .isZero();
            Locator child = page.locator("tbody a", new Page.LocatorOptions().setHasText("Xantheq OfMerleq"));
            assertThat(child.isVisible()).isFalse();
            page.locator("summary").first().click();
            assertThat(child.isVisible()).isTrue();
            plain.open(place);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("details tbody tr").all())
                    .hasSize(6 + 3)
                    .allSatisfy(row -> assertThat(row.boundingBox().height).isPositive());
            assertThat(page.locator("#decide").isVisible()).isFalse();
            assertThat(page.locator(".clew-print-only").innerText()).contains("Printed by Sue Second");
        }
    }
}
