package clew.core.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * A model made ready to link tables, from one arriving record to all that is held. Nothing is learnt and nothing is capped: which pairs are looked at and what they
 * score depends on the model and on the values of the two records, never on the table they are in. So the persons of a table are those of its components, each by
 * itself. Immutable and thread-safe.
 */
public final class AppliedModel {
    /** Rows up to which threads cost more than they bring. */
    private static final int FEW = 2_000;

    /** A model that compares every pair is one for few records. */
    private static final int MOST_OF_EVERY_PAIR = 20_000;

    /** Pairs that may be compared: some minutes of two processors. */
    private static final long MOST_PAIRS = 4_000_000_000L;

    /** So many times too many pairs by a sample are too many; with fewer it is seen while they are compared. */
    private static final int SAMPLE_ERROR = 2;

    private final LinkModel model;
    private final ModelFields fields;
    private final List<StopKeys> stops;
    private final boolean everyPair;

    private AppliedModel(LinkModel model) {
        this.model = model;
        fields = new ModelFields(model);
        stops = model.rules().stream()
                .map(rule -> rule.stops().isEmpty() ? StopKeys.NONE : new StopKeys(rule.stops()))
                .toList();
        everyPair = model.rules().stream().anyMatch(rule -> rule.parts().isEmpty());
    }

    /**
     * Makes a model ready.
     *
     * @throws IllegalArgumentException for a model of another version, or learnt with other lists
     */
    public static AppliedModel of(LinkModel model) {
        if (model.version() != LinkModel.VERSION) {
            throw new IllegalArgumentException(
                    "expected model version " + LinkModel.VERSION + ", found " + model.version());
        }
        if (!model.reference().equals(References.shipped())) {
            throw new IllegalArgumentException(
                    "expected a model learnt with " + References.shipped() + ", found " + model.reference());
        }
        return new AppliedModel(model);
    }

    public LinkModel model() {
        return model;
    }

    /** What a table must have, in this order. */
    public List<RecordTable.Column> columns() {
        return model.columns();
    }

    /**
     * For each row the blocking keys under the model's rules, ascending, each once, stop-keys left out: 64 bits, of which the rule is part. Two records are a
     * candidate pair when they share one.
     *
     * @throws IllegalArgumentException for a table with other columns
     */
    public long[][] keys(RecordTable table) {
        check(table);
        try (Workers workers = new Workers(1)) {
            Records records = new Records(table, workers);
            List<BlockingRule> rules = BlockingRules.of(records, model.rules());
            long[][] keys = new long[records.rows()][];
            for (int row = 0; row < keys.length; row++) {
                keys[records.tableRow(row)] = keys(rules, row);
            }
            return keys;
        }
    }

    private long[] keys(List<BlockingRule> rules, int row) {
        long[] keys = new long[rules.size()];
        for (int rule = 0; rule < keys.length; rule++) {
            long key = rules.get(rule).key(row);
            keys[rule] = stops.get(rule).contains(key) ? 0 : key;
        }
        return LongStream.of(keys).filter(key -> key != 0).sorted().distinct().toArray();
    }

    /**
     * Links a table: candidates are the pairs that share a key; persons, pairs, attention and reasons are as in {@link Linkage#link}.
     *
     * @param table with the columns of the model
     * @param settings what to link and what to keep; a threshold stands before that of the model
     * @param progress told of each phase as it ends
     * @throws IllegalArgumentException for a table with other columns, settings with answers to learn from, or a model that compares every pair and a large table
     * @throws TooManyPairs for a table of which the model compares, or keeps, too many pairs
     */
    public LinkResult apply(RecordTable table, LinkSettings settings, Consumer<Phase> progress) {
        check(table);
        if (!settings.answers().isEmpty()) {
            throw new IllegalArgumentException("expected no answers to learn from under a fixed model, found "
                    + settings.answers().size());
        }
        Joining joining = new Joining(table, settings, progress);
        try (Workers workers = new Workers(table.rows() <= FEW ? 1 : settings.threads())) {
            Records records = new Records(table, workers);
            Plan plan = new Plan(records, fields);
            joining.phase("normalise", records.rows(), "records");
            Blocks blocks = new Blocks(records, BlockingRules.of(records, model.rules()), stops, workers);
            Weights weights = fields.weights(plan);
            long cut = joining.cut();
            LongPredicate worthKeeping = pattern -> weights.scoreAtMost(pattern) >= cut;
            PairMemory memory = checkPairs(records, plan, blocks, joining.acrossSourcesOnly(), worthKeeping);
            joining.phase("block", blocks.width(), "rules");
            Candidates candidates =
                    Candidates.find(records, plan, blocks, joining.acrossSourcesOnly(), worthKeeping, memory, workers);
            joining.phase("compare", candidates.size(), "pairs");
            return joining.result(records, plan, blocks, candidates, weights, model, workers);
        }
    }

    /** A model has no caps, so it is told what it would cost before anything is compared: at most all its pairs are kept, and how many are is looked up where all would not fit. */
    private static PairMemory checkPairs(
            Records records, Plan plan, Blocks blocks, boolean acrossSourcesOnly, LongPredicate worthKeeping) {
        long all = blocks.pairs();
        PairMemory memory = PairMemory.atHand(all, PairMemory.CANDIDATE + PairMemory.SCORED);
        if (all > MOST_PAIRS || !memory.holds(all)) {
            PairSample sample = new PairSample(records, plan, blocks, acrossSourcesOnly, worthKeeping);
            if (all > MOST_PAIRS) {
                throw TooManyPairs.toCompare(MOST_PAIRS, blocks, sample, memory);
            }
            if (!memory.holds(sample.kept() / SAMPLE_ERROR)) {
                throw TooManyPairs.toKeep(blocks, sample, memory);
            }
        }
        return memory;
    }

    private void check(RecordTable table) {
        if (!table.columns().equals(model.columns())) {
            throw new IllegalArgumentException(
                    "expected the columns " + model.columns() + ", found " + table.columns());
        }
        if (everyPair && table.rows() > MOST_OF_EVERY_PAIR) {
            throw new IllegalArgumentException("expected at most " + MOST_OF_EVERY_PAIR
                    + " records under a model that compares every pair, found " + table.rows());
        }
    }

    @Override
    public String toString() {
        return "model of " + model.records() + " records, "
                + Arrays.toString(model.columns().toArray());
    }
}
