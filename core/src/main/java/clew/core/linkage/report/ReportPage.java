package clew.core.linkage.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The page as a whole: its frame, its summary, and its sections in the order a reader needs them. */
final class ReportPage {

    private static final int FEW_SOURCES = 3;

    private final Page page = new Page();
    private final LinkReport report;

    private ReportPage(LinkReport report) {
        this.report = report;
    }

    static String html(LinkReport report) {
        return new ReportPage(report).write();
    }

    private String write() {
        page.open("html", "lang", "en-GB");
        head();
        page.open("body");
        page.element("a", "Skip to the report", "class", "skip", "href", "#report");
        page.open("main", "id", "report");
        page.element("p", "Clew", "class", "brand").element("h1", "Link report");
        summary();
        contents();
        checks();
        new FigureSections(page, report).write();
        new ModelSections(page, report).write();
        new SampleSection(page, report).write();
        new RunSections(page, report).write();
        page.close();
        return page.close().close().html();
    }

    private void head() {
        page.open("head").open("meta", "charset", "utf-8");
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        // Nothing in the page may run or load, whatever a value holds.
        page.open(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        page.open("meta", "name", "robots", "content", "noindex");
        page.element("title", "Link report: " + sources()).style(css()).close();
    }

    private String sources() {
        if (report.sources().size() > FEW_SOURCES) {
            return Words.count(report.sources().size()) + " sources";
        }
        return String.join(
                ", ", report.sources().stream().map(LinkReport.Source::name).toList());
    }

    private void summary() {
        page.open("div", "class", "summary");
        page.open("p", "class", "lead");
        page.text(Words.count(report.records(), "record", "records") + " from " + sources() + " ");
        page.text(report.records() == 1 ? "is " : "are ");
        page.element("strong", Words.count(report.persons(), "person", "persons"))
                .text(".");
        page.close();
        page.element(
                "p",
                Words.count(report.candidatePairs(), "pair was", "pairs were")
                        + " compared. Records were joined from a "
                        + "probability of " + Words.percent(report.model().threshold()) + " up, where the persons they "
                        + "make do not contradict themselves." + time());
        if (!report.model().warnings().isEmpty()) {
            page.element("p", "The training warns: see what to check before you use this result.", "class", "warning");
        }
        page.element(
                "p",
                "This page shows values of some records. Keep it as you keep the records. What is joined here is a "
                        + "suggestion of a machine: nothing adverse may follow from it before a person has confirmed it.",
                "class",
                "note");
        page.close();
    }

    private String time() {
        String memory = report.peakMegabytes() == 0
                ? ""
                : " and held at most " + Words.count(report.peakMegabytes()) + " MB of memory";
        return report.phases().isEmpty() ? "" : " The run took " + Words.seconds(report.seconds()) + memory + ".";
    }

    private void contents() {
        page.open("nav", "aria-label", "Contents").element("h2", "Contents").open("ul");
        item("checks", "What to check");
        if (!report.figures().isEmpty()) {
            item("truth", "How it did against truth");
        }
        item("scores", "Scores of the pairs");
        item("sizes", "Records a person");
        item("weights", "What each field is worth");
        item("blocking", "Which pairs were compared");
        item("samples", "Pairs to look at");
        if (!report.attention().isEmpty()) {
            item("attention", "For a person to decide");
        }
        item("columns", "How full the columns are");
        item("phases", "Time and memory");
        page.close().close();
    }

    private void item(String id, String title) {
        page.open("li").element("a", title, "href", "#" + id).close();
    }

    private void checks() {
        page.open("section").element("h2", "What to check", "id", "checks");
        List<Checks.Check> checks = Checks.of(report);
        if (checks.isEmpty()) {
            page.element("p", "Nothing stands out. The sample pairs below are still worth a look.");
        } else {
            page.open("ul", "class", "checks");
            checks.forEach(check -> {
                page.open("li").element("h3", check.title());
                check.seen().forEach(seen -> page.element("p", seen));
                page.element("p", check.advice(), "class", "advice").close();
            });
            page.close();
        }
        page.close();
    }

    private static String css() {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(
                    Objects.requireNonNull(css, "report.css is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
