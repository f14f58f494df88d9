package clew.core.measure;

/**
 * How many pairs were found, how many of these are right, and how many there were to find; from these, exactly:
 *
 * <ul>
 *   <li>precision = right / found, in [0, 1]; 1 when nothing was found, for then nothing wrong was said;
 *   <li>recall = right / wanted, in [0, 1]; 1 when there was nothing to find;
 *   <li>F1 = 2 right / (found + wanted), in [0, 1], the harmonic mean of both; 1 when both are zero.
 * </ul>
 *
 * @param found pairs the method says are one person
 * @param right those of them that truth says are one person
 * @param wanted pairs that truth says are one person
 */
public record Counts(long found, long right, long wanted) {

    public Counts {
        if (right < 0 || right > found || right > wanted) {
            throw new IllegalArgumentException(
                    "expected 0 <= right <= found and wanted, found right %d, found %d, wanted %d"
                            .formatted(right, found, wanted));
        }
    }

    /** The share of what was found that is right, in [0, 1]. */
    public double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    /** The share of what there was to find that was found, in [0, 1]. */
    public double recall() {
        return wanted == 0 ? 1 : (double) right / wanted;
    }

    /** The harmonic mean of precision and recall, in [0, 1]. */
    public double f1() {
        return found + wanted == 0 ? 1 : 2.0 * right / (found + wanted);
    }

    /** These counts without those of a part of the same pairs. */
    Counts minus(Counts part) {
        return new Counts(found - part.found, right - part.right, wanted - part.wanted);
    }
}
