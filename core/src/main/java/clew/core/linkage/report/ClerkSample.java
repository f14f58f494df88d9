package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import clew.core.linkage.ScoredPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Pairs for a clerk to judge without knowing what the machine made of them: so many from each stratum of weight, drawn evenly through it, in mixed order. From
 * their verdicts precision and recall can be estimated: in each stratum the share judged one person, times the pairs of the stratum. Seeded: the same result gives the same
 * pairs.
 */
final class ClerkSample {
    private static final long SEED = 20_251;
    private static final int EACH = 5;
    private static final long[] FROM_BITS = {12, 4, 0, -4, -100};

    /**
     * Pairs of about one weight.
     *
     * @param fromBits lower end, above the threshold where positive
     * @param pairs how many were kept
     * @param drawn numbers of the pairs drawn from it, as shown to the clerk
     */
    public record Stratum(long fromBits, long pairs, List<Integer> drawn) {
        public Stratum {
            drawn = List.copyOf(drawn);
        }
    }

    /**
     * One pair to judge.
     *
     * @param number as shown, from 1
     * @param columns that hold anything
     * @param rows both records
     */
    public record Pair(int number, List<String> columns, List<PersonLook.Row> rows) {
        public Pair {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    private final List<Stratum> strata = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    private ClerkSample() {}

    List<Stratum> strata() {
        return strata;
    }

    /** The pairs in the order in which the clerk sees them. */
    List<Pair> pairs() {
        return pairs;
    }

    static ClerkSample of(RecordTable table, LinkResult result) {
        ClerkSample sample = new ClerkSample();
        List<int[]> drawn = sample.draw(result);
        sample.show(table, result.pairs(), drawn);
        return sample;
    }

    /** The rows of both records of each pair, in the order in which the clerk sees them. */
    static List<int[]> rowsOf(LinkResult result) {
        ScoredPairs scored = result.pairs();
        return new ClerkSample()
                .draw(result).stream()
                        .map(drawn -> new int[] {scored.left(drawn[0]), scored.right(drawn[0])})
                        .toList();
    }

    /** Pair and stratum of each. */
    private List<int[]> draw(LinkResult result) {
        ScoredPairs scored = result.pairs();
        long cut = ScoredPairs.weightOf(result.model().threshold());
        SplittableRandom random = new SplittableRandom(SEED);
        List<int[]> drawn = new ArrayList<>();
        int begin = 0;
        for (int stratum = 0; stratum < FROM_BITS.length; stratum++) {
            int end = scored.atLeast(cut + FROM_BITS[stratum] * Explanation.UNITS_PER_BIT);
            for (int pair : evenly(begin, end, random)) {
                drawn.add(new int[] {pair, stratum});
            }
            strata.add(new Stratum(FROM_BITS[stratum], end - begin, List.of()));
            begin = end;
        }
        shuffle(drawn, random);
        return drawn;
    }

    /** One place in each of as many equal stretches: systematic sampling with a random start in each. */
    private static int[] evenly(int begin, int end, SplittableRandom random) {
        int stretches = Math.min(EACH, end - begin);
        return IntStream.range(0, stretches)
                .map(i -> {
                    int from = begin + (int) ((long) (end - begin) * i / stretches);
                    int to = begin + (int) ((long) (end - begin) * (i + 1) / stretches);
                    return from + random.nextInt(to - from);
                })
                .toArray();
    }

    private static void shuffle(List<int[]> drawn, SplittableRandom random) {
        for (int i = drawn.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int[] swapped = drawn.get(i);
            drawn.set(i, drawn.get(other));
            drawn.set(other, swapped);
        }
    }

    private void show(RecordTable table, ScoredPairs scored, List<int[]> drawn) {
        for (int i = 0; i < drawn.size(); i++) {
            int[] rows = {scored.left(drawn.get(i)[0]), scored.right(drawn.get(i)[0])};
            RowsSideBySide side = new RowsSideBySide(table, rows);
            pairs.add(new Pair(i + 1, side.titles(), side.shown(List.of("", ""))));
            Stratum of = strata.get(drawn.get(i)[1]);
            List<Integer> numbers = new ArrayList<>(of.drawn());
            numbers.add(i + 1);
            strata.set(drawn.get(i)[1], new Stratum(of.fromBits(), of.pairs(), numbers));
        }
    }
}
