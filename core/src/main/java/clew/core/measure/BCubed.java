package clew.core.measure;

/**
 * B-cubed precision and recall: the mean over records of the share of a record's found cluster that is truly its own
 * person, and of the share of its person that its found cluster holds (Bagga and Baldwin, "Algorithms for Scoring
 * Coreference Chains", LREC workshop on linguistic coreference, 1998). With n records, n_tf records in both true part t
 * and found part f:
 *
 * <pre>  precision = 1/n sum n_tf^2 / |f|     recall = 1/n sum n_tf^2 / |t|     F1 = 2 P R / (P + R)</pre>
 *
 * All in (0, 1]; 1 for no records. The squares are summed as whole numbers for each size of part, so that the figure
 * does not depend on the order of the records. O(n log n).
 *
 * @param precision in (0, 1]
 * @param recall in (0, 1]
 */
public record BCubed(double precision, double recall) {

    public BCubed {
        if (!(precision >= 0 && precision <= 1 && recall >= 0 && recall <= 1)) {
            throw new IllegalArgumentException(
                    "expected precision and recall from 0 to 1, found %s and %s".formatted(precision, recall));
        }
    }

    /** Measures a found partition against the true one. */
    public static BCubed of(Partition truth, Partition found) {
        Partition both = truth.meet(found);
        return new BCubed(share(both, found), share(both, truth));
    }

    /** The harmonic mean of precision and recall, in (0, 1]. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /**
     * The same figures told apart by true person, so that persons can be drawn anew; with every person once their F1 is {@link #f1()} but for rounding.
     *
     * @return the F1 when person i counts so often
     */
    public static Bootstrap.Figure f1ByPerson(Partition truth, Partition found) {
        Partition both = truth.meet(found);
        double[] right = new double[truth.parts()];
        double[] whole = new double[truth.parts()];
        for (int row = 0; row < truth.rows(); row++) {
            double cell = both.size(both.part(row));
            right[truth.part(row)] += cell / found.size(found.part(row));
            whole[truth.part(row)] += cell / truth.size(truth.part(row));
        }
        return times -> {
            double records = 0;
            double precision = 0;
            double recall = 0;
            for (int person = 0; person < times.length; person++) {
                records += (double) times[person] * truth.size(person);
                precision += times[person] * right[person];
                recall += times[person] * whole[person];
            }
            // Both means have the records below; they cancel but for one.
            return records == 0 ? 1 : 2 * precision * recall / (precision + recall) / records;
        };
    }

    /** The mean over records of (size of the record's cell) / (size of the record's part). */
    private static double share(Partition cells, Partition parts) {
        if (cells.rows() == 0) {
            return 1;
        }
        long[] bySize = new long[cells.rows() + 1];
        for (int row = 0; row < cells.rows(); row++) {
            bySize[parts.size(parts.part(row))] += cells.size(cells.part(row));
        }
        long whole = 0;
        double rest = 0;
        for (int size = 1; size < bySize.length; size++) {
            whole += bySize[size] / size;
            rest += (double) (bySize[size] % size) / size;
        }
        return Math.min(1, (whole + rest) / cells.rows());
    }
}
