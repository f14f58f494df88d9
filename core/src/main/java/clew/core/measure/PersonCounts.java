package clew.core.measure;

/**
 * {@link Counts} told apart by true person, so that persons can be drawn anew. A wrong pair joins two persons and is
 * half each one's. With all persons once the figures are those of {@link Counts}. Immutable.
 */
public final class PersonCounts {

    private final long[] twiceFound;
    private final long[] right;
    private final long[] wanted;

    private PersonCounts(Partition truth) {
        twiceFound = new long[truth.parts()];
        right = new long[truth.parts()];
        wanted = new long[truth.parts()];
    }

    /** The counts of pairs at or above a weight. */
    public static PersonCounts ofPairs(Partition truth, ScoredPairs pairs, long weight) {
        PersonCounts counts = new PersonCounts(truth);
        counts.countWanted(truth);
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.weight(i) >= weight) {
                counts.found(truth.part(pairs.left(i)), truth.part(pairs.right(i)));
            }
        }
        return counts;
    }

    /** The counts of pairs within found clusters. */
    public static PersonCounts ofClusters(Partition truth, Partition found) {
        PersonCounts counts = new PersonCounts(truth);
        counts.countWanted(truth);
        Partition cells = truth.meet(found);
        for (int row = 0; row < truth.rows(); row++) {
            int person = truth.part(row);
            int cell = cells.size(cells.part(row));
            int cluster = found.size(found.part(row));
            // Each row sees cell - 1 right pairs and cluster - cell wrong ones; every pair is seen from both its rows.
            counts.twiceFound[person] += cluster - 1;
            counts.right[person] += cell - 1;
        }
        for (int person = 0; person < counts.right.length; person++) {
            counts.right[person] /= 2;
        }
        return counts;
    }

    private void countWanted(Partition truth) {
        for (int person = 0; person < wanted.length; person++) {
            wanted[person] = (long) truth.size(person) * (truth.size(person) - 1) / 2;
        }
    }

    private void found(int left, int other) {
        twiceFound[left]++;
        twiceFound[other]++;
        right[left] += left == other ? 1 : 0;
    }

    /** How many true persons. */
    public int persons() {
        return right.length;
    }

    /** Precision, as {@link Counts#precision()}, when each person counts so often. */
    public double precision(int[] times) {
        long twice = sum(twiceFound, times);
        return twice == 0 ? 1 : 2.0 * sum(right, times) / twice;
    }

    /** Recall, as {@link Counts#recall()}, when each person counts so often. */
    public double recall(int[] times) {
        long all = sum(wanted, times);
        return all == 0 ? 1 : (double) sum(right, times) / all;
    }

    /** F1, as {@link Counts#f1()}, when each person counts so often. */
    public double f1(int[] times) {
        long all = sum(twiceFound, times) + 2 * sum(wanted, times);
        return all == 0 ? 1 : 4.0 * sum(right, times) / all;
    }

    private static long sum(long[] values, int[] times) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * times[i];
        }
        return sum;
    }
}
