package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.ScoredPairs;
import clew.core.linkage.report.Sample.Choice;
import java.util.List;

/** Pairs to look at: their values side by side, and how their score comes about, as a waterfall whose every step is a row of a table. */
final class SampleSection {

    private final Page page;
    private final List<Sample> samples;
    private final double cut;
    private int number;

    SampleSection(Page page, LinkReport report) {
        this.page = page;
        this.samples = report.samples();
        this.cut = (double) ScoredPairs.weightOf(report.model().threshold()) / Explanation.UNITS_PER_BIT;
    }

    void write() {
        page.open("section").element("h2", "Pairs explained", "id", "samples");
        page.element(
                "p",
                "Unfold a pair to see first the values as received, then the score step by step: it starts with the odds of two "
                        + "records taken at random, and every field adds or takes away. The dashed line is the threshold.");
        if (samples.isEmpty()) {
            page.element("p", "There is no pair to show.");
        }
        for (Choice choice : Choice.values()) {
            List<Sample> chosen =
                    samples.stream().filter(sample -> sample.choice() == choice).toList();
            if (!chosen.isEmpty()) {
                page.element("h3", choice.title()).element("p", choice.meaning());
                chosen.forEach(this::sample);
            }
        }
        page.close();
    }

    private void sample(Sample sample) {
        number++;
        page.fold(
                "h4",
                "Pair " + number + ": " + sample.left() + " and " + sample.right(),
                "Score " + Words.bits(sample.reasons().bits()) + " bits, a probability of "
                        + Words.probability(sample.probability()) + ". "
                        + (sample.joined() ? "Joined into one person." : "Kept apart as two persons."));
        page.element("p", sample.outcome());
        if (!sample.speakingFor().isEmpty()) {
            page.element("p", "What speaks most for one person: " + String.join("; ", sample.speakingFor()) + ".");
        }
        if (!sample.speakingAgainst().isEmpty()) {
            page.element("p", "What speaks most against: " + String.join("; ", sample.speakingAgainst()) + ".");
        }
        values(sample);
        waterfall(sample.reasons());
        page.close();
    }

    private void values(Sample sample) {
        Grid grid = new Grid(
                page, "Values as received", "values", List.of("Column", "First record", "Second record", "Alike"));
        for (Sample.Values values : sample.values()) {
            if (!values.left().isBlank() || !values.right().isBlank()) {
                grid.row(values.column())
                        .text(shown(values.left()))
                        .text(shown(values.right()))
                        .text(values.comparison())
                        .endRow();
            }
        }
        grid.end();
    }

    private static String shown(String value) {
        return value.isBlank() ? "\u2013" : value;
    }

    private void waterfall(Explanation reasons) {
        Bars bars = scale(reasons);
        Grid grid = new Grid(page, "How the score comes about", "wide fall", List.of("Step", "#Bits", Grid.PICTURE));
        double before = 0;
        for (Explanation step : reasons.details()) {
            double from = before;
            double to = before + step.bits();
            grid.row(step.description(), parts(step))
                    .figure(Words.bits(step.bits()))
                    .picture(() -> bars.span(page, from, to, step.value() < 0 ? "against" : "for", cut))
                    .endRow();
            before = to;
        }
        grid.row("Score").figure(Words.bits(reasons.bits()));
        grid.picture(() -> bars.span(page, 0, reasons.bits(), "total", cut)).endRow();
        grid.end();
    }

    /** What a step is made of, when it is more than one thing. */
    private static String parts(Explanation step) {
        return step.details().isEmpty()
                ? ""
                : String.join(
                        "; ",
                        step.details().stream()
                                .map(part -> part.description() + " " + Words.bits(part.bits()))
                                .toList());
    }

    private Bars scale(Explanation reasons) {
        double low = Math.min(0, cut);
        double high = Math.max(1, cut);
        double at = 0;
        for (Explanation step : reasons.details()) {
            at += step.bits();
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        return new Bars(Math.min(low, reasons.bits()) - 0.5, Math.max(high, reasons.bits()) + 0.5);
    }
}
