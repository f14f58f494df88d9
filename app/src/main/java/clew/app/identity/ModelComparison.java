package clew.app.identity;

import clew.core.linkage.LinkModel;
import clew.core.linkage.LinkModel.Comparison;
import clew.core.linkage.LinkModel.Level;
import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What would change were one model in force instead of another, as the machine alone would have it: people's decisions, which hold under any model, are left out.
 *
 * @param records of persons
 * @param persons under the one and under the other
 * @param joined persons under the other that are several under the one
 * @param split persons under the one that are several under the other
 * @param moved records whose person would consist of other records
 * @param largestJoined record ids of those joined, most records first, the parts apart
 * @param largestSplit the same of those split
 * @param weights outcomes whose weight changes most, in bits, the most first
 * @param onlyBefore rules that the other has not
 * @param onlyAfter rules that the one has not
 */
@SuppressWarnings("ArrayRecordComponent")
public record ModelComparison(
        long records,
        int[] persons,
        long joined,
        long split,
        long moved,
        List<List<List<String>>> largestJoined,
        List<List<List<String>>> largestSplit,
        List<Change> weights,
        List<String> onlyBefore,
        List<String> onlyAfter) {
    private static final int EXAMPLES = 5;
    private static final int CHANGES = 10;
    private static final double UNITS_PER_BIT = 1e6;

    /** A weight in bits under the one and under the other. */
    public record Change(String outcome, double before, double after) {
        double size() {
            return Math.abs(after - before);
        }
    }

    /** Compares what two models make of the same records. */
    static ModelComparison of(RecordTable table, LinkResult before, LinkResult after) {
        List<List<List<String>>> joined = parts(table, after, before);
        List<List<List<String>>> split = parts(table, before, after);
        return new ModelComparison(
                table.rows(),
                new int[] {before.persons(), after.persons()},
                joined.size(),
                split.size(),
                moved(before, after),
                joined.stream().limit(EXAMPLES).toList(),
                split.stream().limit(EXAMPLES).toList(),
                changes(before.model(), after.model()),
                rulesOnly(before.model(), after.model()),
                rulesOnly(after.model(), before.model()));
    }

    private static Map<Integer, List<Integer>> rowsOf(LinkResult result) {
        Map<Integer, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < result.rows(); row++) {
            rows.computeIfAbsent(result.personOf(row), person -> new ArrayList<>())
                    .add(row);
        }
        return rows;
    }

    /** The persons of one result that are several in another, as the records of each part; most records first. */
    private static List<List<List<String>>> parts(RecordTable table, LinkResult whole, LinkResult torn) {
        List<List<List<String>>> all = new ArrayList<>();
        for (List<Integer> rows : rowsOf(whole).values()) {
            Map<Integer, List<String>> parts = new TreeMap<>();
            rows.forEach(row -> parts.computeIfAbsent(torn.personOf(row), person -> new ArrayList<>())
                    .add(table.idOf(row)));
            if (parts.size() > 1) {
                all.add(parts.values().stream()
                        .map(ids -> ids.stream().sorted().toList())
                        .sorted(Comparator.comparing(ids -> ids.get(0)))
                        .toList());
            }
        }
        all.sort(Comparator.<List<List<String>>>comparingInt(
                        parts -> -parts.stream().mapToInt(List::size).sum())
                .thenComparing(parts -> parts.get(0).get(0)));
        return all;
    }

    private static long moved(LinkResult before, LinkResult after) {
        Map<Integer, List<Integer>> was = rowsOf(before);
        Map<Integer, List<Integer>> is = rowsOf(after);
        return was.values().stream()
                .flatMap(List::stream)
                .filter(row -> !java.util.Objects.equals(was.get(before.personOf(row)), is.get(after.personOf(row))))
                .count();
    }

    private static List<Change> changes(LinkModel before, LinkModel after) {
        Map<String, Double> one = weights(before);
        Map<String, Double> other = weights(after);
        TreeSet<String> outcomes = new TreeSet<>(one.keySet());
        outcomes.retainAll(other.keySet());
        return outcomes.stream()
                .map(outcome -> new Change(outcome, one.getOrDefault(outcome, 0.0), other.getOrDefault(outcome, 0.0)))
                .filter(change -> change.size() > 0)
                .sorted(Comparator.comparingDouble(Change::size).reversed().thenComparing(Change::outcome))
                .limit(CHANGES)
                .toList();
    }

    private static Map<String, Double> weights(LinkModel model) {
        Map<String, Double> weights = new HashMap<>();
        weights.put("before anything is compared", model.prior() / UNITS_PER_BIT);
        for (Comparison comparison : model.comparisons()) {
            for (Level level : comparison.levels()) {
                weights.put(comparison.name() + ": " + level.label(), level.weight() / UNITS_PER_BIT);
            }
        }
        return weights;
    }

    private static List<String> rulesOnly(LinkModel one, LinkModel other) {
        var others = other.rules().stream().map(LinkModel.Rule::name).collect(Collectors.toSet());
        return one.rules().stream()
                .map(LinkModel.Rule::name)
                .filter(rule -> !others.contains(rule))
                .toList();
    }
}
