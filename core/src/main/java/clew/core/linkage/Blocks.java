package clew.core.linkage;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The blocks that all records form under all rules. Blocks too large for a rule's share of the budget are left out of that rule and
 * reported as stop-keys: no block can explode.
 */
final class Blocks {
    /** Candidate pairs that small tables may cost in all. */
    private static final long SMALL_BUDGET = 10_000_000;

    private static final int PAIRS_A_RECORD_SMALL = 200;
    private static final int PAIRS_A_RECORD = 15;
    /** Rules built side by side, with one allowance each, where what they may cost depends on those before; the same on every machine. */
    private static final int WAVE = 4;

    private static final int STOP_KEYS_KEPT = 5;
    private static final int LEAST_TOLD = 20;

    private final List<BlockingRule> rules;
    private final Keys keys;
    private final List<RuleBlocks> blocks = new ArrayList<>();
    /** By rule: one bit a record for those whose key was stopped; null for none. */
    private final long[] @Nullable [] stopped;

    private final @Nullable List<StopKeys> fixed;

    /** By rule: pairs that it was allowed to give. */
    private final long[] allowances;

    private final BlockLimits limits;
    private final Records records;
    private final @Nullable RecordSample sample;
    private final ThreadLocal<LongSort.ByUpperHalf> sorts;

    /** The blocks of a table to learn from: blocks are stopped by what they cost. */
    Blocks(Records records, List<BlockingRule> rules, Workers workers) {
        this(records, rules, null, workers);
    }

    /**
     * The blocks of a table.
     *
     * @param fixed the keys to stop under each rule, and no others; null to stop those that cost too much
     */
    Blocks(Records records, List<BlockingRule> rules, @Nullable List<StopKeys> fixed, Workers workers) {
        this(records, rules, fixed, BlockLimits.NONE, null, sorts(), workers);
    }

    /** The blocks that some records form, within the same share of the budget as of the pairs; there are none of other records. */
    static Blocks among(RecordSample sample, Records records, List<BlockingRule> rules, Workers workers) {
        return new Blocks(records, rules, null, BlockLimits.NONE, sample, sorts(), workers);
    }

    private static ThreadLocal<LongSort.ByUpperHalf> sorts() {
        return ThreadLocal.withInitial(LongSort.ByUpperHalf::new);
    }

    /**
     * The blocks of all records under some of these rules, one bit each: none larger than what the largest here stands for, and in all within the pairs that those here stand
     * for, or where nothing was stopped within twice what was allowed, since the sizes in a sample are its own.
     */
    Blocks ofAllRecords(long some, Workers workers) {
        RecordSample of = requireNonNull(sample);
        int[] chosen = IntStream.range(0, width())
                .filter(rule -> (some >>> rule & 1) == 1)
                .toArray();
        BlockLimits larger = new BlockLimits(
                IntStream.of(chosen)
                        .mapToLong(rule -> of.times(
                                blocks.get(rule).largest() == Integer.MAX_VALUE ? 2 * allowances[rule] : pairs(rule)))
                        .toArray(),
                IntStream.of(chosen)
                        .map(rule -> of.times(blocks.get(rule).largest()))
                        .toArray());
        List<BlockingRule> rulesChosen =
                IntStream.of(chosen).mapToObj(rules::get).toList();
        return new Blocks(records, rulesChosen, null, larger, null, sorts, workers);
    }

    private Blocks(
            Records records,
            List<BlockingRule> rules,
            @Nullable List<StopKeys> fixed,
            BlockLimits limits,
            @Nullable RecordSample sample,
            ThreadLocal<LongSort.ByUpperHalf> sorts,
            Workers workers) {
        this.records = records;
        this.rules = rules;
        this.fixed = fixed;
        this.limits = limits;
        this.sample = sample;
        this.sorts = sorts;
        allowances = new long[rules.size()];
        keys = new Keys(rules, records.rows(), sample == null ? null : sample.rows(), workers);
        stopped = new long[rules.size()][];
        long budget = budget(records.rows()) / (sample == null ? 1 : sample.pairsEach());
        int together = fixed == null && limits == BlockLimits.NONE ? WAVE : rules.size();
        for (int first = 0; first < rules.size(); first += together) {
            int end = Math.min(rules.size(), first + together);
            long allowance = Math.min(budget / (end - first), budget * 2 / (rules.size() - first));
            List<Callable<RuleBlocks>> tasks = new ArrayList<>();
            for (int rule = first; rule < end; rule++) {
                int built = rule;
                allowances[rule] = fixed != null || rules.get(rule).isEveryPair()
                        ? Long.MAX_VALUE
                        : limits.allowance(rule, allowance);
                tasks.add(() -> build(built, sorts.get()));
            }
            blocks.addAll(workers.run(tasks));
            for (int rule = first; rule < end; rule++) {
                budget -= pairs(rule);
            }
        }
        for (int rule = 0; rule < rules.size() && fixed == null; rule++) {
            stopped[rule] = blocks.get(rule).stopped();
        }
        keys.putSideBySide(stopped, workers);
    }

    static long budget(long records) {
        return Math.max(PAIRS_A_RECORD * records, Math.min(PAIRS_A_RECORD_SMALL * records, SMALL_BUDGET));
    }

    int width() {
        return rules.size();
    }

    List<BlockingRule> rules() {
        return rules;
    }

    /**
     * The rules to learn from, one bit each: all but the one that gives every pair. Among all pairs, records with hardly a value in common are so many that training
     * would explain the likeness of people of one town and not of one person.
     */
    long rulesForTraining() {
        long some = 0;
        for (int rule = 0; rule < width(); rule++) {
            some |= rules.get(rule).isEveryPair() && width() > 1 ? 0 : 1L << rule;
        }
        return some;
    }

    BlockingRule rule(int rule) {
        return rules.get(rule);
    }

    /** Records of all blocks of a rule, block after block, ascending within each. */
    int[] rows(int rule) {
        return blocks.get(rule).rows();
    }

    /** Where each block ends among {@link #rows}. */
    int[] ends(int rule) {
        return blocks.get(rule).ends();
    }

    long pairs(int rule) {
        return blocks.get(rule).pairs();
    }

    /** Pairs of all rules, those that several give counted for each. */
    long pairs() {
        return blocks.stream().mapToLong(RuleBlocks::pairs).sum();
    }

    /** The rule that gives most pairs. */
    int worst() {
        int worst = 0;
        for (int rule = 1; rule < width(); rule++) {
            worst = pairs(rule) > pairs(worst) ? rule : worst;
        }
        return worst;
    }

    /** The largest block of a rule, in words; to say what costs so much. What few records share is not told. */
    String describeLargest(int rule) {
        int[] ends = ends(rule);
        int from = 0;
        int size = 0;
        for (int block = 0; block < ends.length; block++) {
            int begin = block == 0 ? 0 : ends[block - 1];
            if (ends[block] - begin > size) {
                from = begin;
                size = ends[block] - begin;
            }
        }
        return size == 0
                ? "no block"
                : String.format(
                        Locale.ROOT,
                        "%,d records have %s",
                        size,
                        size < LEAST_TOLD ? "one value" : rule(rule).describe(rows(rule)[from]));
    }

    List<LinkModel.StopKey> stopKeys(int rule) {
        List<RuleBlocks.Stopped> stopped = blocks.get(rule).stoppedBlocks();
        int least = stopped.stream()
                .map(RuleBlocks.Stopped::size)
                .sorted(java.util.Comparator.reverseOrder())
                .skip(STOP_KEYS_KEPT - 1)
                .findFirst()
                .orElse(0);
        return stopped.stream()
                .filter(stop -> stop.size() >= least)
                .map(stop -> new LinkModel.StopKey(rules.get(rule).describe(stop.record()), stop.size()))
                .sorted(java.util.Comparator.comparingInt(LinkModel.StopKey::records)
                        .reversed()
                        .thenComparing(LinkModel.StopKey::key))
                .limit(STOP_KEYS_KEPT)
                .toList();
    }

    /** Fetches what {@link #mask} will look at, so that it need not wait for memory again and again; what it gives back means nothing. */
    long fetch(int[] rows, int from, int to) {
        long seen = 0;
        for (int i = from; i < to; i++) {
            seen ^= keys.fetch(rows[i]);
        }
        return seen;
    }

    /** The rules that give a pair of two records, one bit each. */
    long mask(int left, int right) {
        return keys.mask(left, right);
    }

    private RuleBlocks build(int rule, LongSort.ByUpperHalf sort) {
        long[] keyed = sort.values(keys.places());
        int size = keys.keysOf(rule, keyed);
        if (fixed != null && !fixed.get(rule).isEmpty()) {
            size = withoutStopped(rule, fixed.get(rule), keyed, size);
        }
        return new RuleBlocks(
                sort.sorted(size),
                size,
                records.rows(),
                allowances[rule],
                limits.largestOf(rule),
                (one, other) -> keys.isSame(rule, one, other));
    }

    private int withoutStopped(int rule, StopKeys stops, long[] keyed, int size) {
        long[] bits = new long[(records.rows() + 63) / 64];
        int left = 0;
        for (int i = 0; i < size; i++) {
            int record = (int) keyed[i];
            if (stops.contains(rules.get(rule).key(record))) {
                bits[record >>> 6] |= 1L << record;
            } else {
                keyed[left++] = keyed[i];
            }
        }
        stopped[rule] = bits;
        return left;
    }

    /** All keys that were stopped under a rule, ascending. */
    List<Long> stops(int rule) {
        RuleBlocks of = blocks.get(rule);
        return Stream.concat(of.stoppedBlocks().stream().map(RuleBlocks.Stopped::record), of.strays().stream())
                .map(rules.get(rule)::key)
                .sorted()
                .distinct()
                .toList();
    }
}
