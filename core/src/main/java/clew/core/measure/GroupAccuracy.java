package clew.core.measure;

import java.util.function.IntPredicate;

/**
 * How well the records of one group were put together, so that nobody is served worse unseen. Every pair counts once for each of its records that is of the
 * group; figures carry intervals at 95% over true persons ({@link Ratio}).
 *
 * @param records records of the group
 * @param persons true persons with a record of the group
 * @param precision of the pairs made with a record of the group, the share that is right
 * @param recall of the true pairs with a record of the group, the share that was made
 * @param f1 2 right / (made + true), of the same pairs
 */
public record GroupAccuracy(long records, long persons, Interval precision, Interval recall, Interval f1) {

    /**
     * The accuracy of one group.
     *
     * @param truth the true persons
     * @param found the persons found
     * @param both {@code truth.meet(found)}, made once for all groups
     * @param isMember whether a row is of the group
     */
    public static GroupAccuracy of(Partition truth, Partition found, Partition both, IntPredicate isMember) {
        int[] place = new int[truth.parts()];
        int persons = 0;
        long records = 0;
        for (int row = 0; row < truth.rows(); row++) {
            if (isMember.test(row)) {
                records++;
                if (place[truth.part(row)] == 0) {
                    place[truth.part(row)] = ++persons;
                }
            }
        }
        long[] right = new long[persons];
        long[] made = new long[persons];
        long[] wanted = new long[persons];
        for (int row = 0; row < truth.rows(); row++) {
            if (isMember.test(row)) {
                int person = place[truth.part(row)] - 1;
                right[person] += both.size(both.part(row)) - 1;
                made[person] += found.size(found.part(row)) - 1;
                wanted[person] += truth.size(truth.part(row)) - 1;
            }
        }
        return new GroupAccuracy(
                records, persons, Ratio.of(right, made), Ratio.of(right, wanted), f1(right, made, wanted));
    }

    private static Interval f1(long[] right, long[] made, long[] wanted) {
        long[] twice = new long[right.length];
        long[] all = new long[right.length];
        for (int i = 0; i < right.length; i++) {
            twice[i] = 2 * right[i];
            all[i] = made[i] + wanted[i];
        }
        return Ratio.of(twice, all);
    }
}
