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
        new LookSection(page, report).write();
        new SampleSection(page, report).write();
        new ModelSections(page, report).write();
        new ClerkSection(page, report).write();
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
        warnings();
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
        page.element("p", reach());
        expected();
        report.model().calibrated().ifPresent(moved -> page.element("p", sentence(moved)));
        page.element(
                "p",
                "This page shows values of some records. Keep it as you keep the records. What is joined here is a "
                        + "suggestion of a machine: nothing adverse may follow from it before a person has confirmed it.",
                "class",
                "note");
        page.close();
    }

    /** What must be known before anything else is read. */
    private void warnings() {
        if (report.model().doubts().isEmpty()) {
            return;
        }
        page.open("section", "class", "warning", "aria-labelledby", "warning");
        page.element("h2", "Warning: look before you use this result", "id", "warning");
        report.model().doubts().forEach(warning -> page.element("p", sentence(warning)));
        page.element(
                "p",
                "Compare \u201cWhat each field is worth\u201d with what you know of the data, and judge the pairs at the threshold, before anything rests on this run.");
        page.close();
    }

    private static String sentence(String words) {
        String begun =
                words.isEmpty() ? words : words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    private String reach() {
        String estimated = report.model().blockingRecall() > 0.9999
                ? "The rules of blocking overlap so much that what they miss cannot be estimated"
                : "The rules of blocking reach an estimated "
                        + Words.percent(report.model().blockingRecall()) + " of the true pairs, at most";
        return report.figures().stream()
                .filter(figure -> figure.name().equals("Blocking: recall"))
                .findFirst()
                .map(figure -> estimated + "; by the right answer it is " + Words.percent(figure.value()) + ".")
                .orElse(estimated + ", worked out without the right answer.");
    }

    private void expected() {
        report.curve().stream()
                .filter(CurvePoint::isDefault)
                .findFirst()
                .ifPresent(point -> page.element(
                        "p",
                        "Of the pairs taken the model expects " + Words.percent(point.precision())
                                + " to be right, and that they are " + Words.percent(point.recall())
                                + " of all true pairs" + truly() + "."));
    }

    private String truly() {
        return report.figures().stream()
                .filter(figure -> figure.name().equals("Persons: F1"))
                .findFirst()
                .map(figure -> ". The persons made from them agree with the right answer to an F1 of "
                        + Words.figure(figure.value()))
                .orElse("");
    }

    private String time() {
        long peak = report.told().peakMegabytes();
        String memory = peak == 0 ? "" : " and held at most " + Words.count(peak) + " MB of memory";
        return report.told().steps().isEmpty() ? "" : " The run took " + Words.seconds(report.seconds()) + memory + ".";
    }

    private void contents() {
        page.open("nav", "aria-label", "Contents").element("h2", "Contents").open("ul");
        item("checks", "What to check");
        if (!report.figures().isEmpty()) {
            item("truth", "How it did against truth");
        }
        if (!report.groups().isEmpty()) {
            item("groups", "Is anyone served worse?");
        }
        item("curve", "What another threshold would give");
        item("scores", "Scores of the pairs");
        item("sizes", "Records a person");
        item("looks", "Persons to look at");
        item("samples", "Pairs explained");
        item("weights", "What each field is worth");
        item("blocking", "Which pairs were compared");
        item("clerk", "For a clerk to check");
        if (!report.attention().isEmpty()) {
            item("attention", "For a person to decide");
        }
        item("columns", "What was read");
        item("phases", "Time and memory");
        item("settings", "How this run was made");
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
