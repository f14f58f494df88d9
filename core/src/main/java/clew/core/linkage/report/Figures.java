package clew.core.linkage.report;

import clew.core.linkage.report.LinkReport.Figure;
import clew.core.measure.Interval;
import clew.core.measure.Score;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures against truth with what each says, in plain words. */
final class Figures {

    private Figures() {}

    static List<Figure> of(Score score) {
        List<Figure> figures = new ArrayList<>(List.of(
                new Figure(
                        "Persons: precision",
                        score.clusters().precision(),
                        "Of all pairs of records that were made one person, the share that truly is."),
                new Figure(
                        "Persons: recall",
                        score.clusters().recall(),
                        "Of all pairs of records that truly are one person, the share that was made so."),
                new Figure(
                        "Persons: F1",
                        score.clusters().f1(),
                        "Harmonic mean of the two." + interval(score.intervals().clusters()))));
        Score.At best = score.clustersBest();
        if (best != null) {
            figures.add(new Figure(
                    "Persons: best F1",
                    best.counts().f1(),
                    "With the threshold that would have been best, "
                            + Words.probability(best.threshold().probability())
                            + ": what a better default could win."));
        }
        figures.add(new Figure(
                "B-cubed F1",
                score.bCubed().f1(),
                "The mean over records, so that large persons do not rule."
                        + interval(score.intervals().bCubed())));
        figures.add(new Figure(
                "Pairs: precision",
                score.pairs().precision(),
                "Of the pairs that reach the threshold, the share that is right."));
        figures.add(new Figure(
                "Pairs: recall", score.pairs().recall(), "Of the true pairs, the share that reaches the threshold."));
        figures.add(new Figure(
                "Pairs: F1",
                score.pairs().f1(),
                "Harmonic mean of the two." + interval(score.intervals().pairs())));
        figures.add(new Figure(
                "Pairs: best F1",
                score.pairsBest().counts().f1(),
                "With the threshold that would have been best, "
                        + Words.probability(score.pairsBest().threshold().probability()) + "."));
        if (score.blocking() != null) {
            figures.add(new Figure(
                    "Blocking: recall",
                    score.blocking().recall(),
                    "Of the true pairs, the share that was compared at all: the ceiling of pair recall."));
        }
        return figures;
    }

    private static String interval(@Nullable Interval interval) {
        return interval == null
                ? ""
                : " 95% interval " + Words.figure(interval.low()) + " to " + Words.figure(interval.high()) + ".";
    }
}
