package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Somebody in front of the pages with a browser of their own: cookies, width, and JavaScript or none. */
final class Visitor implements AutoCloseable {

    static final int WIDE = 1280;
    static final int PHONE = 390;

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final boolean javaScript;
    private final List<String> complaints = new ArrayList<>();

    Visitor(String origin, int width, boolean javaScript) {
        this.origin = origin;
        this.javaScript = javaScript;
        this.context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setJavaScriptEnabled(javaScript)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London"));
        this.context.setDefaultTimeout(10_000);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    /** Opens an address of Clew; anything but a page (status 200) is a failure. */
    Visitor open(String address) {
        assertThat(visit(address).status()).as("status of %s", address).isEqualTo(200);
        return this;
    }

    /** Opens an address, whatever the answer. */
    Response visit(String address) {
        return Objects.requireNonNull(page.navigate(address.startsWith("http") ? address : origin + address));
    }

    Visitor signIn() {
        return signIn(Journeys.SIGN_IN_NAME, Journeys.PASSWORD);
    }

    Visitor signIn(String name, String password) {
        open("/sign-in");
        fill("username", name).fill("password", password);
        return send();
    }

    /** Types into the box of this id. */
    Visitor fill(String id, String text) {
        page.locator("#" + id).fill(text);
        return this;
    }

    /** Presses the page's main button. */
    Visitor send() {
        return follow("main form button[type=submit]");
    }

    /** Presses what leads to another page, and waits until that is there. */
    Visitor follow(String what) {
        page.waitForNavigation(() -> page.locator(what).first().click());
        return this;
    }

    /** What the page says. */
    String words() {
        return page.locator("main").innerText();
    }

    /** The id of what the keyboard would type into. */
    String focused() {
        return String.valueOf(page.evaluate("document.activeElement.id"));
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    void setWidth(int width) {
        page.setViewportSize(width, 900);
    }

    /** What axe finds wrong with the page, one line a failing rule. */
    List<String> failings() {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(this::line)
                        .toList();
    }

    /** Errors and warnings that the browser wrote to its console since the last call. */
    List<String> complaints() {
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    /** How many pixels the page is wider than the window: 0 when nobody has to scroll sideways. */
    int overflow() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** Addresses of this site that the page links to, without their fragments. */
    List<String> links() {
        return page.locator("a[href]").all().stream()
                .map(link -> Objects.requireNonNull(link.getAttribute("href")))
                .filter(href -> href.startsWith("/"))
                .map(href -> href.replaceFirst("#.*", ""))
                .distinct()
                .toList();
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** Pictures of the page on a desk and on a phone, where it is in order too. */
    void pictures(String name) {
        picture(Path.of("target/screenshots", name + "-desktop.png"));
        setWidth(PHONE);
        expectOrder();
        picture(Path.of("target/screenshots", name + "-phone.png"));
        setWidth(WIDE);
    }

    /** As {@link #expectOrder()}, of a page that tells of an error: the browser remarks on its status. */
    void expectOrderOfErrorPage() {
        complaints.removeIf(said -> said.startsWith("Failed to load resource: the server responded with a status of"));
        expectOrder();
    }

    /** The page in order: one heading, a title that names it, nothing that axe or the console says, no scrolling sideways. */
    void expectOrder() {
        assertThat(page.locator("h1").count()).as("h1 on %s", page.url()).isEqualTo(1);
        assertThat(page.title()).as("title of %s", page.url()).matches(".+ - Clew");
        if (javaScript) { // axe waits for timers, which do not run without
            assertThat(failings()).as("axe on %s", page.url()).isEmpty();
        }
        assertThat(complaints()).as("console on %s", page.url()).isEmpty();
        assertThat(overflow()).as("pixels too wide on %s", page.url()).isZero();
    }

    @Override
    public void close() {
        context.close();
    }

    private String line(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }
}
