package clew.core.linkage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Persons among a few records, from what was kept of their pairs: the same clustering as that of a whole run, for who may see only some of a component's
 * records. Clustering all records of a component gives the persons of the run.
 *
 * <p>Time grows with the cube of the records, up to 400; above that a component is cut stepwise, as in a run.
 */
public final class KeptPairs {

    /**
     * What was kept of one pair. The records are numbered in the order of their ids.
     *
     * @param left the smaller number
     * @param right the larger number
     * @param weight the pair's score in millionths of a bit
     * @param compared whether it was a candidate
     * @param doubtful whether no machine may join it by itself
     */
    public record Pair(int left, int right, long weight, boolean compared, boolean doubtful) {
        public Pair {
            if (left < 0 || left >= right) {
                throw new IllegalArgumentException("expected two records in order, found " + left + " and " + right);
            }
        }
    }

    private KeptPairs() {}

    /**
     * The persons.
     *
     * @param records how many there are
     * @param pairs every pair of records that may be one person directly or through others
     * @param threshold total weight from which two records are joined, in millionths of a bit
     * @return for each record the first record of its person
     */
    public static int[] persons(int records, List<Pair> pairs, long threshold) {
        return persons(records, pairs, threshold, List.of());
    }

    /**
     * The same, keeping to what people decided.
     *
     * @param decisions in the numbers of the records; about pairs that are among {@code pairs}
     */
    public static int[] persons(int records, List<Pair> pairs, long threshold, List<Judgement> decisions) {
        @Nullable Pair[][] kept = new @Nullable Pair[records][records];
        pairs.forEach(pair -> kept[pair.left()][pair.right()] = pair);
        try (Workers workers = new Workers(1)) {
            return new Clusters(
                            edges(pairs),
                            look(kept),
                            threshold,
                            Linkage.MOST_WEIGHT,
                            Constraints.of(records, decisions))
                    .find(records, workers);
        }
    }

    private static Edges edges(List<Pair> pairs) {
        List<Pair> compared = new ArrayList<>(pairs);
        compared.removeIf(pair -> !pair.compared());
        compared.sort(java.util.Comparator.comparingLong(Pair::weight)
                .reversed()
                .thenComparingInt(Pair::left)
                .thenComparingInt(Pair::right));
        return new Edges(
                compared.stream().mapToInt(Pair::left).toArray(),
                compared.stream().mapToInt(Pair::right).toArray(),
                compared.stream().mapToLong(Pair::weight).toArray(),
                new long[compared.size()]);
    }

    private static Clusters.PairLook look(@Nullable Pair[][] kept) {
        return new Clusters.PairLook() {
            @Override
            public long pattern(int left, int right) {
                return 0;
            }

            @Override
            public long score(int left, int right, long pattern) {
                return pair(left, right).weight();
            }

            @Override
            public Guards.Doubt doubt(int left, int right, long pattern) {
                return pair(left, right).doubtful() ? Guards.Doubt.IDENTIFIERS : Guards.Doubt.NONE;
            }

            private Pair pair(int left, int right) {
                Pair pair = kept[Math.min(left, right)][Math.max(left, right)];
                if (pair == null) {
                    throw new IllegalArgumentException(
                            "expected every pair of a component, found none of records " + left + " and " + right);
                }
                return pair;
            }
        };
    }
}
