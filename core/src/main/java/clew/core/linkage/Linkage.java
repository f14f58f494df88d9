package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which records are of one person, without labels: Fellegi-Sunter weights learnt from the data, then clusters. What was learnt is a {@link LinkModel}, which
 * {@link AppliedModel} applies to other tables.
 *
 * <p>Pure: the same table and settings give the same result, whatever the order of rows and the number of threads.
 */
public final class Linkage {
    /** Weights are calibrated by training over all possible pairs, so that even odds are the natural cut; measured within 0.001 of the best F1. */
    private static final double DEFAULT_THRESHOLD = 0.5;

    /** No single pair counts more than this in the mean of a group, for or against: 20 bits. */
    static final long MOST_WEIGHT = 20 * Explanation.UNITS_PER_BIT;

    private final RecordTable table;
    private final LinkSettings settings;
    private final Joining joining;

    private Linkage(RecordTable table, LinkSettings settings, Consumer<Phase> progress) {
        this.table = table;
        this.settings = settings;
        joining = new Joining(table, settings, progress);
    }

    /**
     * Learns from all records of a table, and links them.
     *
     * @param table the records
     * @param settings what to link and where to cut
     * @param progress told of each phase as it ends
     */
    public static LinkResult link(RecordTable table, LinkSettings settings, Consumer<Phase> progress) {
        return new Linkage(table, settings, progress).run();
    }

    private LinkResult run() {
        try (Workers workers = new Workers(settings.threads())) {
            Records records = new Records(table, workers);
            Frequencies frequencies = settings.frequencies();
            Plan plan = new Plan(records, frequencies);
            joining.phase("normalise", records.rows(), "records");
            boolean acrossSourcesOnly = joining.acrossSourcesOnly();
            long possible = possiblePairs(table, acrossSourcesOnly);
            Chance chance = new Chance(records, plan, acrossSourcesOnly, workers);
            joining.phase("chance", plan.slots().size(), "comparisons");
            List<BlockingRule> rules = BlockingRules.of(records, settings.everyPairOfFew(), workers);
            RuleChoice choice = RuleChoice.of(records, plan, rules, chance, acrossSourcesOnly, possible, workers);
            OptionalDouble recall = choice.recall();
            joining.phase("choose", rules.size(), "rules");
            Blocks blocks = choice.blocks(workers);
            joining.phase("block", blocks.width(), "rules");
            Candidates candidates = Candidates.find(records, plan, blocks, acrossSourcesOnly, workers);
            Histogram.Entries entries = candidates.entries();
            joining.phase("compare", candidates.size(), "pairs");
            Trainer trainer = Trainer.trained(
                    plan, entries.givenBy(blocks.rulesForTraining()), chance, records.rows(), possible, workers);
            Learnt learnt = trainer.learnt();
            long[] @Nullable [] byValue = frequencies.adjustments(plan, workers);
            Weights weights = learnt.weights(plan, byValue);
            Calibration calibration = Calibration.of(settings.answers(), records.canonicalRows());
            long moved = calibration.units(plan, weights);
            Map<Long, Double> matchesByRules = trainer.matchesByRules(entries);
            double threshold = settings.threshold().orElse(DEFAULT_THRESHOLD);
            Supplier<LinkModel> model = workers.begin(() -> new LinkModel(
                    LinkModel.VERSION,
                    records.rows(),
                    possible,
                    table.columns(),
                    References.shipped(),
                    Explanation.units(learnt.prior()) + moved,
                    trainer.lambda(),
                    learnt.priorOfHomesInUnits(),
                    learnt.comparisons(plan, frequencies, byValue, records.rows()),
                    rules(blocks, candidates, matchesByRules),
                    recall.orElse(BlockingRecall.atMost(blocks.rules(), matchesByRules)),
                    threshold,
                    trainer.rounds(),
                    warnings(trainer, calibration, moved),
                    List.of()));
            joining.phase("train", trainer.rounds(), "rounds");
            return joining.learnt(records, plan, blocks, candidates, weights.movedBy(moved), threshold, model, workers);
        }
    }

    private List<String> warnings(Trainer trainer, Calibration calibration, long moved) {
        if (settings.answers().isEmpty()) {
            return trainer.warnings();
        }
        List<String> warnings = new ArrayList<>(trainer.warnings());
        warnings.add(calibration.inWords(moved));
        return warnings;
    }

    private static List<LinkModel.Rule> rules(Blocks blocks, Candidates candidates, Map<Long, Double> matchesByRules) {
        List<LinkModel.Rule> rules = new ArrayList<>();
        for (int rule = 0; rule < blocks.width(); rule++) {
            BlockingRule of = blocks.rule(rule);
            rules.add(new LinkModel.Rule(
                    of.name(),
                    of.atoms().stream().map(Linkage::part).toList(),
                    of.anyOrder(),
                    blocks.pairs(rule),
                    candidates.newPairs(rule),
                    BlockingRecall.matchesOf(rule, matchesByRules),
                    blocks.stopKeys(rule),
                    blocks.stops(rule)));
        }
        return rules;
    }

    private static LinkModel.Part part(Atom atom) {
        return new LinkModel.Part(
                atom.name(),
                atom.form(),
                Stream.iterate(atom, one -> one != null, Atom::otherwise)
                        .map(one -> one.field().name())
                        .toList());
    }

    private static long possiblePairs(RecordTable table, boolean acrossSourcesOnly) {
        long pairs = RuleBlocks.pairs(table.rows());
        if (!acrossSourcesOnly) {
            return pairs;
        }
        return pairs
                - Arrays.stream(table.recordsBySource()).map(RuleBlocks::pairs).sum();
    }
}
