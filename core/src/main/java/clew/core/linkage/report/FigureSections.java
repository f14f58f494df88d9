package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.ScoredPairs;
import clew.core.measure.GroupAccuracy;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures against truth, the scores of the pairs, and how many records a person has. */
final class FigureSections {

    private final Page page;
    private final LinkReport report;

    FigureSections(Page page, LinkReport report) {
        this.page = page;
        this.report = report;
    }

    void write() {
        if (!report.figures().isEmpty()) {
            truth();
        }
        if (!report.groups().isEmpty()) {
            groups();
        }
        new CurveSection(page, report).write();
        scores();
        sizes();
    }

    private void groups() {
        page.open("section").element("h2", "Is anyone served worse?", "id", "groups");
        page.element(
                "p",
                "The same figures for groups of names, so that nobody is served worse unseen. Each pair counts once for each of its records in the group."
                        + " Groups are made from what a name looks like; where a name comes from is not guessed. Groups of fewer than 30 records are left out.");
        page.element("p", worst());
        page.open("p", "class", "legend");
        page.open("span", "class", "key round for").close().text(" F1 with its 95% interval");
        page.close();
        Bars bars = new Bars(Math.max(0, lowestOfGroups() - 0.02), 1);
        Map<String, List<NameGroups.Group>> divisions = report.groups().stream()
                .collect(Collectors.groupingBy(NameGroups.Group::division, LinkedHashMap::new, Collectors.toList()));
        divisions.forEach((division, groups) -> {
            page.fold("h3", division, range(groups));
            Grid grid = new Grid(
                    page, division, "wide groups", List.of("Group", "#Precision", "#Recall", "#F1", Grid.PICTURE));
            groups.forEach(group -> group(grid, bars, group));
            grid.end();
            page.close();
        });
        page.close();
    }

    private static String range(List<NameGroups.Group> groups) {
        DoubleSummaryStatistics f1 = groups.stream()
                .mapToDouble(group -> group.accuracy().f1().value())
                .summaryStatistics();
        return Words.count(groups.size(), "group", "groups") + ", F1 from " + Words.share(f1.getMin()) + " to "
                + Words.share(f1.getMax());
    }

    private void group(Grid grid, Bars bars, NameGroups.Group group) {
        GroupAccuracy accuracy = group.accuracy();
        grid.row(
                        group.name(),
                        Words.count(accuracy.records(), "record", "records") + " of "
                                + Words.count(accuracy.persons(), "person", "persons") + ". Precision "
                                + Words.interval(accuracy.precision()) + ", recall "
                                + Words.interval(accuracy.recall()) + ".")
                .figure(Words.share(accuracy.precision().value()))
                .figure(Words.share(accuracy.recall().value()))
                .figure(Words.share(accuracy.f1().value()))
                .picture(() -> bars.interval(
                        page,
                        accuracy.f1().value(),
                        accuracy.f1().low(),
                        accuracy.f1().high()))
                .endRow();
    }

    private double lowestOfGroups() {
        return report.groups().stream()
                .mapToDouble(group -> group.accuracy().f1().low())
                .min()
                .orElse(0);
    }

    /** Names the groups whose whole interval lies below the figure of all records. */
    private String worst() {
        double all = report.figures().stream()
                .filter(figure -> figure.name().equals("Persons: F1"))
                .mapToDouble(LinkReport.Figure::value)
                .findFirst()
                .orElse(0);
        List<String> below = report.groups().stream()
                .filter(group -> group.accuracy().f1().high() < all)
                .map(group -> "\u201c" + group.division() + ": " + group.name() + "\u201d")
                .toList();
        return below.isEmpty()
                ? "No group lies clearly below the F1 of all records, " + Words.share(all) + "."
                : "Clearly below the F1 of all records (" + Words.share(all) + "): " + String.join("; ", below) + ".";
    }

    private void truth() {
        page.open("section").element("h2", "How it did against truth", "id", "truth");
        page.element(
                "p",
                "The records came with the right answer. 1 is perfect. All figures but B-cubed count pairs of records.");
        Grid grid = new Grid(page, "Figures against truth", "wide", List.of("Figure", "#Value", Grid.PICTURE));
        Bars bars = new Bars(0, 1);
        for (LinkReport.Figure figure : report.figures()) {
            grid.row(figure.name(), figure.meaning())
                    .figure(Words.figure(figure.value()))
                    .picture(() -> bars.stack(page, figure.value(), "for", 0, "for"))
                    .endRow();
        }
        grid.end();
        page.close();
    }

    private void scores() {
        page.open("section").element("h2", "Scores of the pairs", "id", "scores");
        double cut = (double) ScoredPairs.weightOf(report.model().threshold()) / Explanation.UNITS_PER_BIT;
        page.element(
                "p",
                "Each pair has a score in bits. At 0 bits two records are as likely one person as two; each bit more "
                        + "doubles the odds that they are one. A good run has few pairs near the threshold of "
                        + Words.bits(cut) + " bits ("
                        + Words.percent(report.model().threshold()) + ").");
        if (report.weights().isEmpty()) {
            page.element("p", "No pair scored high enough to be kept.");
        } else {
            histogram(cut);
        }
        page.close();
    }

    private void histogram(double cut) {
        page.fold(
                "h3",
                "Kept pairs by score",
                Words.count(
                        report.weights().stream()
                                .mapToLong(band -> band.joined() + band.apart())
                                .sum(),
                        "pair",
                        "pairs"));
        legend("for", "pairs joined into one person", "against", "pairs kept apart");
        Bars bars = new Bars(
                0,
                Math.max(
                        1,
                        report.weights().stream().mapToLong(Band::pairs).max().orElse(1)));
        Grid grid = new Grid(
                page, "Kept pairs by score", "wide", List.of("Score in bits", "#Joined", "#Apart", Grid.PICTURE));
        boolean above = true;
        for (Band band : report.weights()) {
            if (above && band.toBits() < cut + 0.5) {
                grid.note("Threshold: " + Words.bits(cut) + " bits. Pairs from here up may be joined.", 4);
                above = false;
            }
            grid.row(Words.bits(band.fromBits()) + " to " + Words.bits(band.toBits()))
                    .figure(Words.count(band.joined()))
                    .figure(Words.count(band.apart()))
                    .picture(() -> bars.stack(page, band.joined(), "for", band.apart(), "against"))
                    .endRow();
        }
        grid.end();
        page.close();
    }

    private void sizes() {
        page.open("section").element("h2", "Records a person", "id", "sizes");
        page.element(
                "p",
                "How many records the persons have. The largest has "
                        + Words.count(report.largest(), "record", "records") + ".");
        Bars bars = new Bars(
                0,
                Math.max(
                        1,
                        report.sizes().stream()
                                .mapToLong(SizeBand::persons)
                                .max()
                                .orElse(1)));
        Grid grid = new Grid(page, "Persons by number of records", "wide", List.of("Size", "#Persons", Grid.PICTURE));
        for (SizeBand band : report.sizes()) {
            grid.row(band.words())
                    .figure(Words.count(band.persons()))
                    .picture(() -> bars.stack(page, band.persons(), "for", 0, "for"))
                    .endRow();
        }
        grid.end();
        page.close();
    }

    private void legend(String look, String meaning, String other, String otherMeaning) {
        page.open("p", "class", "legend");
        page.open("span", "class", "key " + look).close().text(" " + meaning + " ");
        page.open("span", "class", "key " + other).close().text(" " + otherMeaning);
        page.close();
    }
}
