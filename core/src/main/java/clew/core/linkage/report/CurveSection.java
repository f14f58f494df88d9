package clew.core.linkage.report;

import clew.core.measure.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each threshold would give, as the model expects it and, where truth is known, as it is. */
final class CurveSection {
    private static final double STEP = 0.1;

    private final Page page;
    private final List<CurvePoint> points;
    private final boolean isJudged;

    CurveSection(Page page, LinkReport report) {
        this.page = page;
        points = report.curve();
        isJudged = points.stream().anyMatch(point -> point.truly() != null);
    }

    void write() {
        page.open("section").element("h2", "What another threshold would give", "id", "curve");
        page.element(
                "p",
                "Precision is the share of the pairs taken that is right; recall the share of all true pairs that is taken. A higher "
                        + "threshold takes fewer and surer pairs. Expected figures are the model's own, from the probabilities of the pairs"
                        + " and its estimate of what no rule reached"
                        + (isJudged ? "; true figures come from the right answer." : "."));
        legend();
        List<String> headings = isJudged
                ? List.of(
                        "Threshold",
                        "#Pairs",
                        "#Persons",
                        "#Precision",
                        "#true",
                        "#Recall",
                        "#true",
                        "#Persons F1",
                        Grid.PICTURE)
                : List.of("Threshold", "#Pairs", "#Precision", "#Recall", Grid.PICTURE);
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table of thresholds");
        Grid grid = new Grid(page, "Pairs and figures by threshold, highest first", "curve wide", headings);
        Bars bars = new Bars(lowest(), 1);
        points.forEach(point -> row(grid, bars, point));
        grid.end();
        page.close().close();
    }

    private void row(Grid grid, Bars bars, CurvePoint point) {
        String bits = Words.bits(point.bits()) + " bits";
        grid.look(point.isDefault() ? "chosen" : "")
                .row(
                        Words.probability(clew.core.linkage.ScoredPairs.probabilityOf(point.weight())),
                        point.isDefault() ? bits + ": used here" : bits)
                .figure(Words.count(point.pairs()));
        if (isJudged) {
            Score.PersonsAt persons = point.persons();
            grid.figure(persons == null ? "" : Words.count(persons.persons()))
                    .figure(Words.share(point.precision()))
                    .figure(truly(point.truly(), true))
                    .figure(Words.share(point.recall()))
                    .figure(truly(point.truly(), false))
                    .figure(
                            persons == null
                                    ? ""
                                    : Words.share(persons.at().counts().f1()));
        } else {
            grid.figure(Words.share(point.precision())).figure(Words.share(point.recall()));
        }
        grid.picture(() -> bars.dots(page, point.precision(), point.recall())).endRow();
    }

    private static String truly(clew.core.measure.@Nullable Counts counts, boolean precision) {
        return counts == null ? "" : Words.share(precision ? counts.precision() : counts.recall());
    }

    private double lowest() {
        double lowest = points.stream()
                .mapToDouble(point -> Math.min(point.precision(), point.recall()))
                .min()
                .orElse(0);
        return Math.min(0.9, Math.max(0, Math.floor(lowest / STEP) * STEP));
    }

    private void legend() {
        page.open("p", "class", "legend");
        page.open("span", "class", "key round for").close().text(" expected precision ");
        page.open("span", "class", "key round hollow").close().text(" expected recall");
        page.text("; the picture runs from " + Words.percent(lowest()) + " to 100%");
        page.close();
    }
}
