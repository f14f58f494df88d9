package clew.app.cli;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.LinkSettings.Mode;
import clew.core.linkage.RecordTable;
import clew.core.linkage.report.MeasuredPairs;
import clew.core.measure.Partition;
import clew.core.measure.Score;
import clew.core.measure.Scoring;
import java.util.Arrays;
import java.util.stream.LongStream;

/** How a link run did against truth, at its own threshold and at the best. */
final class LinkScore {
    /** Thresholds in bits at which persons are made anew, beside the run's own: probabilities of 0.11 to 0.9998. */
    private static final long[] BITS = {-3, -1, 0, 1, 2, 3, 5, 8, 12};

    private LinkScore() {}

    static Score of(LinkSettings settings, RecordTable table, LinkResult result, Partition truth) {
        Scoring scoring = scoring(settings, table, truth);
        int[] persons = new int[table.rows()];
        Arrays.setAll(persons, result::personOf);
        long threshold = clew.core.linkage.ScoredPairs.weightOf(result.model().threshold());
        Partition found = Partition.of(persons);
        return scoring.score(
                MeasuredPairs.of(result),
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
}
