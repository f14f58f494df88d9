package clew.core.linkage;

import java.util.Arrays;
import java.util.function.LongPredicate;

/** About how many pairs of some blocks would be kept, told from a few thousand of each rule before all are compared: spread evenly over the rule's blocks, nothing random. */
final class PairSample {
    private static final int PAIRS = 4_096;

    private final Records records;
    private final Plan plan;
    private final Blocks blocks;
    private final boolean acrossSourcesOnly;
    private final LongPredicate worthKeeping;
    private final Comparator.Scratch scratch;
    /** By rule: pairs that it gives first and that would be kept. */
    private final double[] kept;

    PairSample(Records records, Plan plan, Blocks blocks, boolean acrossSourcesOnly, LongPredicate worthKeeping) {
        this.records = records;
        this.plan = plan;
        this.blocks = blocks;
        this.acrossSourcesOnly = acrossSourcesOnly;
        this.worthKeeping = worthKeeping;
        scratch = plan.scratch();
        kept = new double[blocks.width()];
        Arrays.setAll(kept, this::keptOf);
    }

    /** Pairs that would be kept, about. */
    double kept() {
        return Arrays.stream(kept).sum();
    }

    /** The rule that gives most of them. */
    int worst() {
        int worst = 0;
        for (int rule = 1; rule < kept.length; rule++) {
            worst = kept[rule] > kept[worst] ? rule : worst;
        }
        return worst;
    }

    private double keptOf(int rule) {
        long pairs = blocks.pairs(rule);
        int looks = (int) Math.min(PAIRS, pairs);
        int[] ends = blocks.ends(rule);
        int found = 0;
        int block = 0;
        long before = 0;
        for (int look = 0; look < looks; look++) {
            long step = pairs / looks;
            long place = pairs / looks * look + (Atom.mix(look + 1) & Integer.MAX_VALUE) % step;
            while (place >= before + pairsOf(ends, block)) {
                before += pairsOf(ends, block++);
            }
            found += isKept(rule, begin(ends, block), place - before) ? 1 : 0;
        }
        return looks == 0 ? 0 : (double) pairs / looks * found;
    }

    /** Whether a pair of a block is kept, the pairs of a block being numbered by the later record, then by the earlier. */
    private boolean isKept(int rule, int begin, long pair) {
        int later = (int) ((1 + Math.sqrt(1 + 8.0 * pair)) / 2);
        while (RuleBlocks.pairs(later) > pair) {
            later--;
        }
        while (RuleBlocks.pairs(later + 1L) <= pair) {
            later++;
        }
        int left = blocks.rows(rule)[begin + (int) (pair - RuleBlocks.pairs(later))];
        int right = blocks.rows(rule)[begin + later];
        return Long.numberOfTrailingZeros(blocks.mask(left, right)) == rule
                && !(acrossSourcesOnly && records.source(left) == records.source(right))
                && worthKeeping.test(plan.pattern(left, right, scratch));
    }

    private static long pairsOf(int[] ends, int block) {
        return RuleBlocks.pairs(ends[block] - begin(ends, block));
    }

    private static int begin(int[] ends, int block) {
        return block == 0 ? 0 : ends[block - 1];
    }
}
