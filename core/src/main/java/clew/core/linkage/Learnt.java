package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What training ends with: probabilities and weights by slot, state (0 on its own, 1 when what it travels with agrees) and level.
 *
 * @param prior of one person, in bits
 * @param priorOfHomes of two people of one home, in bits; null where homes are not told from persons
 * @param m given one person
 * @param u given strangers
 * @param bits weights
 * @param bitsOfHomes of two people of one home against strangers
 */
@SuppressWarnings("ArrayRecordComponent")
record Learnt(
        double prior,
        @Nullable Double priorOfHomes,
        double[][][] m,
        double[][][] u,
        double[][][] bits,
        double[][][] bitsOfHomes) {

    /** @param byValue by slot, as {@link Frequencies#adjustments} gives them */
    Weights weights(Plan plan, long[] @Nullable [] byValue) {
        OptionalLong home = priorOfHomesInUnits();
        return new Weights(
                plan,
                Explanation.units(prior),
                units(bits),
                byValue,
                home.isEmpty() ? null : new Relatives(home.getAsLong(), units(bitsOfHomes)));
    }

    OptionalLong priorOfHomesInUnits() {
        return priorOfHomes == null ? OptionalLong.empty() : OptionalLong.of(Explanation.units(priorOfHomes));
    }

    private static long[][][] units(double[][][] bits) {
        return Arrays.stream(bits)
                .map(slot -> Arrays.stream(slot)
                        .map(state -> Arrays.stream(state)
                                .mapToLong(Explanation::units)
                                .toArray())
                        .toArray(long[][]::new))
                .toArray(long[][][]::new);
    }

    /**
     * As a model tells it.
     *
     * @param byValue by slot, as {@link Frequencies#adjustments} gives them
     */
    List<LinkModel.Comparison> comparisons(
            Plan plan, Frequencies frequencies, long[] @Nullable [] byValue, int records) {
        List<LinkModel.Comparison> comparisons = new ArrayList<>();
        for (int slot = 0; slot < m.length; slot++) {
            comparisons.add(comparison(plan, slot, 0, frequencies, byValue[slot], records));
            if (plan.parent(slot) >= 0) {
                comparisons.add(comparison(plan, slot, 1, frequencies, null, records));
            }
        }
        return comparisons;
    }

    private LinkModel.Comparison comparison(
            Plan plan, int slot, int state, Frequencies frequencies, long @Nullable [] adjustments, int records) {
        Slot compared = plan.slots().get(slot);
        Exactness values = compared.values();
        boolean byValue = state == 0;
        long[] pooled =
                byValue && values != null ? frequencies.adjustmentsOfPooled(values) : new long[compared.levels()];
        List<LinkModel.Level> levels = new ArrayList<>();
        for (int level = 0; level < compared.levels(); level++) {
            List<LinkModel.Value> listed =
                    byValue && compared.isByValue(level) ? frequencies.values(compared, level, adjustments) : List.of();
            levels.add(level(compared, slot, state, level, pooled[level], listed));
        }
        return new LinkModel.Comparison(
                compared.name(),
                state == 0 ? null : plan.slots().get(plan.parent(slot)).name(),
                plan.kind(slot),
                compared.columns(),
                values == null ? 0 : (double) values.field().present() / Math.max(1, records),
                plan.isNational(slot),
                values == null || state == 1 || plan.kind(slot) == Kind.DATE_OF_BIRTH
                        ? 0
                        : frequencies.pooledLevel(values.field()),
                levels);
    }

    private LinkModel.Level level(
            Slot compared, int slot, int state, int level, long pooled, List<LinkModel.Value> listed) {
        boolean byValue = state == 0 && compared.isByValue(level);
        Exactness values = compared.values();
        boolean neverSeen = values != null && values.field().present() == 0;
        return new LinkModel.Level(
                compared.outcomes().get(level).label(),
                m[slot][state][level],
                u[slot][state][level],
                neverSeen ? 0 : Explanation.units(bits[slot][state][level]),
                neverSeen ? 0 : Explanation.units(bitsOfHomes[slot][state][level]),
                byValue,
                byValue ? pooled : 0,
                listed);
    }
}
