package clew.core.linkage.report;

import clew.core.linkage.Attention;
import clew.core.linkage.Phase;
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
    }

    private void attention() {
        page.open("section").element("h2", "For a person to decide", "id", "attention");
        page.element("p", "What the machine could not settle, by reason. Groups are groups of records.");
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
        page.open("section").element("h2", "How full the columns are", "id", "columns");
        Grid sources = new Grid(page, "Records by source", "wide", List.of("Source", "#Records"));
        report.sources()
                .forEach(source -> sources.row(source.name())
                        .figure(Words.count(source.records()))
                        .endRow());
        sources.end();
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
        page.close();
    }

    private void phases() {
        page.open("section").element("h2", "Time and memory", "id", "phases");
        page.element(
                "p",
                "Training took " + Words.count(report.model().trainingRounds(), "round", "rounds") + "."
                        + (report.peakMegabytes() == 0
                                ? ""
                                : " The run held at most " + Words.count(report.peakMegabytes()) + " MB of memory."));
        double longest =
                report.phases().stream().mapToDouble(Phase::seconds).max().orElse(0);
        Bars bars = new Bars(0, Math.max(1e-9, longest));
        Grid grid = new Grid(page, "Phases", "wide", List.of("Phase", "#Seconds", "#Worked on", Grid.PICTURE));
        for (Phase phase : report.phases()) {
            grid.row(phase.name())
                    .figure(Words.seconds(phase.seconds()))
                    .figure(phase.count() == 0 ? "" : Words.count(phase.count()) + " " + phase.unit())
                    .picture(() -> bars.stack(page, phase.seconds(), "for", 0, "for"))
                    .endRow();
        }
        grid.end();
        page.close();
    }
}
