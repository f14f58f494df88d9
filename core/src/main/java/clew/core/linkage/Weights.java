package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Scores a pair from its pattern: prior plus one weight a slot, adjusted by the shared value, less what two people of one home would agree on as well
 * ({@link Relatives}). Immutable and thread-safe.
 */
final class Weights {
    private final Plan plan;
    private final long prior;
    private final long moved;
    /** By slot, state (0 on its own, 1 when what it travels with agrees) and level. */
    private final long[][][] weights;
    /** By slot, then value: what is added when that value is shared; null when values do not matter. */
    private final long[] @Nullable [] byValue;

    /** By slot and level: the most that is added for a shared value. */
    private final long[][] mostByValue;

    private final int[] parents;
    /** By slot and level. */
    private final boolean[][] told;
    /** By slot and level: whether the shared value matters. */
    private final boolean[][] isByValue;
    /** By slot: whose values matter; null where none do. */
    private final @Nullable Field[] fields;

    private final @Nullable Relatives relatives;

    Weights(Plan plan, long prior, long[][][] weights, long[] @Nullable [] byValue, @Nullable Relatives relatives) {
        this(plan, prior, 0, weights, byValue, relatives);
    }

    private Weights(
            Plan plan,
            long prior,
            long moved,
            long[][][] weights,
            long[] @Nullable [] byValue,
            @Nullable Relatives relatives) {
        this.moved = moved;
        this.relatives = relatives;
        this.plan = plan;
        this.prior = prior;
        this.weights = weights;
        this.byValue = byValue;
        parents = new int[weights.length];
        told = new boolean[weights.length][];
        isByValue = new boolean[weights.length][16];
        fields = new Field[weights.length];
        for (int slot = 0; slot < parents.length; slot++) {
            Slot compared = plan.slots().get(slot);
            parents[slot] = plan.parent(slot);
            told[slot] = plan.told(slot);
            fields[slot] = compared.values() == null ? null : compared.values().field();
            for (int level = 0; level < compared.levels(); level++) {
                isByValue[slot][level] = compared.isByValue(level);
            }
        }
        mostByValue = new long[weights.length][16];
        for (int slot = 0; slot < weights.length; slot++) {
            fillMost(plan.slots().get(slot), byValue[slot], mostByValue[slot]);
        }
    }

    private static void fillMost(Slot slot, long @Nullable [] adjustments, long[] most) {
        if (adjustments == null || slot.values() == null) {
            return;
        }
        for (int value = 1; value < adjustments.length; value++) {
            int level = slot.values().level(value);
            most[level] = Math.max(most[level], adjustments[value]);
        }
    }

    /** No pair of this pattern scores more. */
    long scoreAtMost(long pattern) {
        long total = prior;
        for (int slot = 0; slot < weights.length; slot++) {
            int level = Plan.level(pattern, slot);
            if (level != 0) {
                total += weight(slot, level, pattern) + mostByValue[slot][level];
            }
        }
        return total;
    }

    /** The same weights with the prior moved. */
    Weights movedBy(long units) {
        return units == 0 ? this : new Weights(plan, prior + units, moved + units, weights, byValue, relatives);
    }

    /** By how much the prior was moved. */
    long moved() {
        return moved;
    }

    /**
     * What all pairs of one pattern have in common.
     *
     * @param total the prior and the weights
     * @param byValue slots whose shared value adds to it, one bit each
     * @param home log2 of the odds that the two are two people of one home and not two strangers, likewise
     * @param homeByValue slots whose shared value adds to that
     */
    record OfPattern(long total, int byValue, long home, int homeByValue) {}

    OfPattern ofPattern(long pattern) {
        long total = prior;
        long home = relatives == null ? 0 : relatives.prior();
        int valued = 0;
        int homeValued = 0;
        for (int slot = 0; slot < weights.length; slot++) {
            int level = Plan.level(pattern, slot);
            if (level == 0) {
                continue;
            }
            int bit = isValued(slot, level, pattern) ? 1 << slot : 0;
            valued |= bit;
            total += weight(slot, level, pattern);
            if (relatives != null) {
                long bits = relatives.weights()[slot][state(slot, pattern)][level];
                home += bits;
                homeValued |= bits > Explanation.UNITS_PER_BIT ? bit : 0;
            }
        }
        return new OfPattern(total, valued, home, homeValued);
    }

    /** The score of a pair of a pattern that shares the values of this record. */
    long score(OfPattern pattern, int left) {
        long total = pattern.total + added(pattern.byValue, left);
        return relatives == null ? total : total - Relatives.lessening(ofRelatives(pattern, left));
    }

    long score(int left, long pattern) {
        return score(ofPattern(pattern), left);
    }

    /** log2 of the odds that the two are two people of one home and not two strangers. */
    private long ofRelatives(OfPattern pattern, int left) {
        return pattern.home + added(pattern.homeByValue, left);
    }

    /**
     * Probability that the two are two people of one home, if they are not strangers; 0 where homes are not told from persons.
     */
    double relatives(int left, long pattern) {
        if (relatives == null) {
            return 0;
        }
        OfPattern common = ofPattern(pattern);
        long bits = ofRelatives(common, left);
        long one = score(common, left) + Relatives.lessening(bits);
        return 1 / (1 + Math.pow(2, (double) (one - bits) / Explanation.UNITS_PER_BIT));
    }

    Explanation explain(int left, int right, long pattern) {
        List<Explanation> details = new ArrayList<>();
        details.add(Explanation.leaf(
                prior, "before looking: log2 of the odds that two records taken at random are one person"));
        for (int slot = 0; slot < weights.length; slot++) {
            int level = Plan.level(pattern, slot);
            if (level != 0) {
                details.add(explain(slot, level, left, right, pattern));
            }
        }
        long home = relatives == null ? 0 : Relatives.lessening(ofRelatives(ofPattern(pattern), left));
        if (home != 0) {
            details.add(
                    Explanation.leaf(
                            -home,
                            "two people of one home would agree so too: -log2(1 + odds of two of one home against two strangers)"));
        }
        return Explanation.sum("weight that the two records are one person: prior + one weight a comparison", details);
    }

    private Explanation explain(int slot, int level, int left, int right, long pattern) {
        Slot compared = plan.slots().get(slot);
        String what = compared.name() + ": " + compared.outcomes().get(level).label() + values(compared, left, right);
        Explanation outcome =
                Explanation.leaf(weight(slot, level, pattern), "log2(m / u) of this outcome" + given(slot, pattern));
        long adjustment = adjustment(slot, level, left, pattern);
        if (adjustment == 0) {
            return Explanation.sum(what, List.of(outcome));
        }
        Explanation common = Explanation.leaf(adjustment, "log2(mean frequency / frequency of this value)");
        return Explanation.sum(what, List.of(outcome, common));
    }

    private String given(int slot, long pattern) {
        return state(slot, pattern) == 0
                ? ""
                : ", given that " + plan.slots().get(parents[slot]).name() + " agrees";
    }

    private static String values(Slot slot, int left, int right) {
        if (slot.values() == null) {
            return "";
        }
        Field field = slot.values().field();
        String one = field.dictionary().text(field.code(left));
        String other = field.dictionary().text(field.code(right));
        return one.equals(other)
                ? String.format(Locale.ROOT, " (%s)", one)
                : String.format(Locale.ROOT, " (%s, %s)", one, other);
    }

    private int state(int slot, long pattern) {
        int parent = parents[slot];
        return parent >= 0 && told[slot][Plan.level(pattern, parent)] ? 1 : 0;
    }

    private long weight(int slot, int level, long pattern) {
        return weights[slot][state(slot, pattern)][level];
    }

    private long adjustment(int slot, int level, int left, long pattern) {
        return isValued(slot, level, pattern) ? valued(slot, left) : 0;
    }

    /** Whether the shared value adds to the weight of a slot. */
    private boolean isValued(int slot, int level, long pattern) {
        return byValue[slot] != null && isByValue[slot][level] && state(slot, pattern) == 0;
    }

    /** What the values of a record add to the weight of a pair that shares them, in some slots, one bit each. */
    private long added(int slots, int left) {
        long added = 0;
        for (int rest = slots; rest != 0; rest &= rest - 1) {
            added += valued(Integer.numberOfTrailingZeros(rest), left);
        }
        return added;
    }

    private long valued(int slot, int left) {
        long[] values = byValue[slot];
        Field field = fields[slot];
        return values == null || field == null ? 0 : values[field.code(left)];
    }
}
