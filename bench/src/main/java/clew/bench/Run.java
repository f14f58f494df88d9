package clew.bench;

import clew.bench.Line.Column;
import clew.core.explain.Explanation;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.LinkSettings.Mode;
import clew.core.linkage.Linkage;
import clew.core.linkage.Phase;
import clew.core.linkage.RecordTable;
import clew.core.measure.Bootstrap;
import clew.core.measure.Counts;
import clew.core.measure.Interval;
import clew.core.measure.Partition;
import clew.core.measure.PersonCounts;
import clew.core.measure.Score;
import clew.core.measure.Scoring;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One data set linked and scored in this virtual machine. */
final class Run {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(42, 200, 0.95);

    private final DataSet data;
    private final Line line = new Line();

    private Run(DataSet data) {
        this.data = data;
    }

    /** Links and scores a data set, with the engine's own threshold and all cores. */
    static Line of(DataSet data, Clock clock) throws IOException {
        Run run = new Run(data);
        run.line
                .put(Column.COMMIT, Machine.commit())
                .put(Column.DATE, LocalDate.now(clock))
                .put(Column.CORES, Machine.cores())
                .put(Column.DATA_SET, data.name())
                .seconds(Column.LOAD, Machine.load());
        run.link();
        return run.line;
    }

    private void link() throws IOException {
        double readFrom = Machine.secondsSinceStart();
        RecordTable records = data.records();
        double linkFrom = Machine.secondsSinceStart();
        LinkSettings settings = LinkSettings.defaults().withMode(data.mode());
        LinkResult result = Linkage.link(records, settings, phase -> {});
        line.seconds(Column.TOTAL_SECONDS, Machine.secondsSinceStart())
                .seconds(Column.CPU_SECONDS, Machine.processorSeconds())
                .put(Column.PEAK_MB, Machine.peakMegabytes())
                .put(Column.RECORDS, records.rows())
                .put(Column.CANDIDATE_PAIRS, result.candidatePairs())
                .put(Column.PHASES, phases(linkFrom - readFrom, result));
        Partition truth = data.truth(records);
        score(records, result, truth);
        line.share(
                Column.BLOCKING_RECALL,
                scoring(records, truth)
                        .blocking(result.candidatePairs(), result::wasCompared)
                        .recall());
    }

    private static String phases(double readSeconds, LinkResult result) {
        return String.format(Locale.ROOT, "read=%.2f ", readSeconds)
                + result.phases().stream().map(Run::phase).collect(Collectors.joining(" "));
    }

    private static String phase(Phase phase) {
        return String.format(Locale.ROOT, "%s=%.2f", phase.name().replace(' ', '_'), phase.seconds());
    }

    private void score(RecordTable records, LinkResult result, Partition truth) {
        Partition persons = persons(result);
        Score score = scoring(records, truth)
                .score(
                        pairs(result),
                        clew.core.linkage.ScoredPairs.weightOf(result.model().threshold()),
                        persons,
                        null);
        line.put(Column.TRUE_PAIRS, score.truePairs())
                .share(Column.THRESHOLD, result.model().threshold())
                .share(Column.BEST_THRESHOLD, score.pairsBest().threshold().probability())
                .share(Column.BEST_PAIR_F1, score.pairsBest().counts().f1())
                .share(Column.B_CUBED_PRECISION, score.bCubed().precision())
                .share(Column.B_CUBED_RECALL, score.bCubed().recall())
                .share(Column.B_CUBED_F1, score.bCubed().f1());
        counts(Column.PAIR_PRECISION, Column.PAIR_RECALL, Column.PAIR_F1, score.pairs());
        counts(Column.CLUSTER_PRECISION, Column.CLUSTER_RECALL, Column.CLUSTER_F1, score.clusters());
        if (data.mode() == Mode.DEDUPE) {
            PersonCounts counts = PersonCounts.ofClusters(truth, persons);
            Interval interval = BOOTSTRAP.interval(counts.persons(), counts::f1);
            line.share(Column.CLUSTER_F1_LOW, interval.low()).share(Column.CLUSTER_F1_HIGH, interval.high());
        }
    }

    private void counts(Column precision, Column recall, Column f1, Counts counts) {
        line.share(precision, counts.precision()).share(recall, counts.recall()).share(f1, counts.f1());
    }

    private Scoring scoring(RecordTable records, Partition truth) {
        if (data.mode() == Mode.DEDUPE) {
            return Scoring.dedupe(truth, Explanation.UNITS_PER_BIT);
        }
        int[] sources = new int[records.rows()];
        Arrays.setAll(sources, records::sourceOf);
        return Scoring.linkOnly(truth, Partition.of(sources), Explanation.UNITS_PER_BIT);
    }

    private static Partition persons(LinkResult result) {
        int[] persons = new int[result.rows()];
        Arrays.setAll(persons, result::personOf);
        return Partition.of(persons);
    }

    /** The kept pairs as the measures see them. */
    private static clew.core.measure.ScoredPairs pairs(LinkResult result) {
        clew.core.linkage.ScoredPairs pairs = result.pairs();
        return new clew.core.measure.ScoredPairs() {
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
