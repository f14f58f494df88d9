package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.Kind;
import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import clew.core.linkage.ScoredPairs;
import clew.core.linkage.report.Sample.Choice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Chooses the pairs a reader should see: always the same ones for the same result. */
final class SampleChoice {

    private static final int STRONG = 2;
    private static final int EACH_SIDE = 2;
    private static final int SURPRISING = 3;
    private static final int SEARCHED = 20_000;
    private static final long CLEARLY_APART = -8 * Explanation.UNITS_PER_BIT;
    private static final Set<Kind> NAMES = Set.of(Kind.FAMILY_NAME, Kind.FULL_NAME, Kind.ORGANISATION_NAME);

    private final RecordTable table;
    private final LinkResult result;
    private final ScoredPairs pairs;
    private final BitSet joined;
    private final int above;
    private final List<Sample> chosen = new ArrayList<>();

    private SampleChoice(RecordTable table, LinkResult result, BitSet joined) {
        this.table = table;
        this.result = result;
        this.joined = joined;
        this.pairs = result.pairs();
        this.above = pairs.atLeast(ScoredPairs.weightOf(result.model().threshold()));
    }

    static List<Sample> choose(RecordTable table, LinkResult result, BitSet joined) {
        return new SampleChoice(table, result, joined).choose();
    }

    private List<Sample> choose() {
        take(Choice.STRONG, IntStream.of(0, above / 4).filter(pair -> pair < above && joined.get(pair)), STRONG);
        take(Choice.BORDERLINE, IntStream.iterate(above - 1, pair -> pair >= 0, pair -> pair - 1), EACH_SIDE);
        take(Choice.BORDERLINE, IntStream.range(above, pairs.size()), EACH_SIDE);
        twoPersons();
        take(
                Choice.KEPT_APART,
                IntStream.iterate(joined.nextClearBit(0), pair -> pair < above, pair -> joined.nextClearBit(pair + 1)),
                SURPRISING);
        take(
                Choice.WEAKLY_JOINED,
                IntStream.iterate(
                        joined.previousSetBit(pairs.size() - 1),
                        pair -> pair >= above,
                        pair -> joined.previousSetBit(pair - 1)),
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

    /** A record from the middle of the table and the next that shares a value of its first column that names somebody, as far as the score is clear. */
    private void twoPersons() {
        OptionalInt column = IntStream.range(0, table.columns().size())
                .filter(each -> NAMES.contains(table.columns().get(each).kind()))
                .findFirst();
        if (column.isEmpty() || table.rows() == 0) {
            return;
        }
        int middle = IntStream.range(table.rows() / 2, Math.min(table.rows(), table.rows() / 2 + SEARCHED))
                .filter(row -> !table.isMissing(row, column.getAsInt()))
                .findFirst()
                .orElse(0);
        String name = table.valueOf(middle, column.getAsInt());
        IntStream.iterate(middle, row -> row < table.rows() && row < middle + SEARCHED, row -> row + 1)
                .filter(row -> row != middle
                        && result.personOf(row) != result.personOf(middle)
                        && table.valueOf(row, column.getAsInt()).equals(name)
                        && result.weight(middle, row) < CLEARLY_APART)
                .limit(1)
                .forEach(row -> chosen.add(sample(Choice.APART, middle, row)));
    }

    private Sample sample(Choice choice, int pair) {
        return sample(choice, pairs.left(pair), pairs.right(pair));
    }

    private Sample sample(Choice choice, int left, int right) {
        Explanation reasons = result.explain(left, right);
        boolean joined = result.personOf(left) == result.personOf(right);
        return new Sample(
                choice,
                address(left),
                address(right),
                ScoredPairs.probabilityOf(reasons.value()),
                joined,
                IntStream.range(0, table.columns().size())
                        .mapToObj(column -> new Sample.Values(
                                table.columns().get(column).name(),
                                table.valueOf(left, column),
                                table.valueOf(right, column)))
                        .toList(),
                reasons,
                outcome(left, right, reasons.value(), joined));
    }

    private String outcome(int left, int right, long weight, boolean joined) {
        boolean isAbove = weight >= ScoredPairs.weightOf(result.model().threshold());
        if (joined) {
            return isAbove
                    ? "The score reaches the threshold, and nothing stands in the way."
                    : "The score does not reach the threshold; the other records of this person tie them together.";
        }
        if (!isAbove) {
            return result.wasCompared(left, right)
                    ? "The score does not reach the threshold."
                    : "No rule made them a pair to be compared, and their score would not have reached the threshold.";
        }
        return result.doubt(left, right)
                .map(doubt -> "The score reaches the threshold, but " + doubt + ".")
                .orElse(
                        "The score reaches the threshold, but the other records of the two persons do not agree with each other.");
    }

    private String address(int row) {
        return RowsSideBySide.address(table, row);
    }
}
