package clew.core.measure;

/**
 * What blocking lets through: a pair of one person that is no candidate can never be found, so the recall of blocking
 * is the ceiling of all that follows.
 *
 * @param candidatePairs pairs compared, each once
 * @param right those of them that are one person
 * @param wanted pairs that are one person
 */
public record Blocking(long candidatePairs, long right, long wanted) {

    public Blocking {
        if (right < 0 || right > wanted || right > candidatePairs) {
            throw new IllegalArgumentException(
                    "expected 0 <= right <= candidates and wanted, found right %d, candidates %d, wanted %d"
                            .formatted(right, candidatePairs, wanted));
        }
    }

    /** The share of true pairs that are compared at all, in [0, 1]; 1 when there are none. */
    public double recall() {
        return wanted == 0 ? 1 : (double) right / wanted;
    }

    /** Whether two rows are compared. */
    @FunctionalInterface
    public interface Candidates {
        boolean compared(int left, int right);
    }

    /** The recall when every candidate was scored. */
    public static Blocking of(Counts allScored) {
        return new Blocking(allScored.found(), allScored.right(), allScored.wanted());
    }

    /**
     * The recall found by asking for each true pair whether it is compared, so that candidates need not be kept. Time is
     * that of asking for all pairs of truth.
     */
    public static Blocking asking(Partition truth, long candidatePairs, Candidates candidates) {
        return asking(truth, Partition.alone(truth.rows()), candidatePairs, candidates);
    }

    /** The same where only pairs across sources are asked for. */
    public static Blocking asking(Partition truth, Partition source, long candidatePairs, Candidates candidates) {
        truth.requireSameRows(source);
        int[] rows = truth.rowsByPart();
        int[] starts = truth.starts();
        long right = 0;
        long wanted = 0;
        for (int part = 0; part < starts.length; part++) {
            int end = starts[part] + truth.size(part);
            for (int i = starts[part]; i < end; i++) {
                for (int j = i + 1; j < end; j++) {
                    if (!source.together(rows[i], rows[j])) {
                        wanted++;
                        right += candidates.compared(rows[i], rows[j]) ? 1 : 0;
                    }
                }
            }
        }
        return new Blocking(candidatePairs, right, wanted);
    }
}
