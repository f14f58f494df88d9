package clew.core.linkage;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** Rules built side by side, with one allowance each; the same on every machine. */
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

    private final BlockShare share;
    private final Records records;
    /** Columns of the parts of keys, for other rules of the same records. */
    private final Map<Keys.Part, int[]> columns;

    private final ThreadLocal<LongSort.ByUpperHalf> sorts;
    private final ThreadLocal<Crowding> crowdings;

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
        this(records, rules, fixed, BlockShare.ALL, new HashMap<>(), sorts(records), workers);
    }

    /** One block in 2^bits of each rule, within the same share of the budget. */
    static Blocks oneIn(int bits, Records records, List<BlockingRule> rules, Workers workers) {
        return new Blocks(records, rules, null, BlockShare.oneIn(bits), new HashMap<>(), sorts(records), workers);
    }

    private static ThreadLocal<LongSort.ByUpperHalf> sorts(Records records) {
        return ThreadLocal.withInitial(() -> new LongSort.ByUpperHalf(records.rows()));
    }

    /** All blocks of some of these rules, one bit each, each with blocks as large as here and within twice what it was allowed, since the sizes of a share are its own. */
    Blocks allOf(long some, Workers workers) {
        int[] chosen = IntStream.range(0, width())
                .filter(rule -> (some >>> rule & 1) == 1)
                .toArray();
        long[] allowed = IntStream.of(chosen)
                .mapToLong(rule -> share.times(2 * allowances[rule]))
                .toArray();
        int[] largest =
                IntStream.of(chosen).map(rule -> blocks.get(rule).largest()).toArray();
        return new Blocks(
                records,
                IntStream.of(chosen).mapToObj(rules::get).toList(),
                null,
                new BlockShare(0, allowed, largest),
                columns,
                sorts,
                workers);
    }

    private Blocks(
            Records records,
            List<BlockingRule> rules,
            @Nullable List<StopKeys> fixed,
            BlockShare share,
            Map<Keys.Part, int[]> columns,
            ThreadLocal<LongSort.ByUpperHalf> sorts,
            Workers workers) {
        this.records = records;
        this.rules = rules;
        this.fixed = fixed;
        this.share = share;
        this.columns = columns;
        this.sorts = sorts;
        crowdings = ThreadLocal.withInitial(() -> new Crowding(records.rows()));
        allowances = new long[rules.size()];
        keys = new Keys(rules, records.rows(), columns, workers);
        stopped = new long[rules.size()][];
        long budget = share.of(budget(records.rows()));
        for (int first = 0; first < rules.size(); first += WAVE) {
            int end = Math.min(rules.size(), first + WAVE);
            long allowance = Math.min(budget / (end - first), budget * 2 / (rules.size() - first));
            List<Callable<RuleBlocks>> tasks = new ArrayList<>();
            for (int rule = first; rule < end; rule++) {
                int built = rule;
                allowances[rule] = fixed != null || rules.get(rule).isEveryPair()
                        ? Long.MAX_VALUE
                        : share.allowance(rule, allowance);
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
        if (share.isAll()) {
            columns.clear();
        }
        keys.putSideBySide(stopped, share.isAll() ? null : members(), workers);
    }

    /** The records of all blocks, ascending; null where they are most of all records. */
    private int @Nullable [] members() {
        BitSet members = new BitSet(records.rows());
        for (RuleBlocks of : blocks) {
            for (int row : of.rows()) {
                members.set(row);
            }
        }
        return members.cardinality() * 2L > records.rows()
                ? null
                : members.stream().toArray();
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
        int size = keys.keysOf(rule, share, sort.values());
        if (fixed != null && !fixed.get(rule).isEmpty()) {
            size = withoutStopped(rule, fixed.get(rule), sort.values(), size);
        }
        RuleBlocks built = new RuleBlocks(
                sort.sorted(size),
                size,
                records.rows(),
                allowances[rule],
                share.largestOf(rule),
                (one, other) -> keys.isSame(rule, one, other));
        if (!share.isAll() && built.largest() < Integer.MAX_VALUE) {
            stopLarger(rule, sort, built);
        }
        return built;
    }

    /** Stops the blocks that are not of this share but larger than what is left in it, so that the rules of any pair can be told. */
    private void stopLarger(int rule, LongSort.ByUpperHalf sort, RuleBlocks of) {
        keys.markCrowded(rule, of.largest(), crowdings.get(), sort.values(), requireNonNull(of.stopped()));
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
