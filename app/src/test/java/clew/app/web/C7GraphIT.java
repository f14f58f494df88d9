package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.groups.Found;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.app.groups.Found.Tie;
import clew.app.groups.Subjects.Told;
import clew.core.explain.Explanation;
import clew.core.network.SubjectKind;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The picture of who was with whom: walked with the keyboard, the same as its tables, and fluid with thousands in it. */
class C7GraphIT extends LineJourneys {
    private static final int MANY = 3_000;
    private static final int TIES = 9_000;
    private static final long SEED = 7;

    @Autowired
    private ITemplateEngine templates;

    @Test
    void the_graph_is_walked_with_the_keyboard_and_says_what_the_tables_say() {
        String address = "/lines/" + school().eventId("aE1");
        String origin = "http://localhost:" + port;
        try (Visitor visitor = new Visitor(origin, Visitor.WIDE, true);
                Visitor plain = new Visitor(origin, Visitor.WIDE, false)) {
            visitor.signIn("sue", PASSWORD).open(address).expectOrder();
            Locator stage = visitor.page().locator("[data-stage]");
            Locator said = visitor.page().locator("[data-said]");
            Locator drawn = visitor.page().locator("svg[data-drawn]").first();
            assertThat(drawn.isVisible()).isFalse();
            stage.press("ArrowRight");
            assertThat(said.innerText())
                    .contains("Curtisa Vancea: Adult shown. 3 ties", "Open the page of Curtisa Vancea");
            stage.press("ArrowDown");
            assertThat(said.innerText()).contains("Curtisa Vancea", "together, ", "sources, Agency school");
            assertThat(words(visitor.page())).contains(said.innerText());
            stage.press("k");
            assertThat(said.innerText()).contains("Keeleya Sparrowa: Child.");
            stage.press("+");
            stage.press("Shift+ArrowLeft");
            visitor.expectOrder();
            visitor.picture(Path.of("target/screenshots/line-desktop.png"));
            stage.press("Escape");
            assertThat(said.innerText()).contains("Nobody is chosen");
            visitor.setWidth(Visitor.PHONE);
            visitor.open(address).expectOrder();
            visitor.picture(Path.of("target/screenshots/line-phone.png"));
            plain.signIn("sue", PASSWORD).open(address).expectOrder();
            assertThat(plain.page().locator("[data-graph]").isVisible()).isFalse();
            assertThat(plain.page().locator("svg[data-drawn]").first().isVisible())
                    .isTrue();
            assertThat(plain.words())
                    .contains("Not to scale: a circle for each place", "A line joins two where the same people");
            plain.page().locator("summary").first().click();
            assertThat(plain.words()).containsPattern("Curtisa Vancea and \\w|\\w and Curtisa Vancea");
        }
    }

    @Test
    void on_paper_everything_is_open_marked_and_without_what_is_for_the_screen() throws IOException {
        try (Visitor visitor = new Visitor("http://localhost:" + port, Visitor.PHONE, true)) {
            visitor.signIn("sue", PASSWORD).open("/lines/" + school().eventId("aE1"));
            Page page = visitor.page();
            byte[] paper = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(false));
            Files.createDirectories(Path.of("target/screenshots"));
            Files.write(Path.of("target/screenshots/line.pdf"), paper);
            assertThat(new String(paper, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String hidden :
                    List.of(".clew-header", "nav", "#decide", "[data-graph]", ".clew-date-filter", "footer")) {
                assertThat(page.locator(hidden).first().isVisible()).as(hidden).isFalse();
            }
            assertThat(page.locator("svg[data-drawn]").first().isVisible()).isTrue();
            assertThat(page.locator("svg[data-map]").first().isVisible()).isTrue();
            assertThat(page.locator("details table").all())
                    .isNotEmpty()
                    .allSatisfy(table -> assertThat(table.boundingBox().height).isPositive());
            assertThat(page.locator(".clew-print-only").innerText()).contains("Printed by Sue Second", "Purpose: ");
            assertThat(
                            String.valueOf(
                                    page.evaluate(
                                            "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSPageRule).map((rule) => rule.cssText).join()")))
                    .contains("OFFICIAL-SENSITIVE", "counter(page)");
        }
    }

    @Test
    void inferred_ties_are_dashed_and_say_their_premises_when_they_are_chosen() {
        Found found = made(4, 6, new Random(SEED));
        String html = page(found);
        assertThat(html).contains("clew-graph-tie--inferred");
        try (Visitor visitor = new Visitor("http://localhost:" + port, Visitor.WIDE, true)) {
            Page page = openMade(visitor, html);
            Locator stage = page.locator("[data-stage]");
            int dashed = page.locator("svg[data-drawn] [data-kind=inferred]").count();
            assertThat(dashed).isPositive();
            int said = 0;
            for (int node = 0; node < 4; node++) {
                stage.press("ArrowRight");
                said += page.locator("[data-said] li", new Page.LocatorOptions().setHasText("Nobody stated it"))
                        .count();
            }
            assertThat(said).isEqualTo(2 * dashed);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /** Speed is written down, not judged: {@code bench/run picture} keeps the figures. */
    @Test
    void thousands_of_nodes_are_drawn_walked_moved_and_zoomed() throws IOException {
        Found found = made(MANY, TIES, new Random(SEED));
        try (Visitor visitor = new Visitor("http://localhost:" + port, Visitor.WIDE, true)) {
            long before = System.nanoTime();
            Page page = openMade(visitor, page(found));
            long openMs = (System.nanoTime() - before) / 1_000_000;
            assertThat(page.locator("[data-subject]").count()).isEqualTo(MANY);
            assertThat(page.locator("[data-one]").count()).isEqualTo(TIES);
            StringBuilder figures = new StringBuilder("what,frames,median_ms,p90_ms,most_ms\n");
            figures.append("open with the making of the page,1,%d,%d,%d%n".formatted(openMs, openMs, openMs));
            for (Keys keys : KEYS) {
                figures.append(keys.what())
                        .append(',')
                        .append(frames(page, keys))
                        .append('\n');
            }
            page.locator("[data-stage]").press("a");
            assertThat(page.locator("[data-said]").innerText()).contains("Adult 000000: Adult shown.");
            page.locator("[data-stage]").press("ArrowLeft");
            assertThat(page.locator("[data-said]").innerText()).contains("Child 002999: Child.");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/graph-of-thousands.png")));
            assertThat(visitor.complaints()).isEmpty();
            Path results = Path.of(System.getProperty("clew.picture.results", "target/picture.csv"));
            Files.writeString(results, figures);
        }
    }

    private record Keys(String what, String key, boolean shift, int times) {}

    private static final List<Keys> KEYS = List.of(
            new Keys("choose the next", "ArrowRight", false, 40),
            new Keys("choose a tie", "ArrowDown", false, 20),
            new Keys("move", "ArrowLeft", true, 10),
            new Keys("nobody chosen", "Escape", false, 3),
            new Keys("show all", "0", false, 3),
            new Keys("move all", "ArrowRight", true, 10),
            new Keys("zoom in", "+", false, 10),
            new Keys("zoom out", "-", false, 10));

    /** Milliseconds from frame to frame while a key is pressed in each: 17 is what a screen of 60 Hz allows. */
    private static String frames(Page page, Keys keys) {
        return String.valueOf(page.evaluate("""
                async ([key, shiftKey, times]) => {
                  const stage = document.querySelector("[data-stage]");
                  const frame = () => new Promise((done) => requestAnimationFrame(done));
                  const took = [];
                  let last = await frame();
                  for (let i = 0; i < times; i++) {
                    stage.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, cancelable: true }));
                    const now = await frame();
                    took.push(now - last);
                    last = now;
                  }
                  took.sort((one, other) => one - other);
                  const at = (share) => Math.round(took[Math.min(times - 1, Math.floor(share * times))]);
                  return [times, at(0.5), at(0.9), at(1)].join(",");
                }""", List.of(keys.key(), keys.shift(), keys.times())));
    }

    /** A page of the parts that a line's page has, under the policy of every page. */
    private Page openMade(Visitor visitor, String html) {
        Page page = visitor.page();
        visitor.open("/sign-in");
        String policy = page.request().get(page.url()).headers().get("content-security-policy");
        assertThat(policy).contains("default-src");
        page.route(
                "**/made",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("text/html")
                        .setHeaders(Map.of("Content-Security-Policy", policy))
                        .setBodyBytes(html.getBytes(StandardCharsets.UTF_8))));
        visitor.open("/made");
        page.locator("[data-stage] canvas").waitFor();
        return page;
    }

    private String page(Found found) {
        Map<UUID, Told> told = new HashMap<>();
        for (Member member : found.members()) {
            String number = String.format("%06d", member.subject().getLeastSignificantBits());
            told.put(
                    member.subject(),
                    new Told(
                            member.subject(),
                            "person",
                            Words.capital(member.side().name().toLowerCase(java.util.Locale.ROOT)) + " " + number,
                            "Agency",
                            "police",
                            List.of()));
        }
        Context context = new Context();
        context.setVariable("graph", LineGraph.of(found, new LineWords(found, told), 760));
        context.setVariable("classes", "clew-graph");
        return "<!DOCTYPE html><html lang=\"en\"><head><title>Made</title><link rel=\"stylesheet\" href=\"/assets/clew.css\"></head><body><section>"
                + templates.process("line-parts", Set.of("live"), context)
                + templates.process("line-parts", Set.of("graph"), context)
                + "</section><script type=\"module\" src=\"/assets/graph.js\"></script></body></html>";
    }

    /** A third each of adults, things and children, and ties at random; a tenth each explained and inferred. */
    private static Found made(int many, int ties, Random random) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Side side = i < many / 3 ? Side.ADULT : i < 2 * many / 3 ? Side.THING : Side.CHILD;
            UUID id = new UUID(0, i);
            members.add(new Member(
                    id, side == Side.THING ? SubjectKind.VEHICLE : SubjectKind.PERSON, side, List.of(id), false));
        }
        List<Tie> all = new ArrayList<>();
        for (int i = 0; i < ties; i++) {
            int one = random.nextInt(many);
            int other = (one + 1 + random.nextInt(many - 1)) % many;
            @Nullable String reason = i % 10 == 0 ? "household" : i % 10 == 1 ? "caseload" : null;
            all.add(new Tie(
                    new UUID(0, one),
                    new UUID(0, other),
                    2,
                    reason,
                    i % 10 == 1,
                    List.of(),
                    List.of("police"),
                    Explanation.leaf(Explanation.units(reason == null ? 3 : 0), "made up")));
        }
        return new Found(members, List.of(), all);
    }

    private static String words(Page page) {
        return String.valueOf(
                page.evaluate(
                        "[...document.querySelectorAll('svg[data-drawn] [data-words]')].map((one) => one.dataset.words).join('\\n')"));
    }
}
