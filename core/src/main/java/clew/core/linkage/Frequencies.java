package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the frequencies of the values of a table say of an agreement. Values held by few records share one frequency, the mean over agreeing pairs of them,
 * &Sigma; f&sup2; / &Sigma; f: so that a model tells nothing of them, and that one record more or less changes nothing.
 *
 * @param pooledBelow records below which a value's frequency is pooled, at least 1
 * @param pooledFields names of the fields of which all values share one frequency
 */
record Frequencies(int pooledBelow, Set<String> pooledFields) implements Known {
    private static final int LEVELS = 16;
    /** Most values are held by fewer records than this: what these come to is worked out once. */
    private static final int SMALL = 64;

    Frequencies(int pooledBelow) {
        this(pooledBelow, Set.of());
    }

    private int pooledBelow(Field field) {
        return pooledFields.contains(field.name()) ? Integer.MAX_VALUE : pooledBelow;
    }

    @Override
    public Exactness exactness(Field field) {
        double pooled = pooled(field);
        int least = pooledBelow(field);
        byte[] levels = new byte[field.dictionary().size()];
        double present = Math.max(1, field.present());
        for (int code = 1; code < levels.length; code++) {
            int count = field.count(code);
            levels[code] = Exactness.level((count < least ? pooled : count) / present);
        }
        return new Exactness(field, levels);
    }

    @Override
    public boolean isCompared(Records.KindField field) {
        return field.field().present() > 0;
    }

    @Override
    public boolean isNational(Field field) {
        return NationalIdentifiers.holds(field);
    }

    @Override
    public boolean isWeighedApart(String comparison) {
        return true;
    }

    /** The level of the values that share a frequency, and of those that the table does not hold. */
    int pooledLevel(Field field) {
        return Exactness.level(pooled(field) / Math.max(1, field.present()));
    }

    private double pooled(Field field) {
        int least = pooledBelow(field);
        double squares = 0;
        double sum = 0;
        for (int code = 1; code < field.counts().length; code++) {
            double count = field.counts()[code];
            if (count < least) {
                squares += count * count;
                sum += count;
            }
        }
        return sum == 0 ? 1 : squares / sum;
    }

    /** By slot, then value: what is added to the weight of a pair that shares it; null where values do not matter. */
    long[] @Nullable [] adjustments(Plan plan, Workers workers) {
        List<Callable<long @Nullable []>> tasks = new ArrayList<>();
        plan.slots().forEach(slot -> tasks.add(() -> adjustments(slot)));
        return workers.run(tasks).toArray(long[][]::new);
    }

    private long @Nullable [] adjustments(Slot slot) {
        Exactness values = slot.values();
        if (values == null) {
            return null;
        }
        int[] counts = values.field().counts();
        double[] means = means(values, Integer.MAX_VALUE);
        int least = pooledBelow(values.field());
        double[] pooled = means(values, least);
        long[][] ofSmall = new long[LEVELS][SMALL];
        for (int level = 0; level < LEVELS; level++) {
            for (int count = 0; count < SMALL; count++) {
                ofSmall[level][count] = bits(means[level], count < least ? pooled[level] : count);
            }
        }
        long[] adjustments = new long[counts.length];
        for (int code = 1; code < counts.length; code++) {
            int level = values.level(code);
            int count = counts[code];
            adjustments[code] =
                    count < SMALL ? ofSmall[level][count] : bits(means[level], count < least ? pooled[level] : count);
        }
        return adjustments;
    }

    /** By level: what is added for a value that is pooled, or that the table does not hold. */
    long[] adjustmentsOfPooled(Exactness values) {
        double[] means = means(values, Integer.MAX_VALUE);
        double[] pooled = means(values, pooledBelow(values.field()));
        long[] adjustments = new long[LEVELS];
        Arrays.setAll(adjustments, level -> bits(means[level], pooled[level] == 0 ? 1 : pooled[level]));
        return adjustments;
    }

    /**
     * The values of an exact level that do not share their frequency, most frequent first, then by text.
     *
     * @param adjustments of the slot, as {@link #adjustments} gives them
     */
    List<LinkModel.Value> values(Slot slot, int level, long @Nullable [] adjustments) {
        Exactness values = slot.values();
        if (values == null || adjustments == null) {
            return List.of();
        }
        Field field = values.field();
        int least = Math.max(1, pooledBelow(field));
        int[] counts = field.counts();
        int[] listed = IntStream.range(1, adjustments.length)
                .filter(code -> counts[code] >= least && values.level(code) == level)
                .toArray();
        return IntStream.of(field.dictionary().inOrder(listed, counts))
                .mapToObj(code -> new LinkModel.Value(field.dictionary().text(code), counts[code], adjustments[code]))
                .toList();
    }

    /** log2 of the mean frequency of the values of a level over that of one, in millionths of a bit; the mean is taken over agreeing pairs. */
    private static long bits(double mean, double own) {
        return mean == 0 || own == 0 ? 0 : Explanation.units(Math.log(mean / own) / Math.log(2));
    }

    /** By level: mean frequency over agreeing pairs of the values held by fewer records; 0 where there are none. */
    private static double[] means(Exactness values, int below) {
        int[] counts = values.field().counts();
        double[] squares = new double[LEVELS];
        double[] sums = new double[LEVELS];
        for (int code = 1; code < counts.length; code++) {
            double count = counts[code];
            if (count < below) {
                squares[values.level(code)] += count * count;
                sums[values.level(code)] += count;
            }
        }
        double[] means = new double[LEVELS];
        Arrays.setAll(means, level -> sums[level] == 0 ? 0 : squares[level] / sums[level]);
        return means;
    }
}
