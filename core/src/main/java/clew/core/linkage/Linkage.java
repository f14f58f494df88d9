package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds which records are of one person, without labels: Fellegi-Sunter weights learnt from the data, then clusters.
 *
 * <p>Pure: the same table and settings give the same result, whatever the order of rows and the number of threads.
 */
public final class Linkage {
    private static final int MODEL_VERSION = 1;

    /** Weights are calibrated by training over all possible pairs, so that even odds are the natural cut; measured within 0.001 of the best F1. */
    private static final double DEFAULT_THRESHOLD = 0.5;

    /** No single pair counts more than this in the mean of a group, for or against: 20 bits. */
    static final long MOST_WEIGHT = 20 * Explanation.UNITS_PER_BIT;

    private final LinkSettings settings;
    private final Consumer<Phase> progress;
    private final List<Phase> phases = new ArrayList<>();
    private long phaseBegan = System.nanoTime();

    private Linkage(LinkSettings settings, Consumer<Phase> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Links all records of a table.
     *
     * @param table the records
     * @param settings what to link and where to cut
     * @param progress told of each phase as it ends
     */
    public static LinkResult link(RecordTable table, LinkSettings settings, Consumer<Phase> progress) {
        return new Linkage(settings, progress).run(table);
    }

    private LinkResult run(RecordTable table) {
        boolean acrossSourcesOnly = settings.mode() == LinkSettings.Mode.LINK_ONLY;
        try (Workers workers = new Workers(settings.threads())) {
            Records records = new Records(table, workers);
            Plan plan = new Plan(records);
            phase("normalise", records.rows(), "records");
            Blocks blocks = new Blocks(records, BlockingRules.of(records), workers);
            phase("block", blocks.width(), "rules");
            Candidates candidates = Candidates.find(records, plan, blocks, acrossSourcesOnly, workers);
            phase("compare", candidates.size(), "pairs");
            Chance chance = new Chance(records, plan, acrossSourcesOnly, workers);
            Histogram.Entries entries = candidates.entries();
            phase("chance", entries.size(), "patterns");
            long possible = possiblePairs(table, acrossSourcesOnly);
            Trainer trainer =
                    Trainer.trained(plan, entries.givenBy(blocks.rulesForTraining()), chance, records.rows(), possible);
            Weights learnt = trainer.result();
            long moved = Calibration.units(settings.answers(), records, plan, learnt);
            Weights weights = learnt.movedBy(moved);
            phase("train", trainer.rounds(), "rounds");
            double threshold = settings.threshold().orElse(DEFAULT_THRESHOLD);
            long cut = settings.pairsAbove() == 0 ? Long.MIN_VALUE : ScoredPairs.weightOf(settings.pairsAbove());
            Edges edges = Edges.score(candidates, weights, cut, workers);
            phase("score", edges.size(), "pairs kept");
            Answers answers =
                    new Answers(table, records, settings, plan, blocks, weights, new Guards(plan, weights), edges);
            Clusters clusters = answers.clusters(ScoredPairs.weightOf(threshold));
            int[] first = clusters.find(records.rows(), workers);
            phase("cluster", records.rows(), "records");
            Map<Long, Double> matchesByRules = trainer.matchesByRules(entries);
            LinkModel model = new LinkModel(
                    MODEL_VERSION,
                    records.rows(),
                    possible,
                    trainer.prior() + moved,
                    trainer.lambda(),
                    trainer.comparisons(),
                    rules(blocks, candidates, matchesByRules),
                    BlockingRecall.atMost(blocks.rules(), matchesByRules),
                    threshold,
                    trainer.rounds(),
                    warnings(trainer, moved));
            return result(
                    records,
                    edges,
                    first,
                    model,
                    candidates.size(),
                    attention(records, clusters.stopped(), answers.contradictions()),
                    answers);
        }
    }

    private LinkResult result(
            Records records,
            Edges edges,
            int[] first,
            LinkModel model,
            long candidates,
            List<Attention> attention,
            Answers answers) {
        int[] person = new int[first.length];
        int[] numberOf = new int[first.length];
        int persons = 0;
        for (int row = 0; row < first.length; row++) {
            if (first[row] == row) {
                numberOf[row] = persons++;
            }
            person[records.tableRow(row)] = numberOf[first[row]];
        }
        int[] left = new int[edges.size()];
        int[] right = new int[edges.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = records.tableRow(edges.left()[i]);
            right[i] = records.tableRow(edges.right()[i]);
        }
        ScoredPairs pairs = new ScoredPairs(left, right, edges.weight());
        return new LinkResult(person, persons, pairs, model, candidates, attention, phases, answers);
    }

    private List<String> warnings(Trainer trainer, long moved) {
        if (settings.answers().isEmpty()) {
            return trainer.warnings();
        }
        List<String> warnings = new ArrayList<>(trainer.warnings());
        warnings.add(String.format(
                Locale.ROOT,
                "all scores were moved by %+.2f bits to agree with %d answers of people",
                (double) moved / Explanation.UNITS_PER_BIT,
                settings.answers().size()));
        return warnings;
    }

    private static List<Attention> attention(
            Records records, List<Clusters.Stopped> stopped, List<Attention> contradictions) {
        Stream<Attention> doubts = stopped.stream()
                .map(stop -> new Attention(
                        "Not joined: " + stop.doubt().reason() + ".",
                        Arrays.stream(stop.rows())
                                .map(records::tableRow)
                                .sorted()
                                .boxed()
                                .toList()));
        return Stream.concat(contradictions.stream(), doubts).toList();
    }

    private static List<LinkModel.Rule> rules(Blocks blocks, Candidates candidates, Map<Long, Double> matchesByRules) {
        List<LinkModel.Rule> rules = new ArrayList<>();
        for (int rule = 0; rule < blocks.width(); rule++) {
            rules.add(new LinkModel.Rule(
                    blocks.rule(rule).name(),
                    blocks.pairs(rule),
                    candidates.newPairs(rule),
                    BlockingRecall.matchesOf(rule, matchesByRules),
                    blocks.stopKeys(rule)));
        }
        return rules;
    }

    private static long possiblePairs(RecordTable table, boolean acrossSourcesOnly) {
        long[] bySource = new long[table.sources().size()];
        for (int row = 0; row < table.rows(); row++) {
            bySource[table.sourceOf(row)]++;
        }
        long pairs = (long) table.rows() * (table.rows() - 1) / 2;
        if (acrossSourcesOnly) {
            for (long size : bySource) {
                pairs -= size * (size - 1) / 2;
            }
        }
        return pairs;
    }

    private void phase(String name, long count, String unit) {
        long now = System.nanoTime();
        Phase phase = new Phase(name, (now - phaseBegan) / 1e9, count, unit);
        phaseBegan = now;
        phases.add(phase);
        progress.accept(phase);
    }
}
