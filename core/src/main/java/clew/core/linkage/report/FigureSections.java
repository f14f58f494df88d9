package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.ScoredPairs;
import java.util.List;

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
        scores();
        sizes();
    }

    private void truth() {
        page.open("section").element("h2", "How it did against truth", "id", "truth");
        page.element("p", "The records came with the right answer. 1 is perfect.");
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
