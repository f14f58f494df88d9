package clew.core.linkage.report;

import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import clew.core.linkage.ScoredPairs;
import clew.core.linkage.report.Sample.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses the pairs a reader should see: always the same ones for the same result. */
final class SampleChoice {

    private static final int STRONG = 2;
    private static final int EACH_SIDE = 2;
    private static final int SURPRISING = 3;

    private final RecordTable table;
    private final LinkResult result;
    private final ScoredPairs pairs;
    private final int above;
    private final List<Sample> chosen = new ArrayList<>();

    private SampleChoice(RecordTable table, LinkResult result) {
        this.table = table;
        this.result = result;
        this.pairs = result.pairs();
        this.above = above(ScoredPairs.weightOf(result.model().threshold()));
    }

    static List<Sample> choose(RecordTable table, LinkResult result) {
        return new SampleChoice(table, result).choose();
    }

    private List<Sample> choose() {
        take(Choice.STRONG, IntStream.of(0, above / 4).filter(pair -> pair < above && joined(pair)), STRONG);
        take(Choice.BORDERLINE, IntStream.iterate(above - 1, pair -> pair >= 0, pair -> pair - 1), EACH_SIDE);
        take(Choice.BORDERLINE, IntStream.range(above, pairs.size()), EACH_SIDE);
        take(Choice.KEPT_APART, IntStream.range(0, above).filter(pair -> !joined(pair)), SURPRISING);
        take(
                Choice.WEAKLY_JOINED,
                IntStream.iterate(pairs.size() - 1, pair -> pair >= above, pair -> pair - 1)
                        .filter(this::joined),
                SURPRISING);
        return chosen;
    }

    /** Takes the first pairs that come, leaving out those that weigh exactly the same as one just taken: they would say the same. */
    private void take(Choice choice, IntStream candidates, int most) {
        long[] last = {Long.MIN_VALUE};
        candidates
                .filter(pair -> {
                    boolean fresh = pairs.weight(pair) != last[0];
                    last[0] = pairs.weight(pair);
                    return fresh;
                })
                .limit(most)
                .forEach(pair -> chosen.add(sample(choice, pair)));
    }

    private Sample sample(Choice choice, int pair) {
        int left = pairs.left(pair);
        int right = pairs.right(pair);
        return new Sample(
                choice,
                address(left),
                address(right),
                pairs.probability(pair),
                joined(pair),
                IntStream.range(0, table.columns().size())
                        .mapToObj(column -> new Sample.Values(
                                table.columns().get(column).name(),
                                table.valueOf(left, column),
                                table.valueOf(right, column)))
                        .toList(),
                result.explain(left, right));
    }

    private String address(int row) {
        return table.sources().get(table.sourceOf(row)) + " / " + table.idOf(row);
    }

    private boolean joined(int pair) {
        return result.personOf(pairs.left(pair)) == result.personOf(pairs.right(pair));
    }

    /** How many pairs lie at the threshold or above: they come first. */
    private int above(long threshold) {
        int low = 0;
        int high = pairs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs.weight(middle) >= threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
