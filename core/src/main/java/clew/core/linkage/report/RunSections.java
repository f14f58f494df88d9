package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.Attention;
import clew.core.linkage.Phase;
import clew.core.linkage.ScoredPairs;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is left for a person, how full the columns are, and where the time went. */
final class RunSections {

    private final Page page;
    private final LinkReport report;

    RunSections(Page page, LinkReport report) {
        this.page = page;
        this.report = report;
    }

    void write() {
        if (!report.attention().isEmpty()) {
            attention();
        }
        columns();
        phases();
        settings();
    }

    private void attention() {
        page.open("section").element("h2", "For a person to decide", "id", "attention");
        page.element(
                "p",
                "What the machine could not settle, or joined by little, by reason. Groups are groups of records; needs-attention.csv names the records of each.");
        Map<String, List<Attention>> reasons = report.attention().stream()
                .collect(Collectors.groupingBy(Attention::reason, TreeMap::new, Collectors.toList()));
        Grid grid = new Grid(
                page, "Groups of records by reason", "wide", List.of("Reason", "#Groups", "#Records", Grid.PICTURE));
        Bars bars =
                new Bars(0, reasons.values().stream().mapToInt(List::size).max().orElse(1));
        reasons.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .forEach(entry -> grid.row(entry.getKey())
                        .figure(Words.count(entry.getValue().size()))
                        .figure(Words.count(entry.getValue().stream()
                                .mapToInt(group -> group.rows().size())
                                .sum()))
                        .picture(() -> bars.stack(page, entry.getValue().size(), "for", 0, "for"))
                        .endRow());
        grid.end();
        page.close();
    }

    private void columns() {
        page.open("section").element("h2", "What was read", "id", "columns");
        Grid sources = new Grid(page, "Records by source", "wide", List.of("Source", "#Records"));
        report.sources()
                .forEach(source -> sources.row(source.name())
                        .figure(Words.count(source.records()))
                        .endRow());
        sources.end();
        page.fold("h3", "How full the columns are", Words.count(report.columns().size(), "column", "columns"));
        Grid grid = new Grid(
                page,
                "Share of records that have a value",
                "wide",
                List.of("Column", "#Filled", "#Missing", Grid.PICTURE));
        Bars bars = new Bars(0, 1);
        for (LinkReport.Fill column : report.columns()) {
            double filled = report.records() == 0 ? 0 : 1 - (double) column.missing() / report.records();
            grid.row(column.name(), column.kind())
                    .figure(Words.percent(filled))
                    .figure(Words.count(column.missing()))
                    .picture(() -> bars.stack(page, filled, "for", 0, "for"))
                    .endRow();
        }
        grid.end();
        page.close().close();
    }

    private void phases() {
        page.open("section").element("h2", "Time and memory", "id", "phases");
        page.element(
                "p",
                "Training took " + Words.count(report.model().trainingRounds(), "round", "rounds") + "."
                        + (report.told().peakMegabytes() == 0
                                ? ""
                                : " The run held at most "
                                        + Words.count(report.told().peakMegabytes()) + " MB of memory."));
        List<Told.Step> steps = report.told().steps();
        double longest =
                steps.stream().mapToDouble(step -> step.phase().seconds()).max().orElse(0);
        boolean hasMemory = steps.stream().anyMatch(step -> step.peakMegabytes() > 0);
        Bars bars = new Bars(0, Math.max(1e-9, longest));
        page.fold("h3", "The steps", Words.seconds(report.seconds()) + " s in all");
        Grid grid = new Grid(
                page,
                "Steps; memory is the most held up to the end of each",
                "wide",
                hasMemory
                        ? List.of("Step", "#Seconds", "#MB", "#Worked on", Grid.PICTURE)
                        : List.of("Step", "#Seconds", "#Worked on", Grid.PICTURE));
        for (Told.Step step : steps) {
            Phase phase = step.phase();
            grid.row(phase.name()).figure(Words.seconds(phase.seconds()));
            if (hasMemory) {
                grid.figure(step.peakMegabytes() == 0 ? "" : Words.count(step.peakMegabytes()));
            }
            grid.figure(phase.count() == 0 ? "" : Words.count(phase.count()) + " " + phase.unit())
                    .picture(() -> bars.stack(page, phase.seconds(), "for", 0, "for"))
                    .endRow();
        }
        grid.end();
        page.close().close();
    }

    private void settings() {
        page.open("section").element("h2", "How this run was made", "id", "settings");
        page.element(
                "p",
                "The same files, settings and version give the same result, byte for byte, on any machine and with any number of threads.");
        page.fold("h3", "Settings, versions and inputs", "");
        Grid grid = new Grid(page, "Settings, versions and inputs", "wide settings", List.of("Setting", "Value"));
        report.told()
                .settings()
                .forEach(setting ->
                        grid.row(setting.name()).text(setting.value()).endRow());
        grid.row("layout of the model")
                .text("version " + report.model().version())
                .endRow();
        grid.row("threshold")
                .text(Words.percent(report.model().threshold()) + ", "
                        + Words.bits(
                                (double) ScoredPairs.weightOf(report.model().threshold()) / Explanation.UNITS_PER_BIT)
                        + " bits")
                .endRow();
        grid.row("seeds")
                .text(
                        "Nothing in linking is random; samples, the clerk's pairs and intervals are drawn with fixed seeds.")
                .endRow();
        grid.end();
        page.close().close();
    }
}
