package clew.app.cli;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.LinkSettings.Mode;
import clew.core.linkage.RecordTable;
import clew.core.linkage.report.LinkReport;
import clew.core.measure.Partition;
import clew.core.measure.Score;
import clew.core.measure.ScoredPairs;
import clew.core.measure.Scoring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** How a link run did against truth, at its own threshold and at the best. */
final class LinkScore {
    /** Thresholds in bits at which persons are made anew, beside the run's own: probabilities of 0.015 to 0.99997. */
    private static final long[] BITS = {-6, -3, -1, 0, 1, 2, 3, 4, 6, 8, 11, 15};

    private LinkScore() {}

    static Score of(LinkSettings settings, RecordTable table, LinkResult result, Partition truth) {
        Scoring scoring = scoring(settings, table, truth);
        int[] persons = new int[table.rows()];
        Arrays.setAll(persons, result::personOf);
        long threshold = clew.core.linkage.ScoredPairs.weightOf(result.model().threshold());
        Partition found = Partition.of(persons);
        return scoring.score(
                pairs(result),
                threshold,
                found,
                scoring.blocking(result.candidatePairs(), result::wasCompared),
                thresholds(threshold),
                weight -> weight == threshold ? found : Partition.of(result.personsAt(weight)));
    }

    private static long[] thresholds(long own) {
        return LongStream.concat(LongStream.of(own), Arrays.stream(BITS).map(bits -> bits * Explanation.UNITS_PER_BIT))
                .distinct()
                .toArray();
    }

    private static Scoring scoring(LinkSettings settings, RecordTable table, Partition truth) {
        if (settings.mode() == Mode.DEDUPE) {
            return Scoring.dedupe(truth, Explanation.UNITS_PER_BIT);
        }
        int[] sources = new int[table.rows()];
        Arrays.setAll(sources, table::sourceOf);
        return Scoring.linkOnly(truth, Partition.of(sources), Explanation.UNITS_PER_BIT);
    }

    static List<LinkReport.Figure> figures(@Nullable Score score) {
        if (score == null) {
            return List.of();
        }
        List<LinkReport.Figure> figures = new ArrayList<>(List.of(
                new LinkReport.Figure(
                        "Pairs: precision",
                        score.pairs().precision(),
                        "of the pairs at or above the threshold, the share that is right"),
                new LinkReport.Figure(
                        "Pairs: recall",
                        score.pairs().recall(),
                        "of the true pairs, the share at or above the threshold"),
                new LinkReport.Figure("Pairs: F1", score.pairs().f1(), "harmonic mean of the two"),
                new LinkReport.Figure(
                        "Pairs: best F1",
                        score.pairsBest().counts().f1(),
                        "at the threshold that would have been best"),
                new LinkReport.Figure(
                        "Persons: precision",
                        score.clusters().precision(),
                        "of the pairs within persons, the share that is right"),
                new LinkReport.Figure(
                        "Persons: recall", score.clusters().recall(), "of the true pairs, the share within one person"),
                new LinkReport.Figure("Persons: F1", score.clusters().f1(), "harmonic mean of the two"),
                new LinkReport.Figure(
                        "B-cubed F1", score.bCubed().f1(), "the mean over records, which large persons do not rule")));
        if (score.clustersBest() != null) {
            figures.add(new LinkReport.Figure(
                    "Persons: best F1",
                    score.clustersBest().counts().f1(),
                    "at the best of the thresholds at which persons were made anew"));
        }
        if (score.blocking() != null) {
            figures.add(new LinkReport.Figure(
                    "Blocking: recall",
                    score.blocking().recall(),
                    "of the true pairs, the share that was compared at all"));
        }
        return figures;
    }

    private static ScoredPairs pairs(LinkResult result) {
        clew.core.linkage.ScoredPairs pairs = result.pairs();
        return new ScoredPairs() {
            @Override
            public int size() {
                return pairs.size();
            }

            @Override
            public int left(int pair) {
                return pairs.left(pair);
            }

            @Override
            public int right(int pair) {
                return pairs.right(pair);
            }

            @Override
            public long weight(int pair) {
                return pairs.weight(pair);
            }
        };
    }
}
