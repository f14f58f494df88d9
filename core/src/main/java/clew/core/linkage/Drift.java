package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How far some records, such as those received lately, stand from those that a model was learnt from: by how often each field has a value, and by how much the best
 * pair of a record weighs. Names are compared by their parts as they are linked.
 *
 * @param records looked at
 * @param filled by field: share of them with a value, less the share at training, in [-1, 1]
 * @param stability of the best weights: &Sigma; (p - q) ln (p / q) over bands of five bits, p now and q at training, each count one half more; 0 for the same. By
 *     custom up to 0.1 is little, and above 0.25 says that the model should be learnt anew (population stability index; Siddiqi, "Credit Risk Scorecards", 2006)
 */
public record Drift(long records, Map<String, Double> filled, double stability) {
    private static final int BANDS = 6;
    private static final long WIDTH = 5 * Explanation.UNITS_PER_BIT;
    private static final double MOST_FILLED = 0.1;
    private static final double MOST_STABILITY = 0.25;

    /** The bands in words, from records without a pair at even odds or more. */
    public static List<String> bands() {
        List<String> bands = new ArrayList<>(List.of("no pair above 0 bits"));
        for (int band = 1; band < BANDS - 1; band++) {
            bands.add((band - 1) * 5 + " to " + band * 5 + " bits");
        }
        bands.add("20 bits and more");
        return bands;
    }

    /**
     * The drift of some records of a table.
     *
     * @param applied the result of the model for the whole table, with all pairs from even odds on
     * @param which rows to look at
     */
    public static Drift of(RecordTable table, LinkResult applied, IntPredicate which) {
        int[] rows = IntStream.range(0, table.rows()).filter(which).toArray();
        long[] best = new long[table.rows()];
        Arrays.fill(best, Long.MIN_VALUE);
        for (int pair = 0; pair < applied.pairs().size(); pair++) {
            take(best, applied.pairs().left(pair), applied.pairs().weight(pair));
            take(best, applied.pairs().right(pair), applied.pairs().weight(pair));
        }
        List<Long> now = counts(Arrays.stream(rows).mapToLong(row -> best[row]).toArray());
        return new Drift(
                rows.length,
                filled(table, applied.model(), rows),
                stability(now, applied.model().bestWeights()));
    }

    /** Whether the model should be learnt anew, as far as this tells: a field more or less filled by a tenth, or a stability above 0.25. */
    public boolean isMuch() {
        return stability > MOST_STABILITY
                || filled.values().stream().anyMatch(change -> Math.abs(change) > MOST_FILLED);
    }

    static List<Long> bestWeights(Edges edges, int records) {
        long[] best = new long[records];
        Arrays.fill(best, Long.MIN_VALUE);
        for (int pair = 0; pair < edges.size(); pair++) {
            take(best, edges.left()[pair], edges.weight()[pair]);
            take(best, edges.right()[pair], edges.weight()[pair]);
        }
        return counts(best);
    }

    private static void take(long[] best, int row, long weight) {
        best[row] = Math.max(best[row], weight);
    }

    private static List<Long> counts(long[] best) {
        long[] counts = new long[BANDS];
        for (long weight : best) {
            counts[weight < 0 ? 0 : (int) Math.min(BANDS - 1, 1 + weight / WIDTH)]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }

    static double stability(List<Long> now, List<Long> before) {
        double all = now.stream().mapToLong(Long::longValue).sum() + BANDS / 2.0;
        double allBefore = before.stream().mapToLong(Long::longValue).sum() + BANDS / 2.0;
        double stability = 0;
        for (int band = 0; band < Math.min(now.size(), before.size()); band++) {
            double share = (now.get(band) + 0.5) / all;
            double shareBefore = (before.get(band) + 0.5) / allBefore;
            stability += (share - shareBefore) * Math.log(share / shareBefore);
        }
        return stability;
    }

    private static Map<String, Double> filled(RecordTable table, LinkModel model, int[] rows) {
        RecordTable.Builder some = RecordTable.builder(table.columns());
        for (int row : rows) {
            String[] values = new String[table.columns().size()];
            Arrays.setAll(values, column -> table.valueOf(row, column));
            some.add("", table.idOf(row), values);
        }
        Map<String, Field> fields = new Records(some.build()).byName();
        Map<String, Double> filled = new LinkedHashMap<>();
        for (LinkModel.Comparison comparison : model.comparisons()) {
            Field field = fields.get(comparison.field());
            if (comparison.given() == null && field != null && rows.length > 0) {
                filled.put(comparison.field(), (double) field.present() / rows.length - comparison.filled());
            }
        }
        return filled;
    }
}
