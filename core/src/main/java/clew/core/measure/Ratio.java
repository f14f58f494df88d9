package clew.core.measure;

/**
 * A share of sums over persons, such as precision = right / found, with its interval at 95%. Persons, not pairs, are the units, because the pairs of one
 * person stand and fall together: with a and b summed over n persons and r = sum a / sum b,
 *
 * <pre>  var(r) = n / (n - 1) * sum (a_i - r b_i)^2 / (sum b)^2     interval = r -+ 1.96 sqrt(var(r)), within [0, 1]</pre>
 *
 * (the linearised ratio estimator; Cochran, "Sampling Techniques", 3rd edition, 1977, section 6.4). Where all or none of the persons fail there is no variance,
 * and the interval reaches 3 / n from the end (the rule of three). O(n), no randomness.
 */
public final class Ratio {
    private static final double LEVEL = 0.95;
    private static final double DEVIATIONS = 1.96;

    private Ratio() {}

    /**
     * The share and its interval.
     *
     * @param part by person, from 0 to the person's {@code whole}
     * @param whole by person; a sum of 0 gives a share of 1 that nothing is known about
     */
    public static Interval of(long[] part, long[] whole) {
        double parts = 0;
        double wholes = 0;
        long persons = 0;
        for (int i = 0; i < part.length; i++) {
            parts += part[i];
            wholes += whole[i];
            persons += whole[i] > 0 ? 1 : 0;
        }
        if (wholes == 0) {
            return new Interval(1, 0, 1, LEVEL);
        }
        double share = parts / wholes;
        double squares = 0;
        for (int i = 0; i < part.length; i++) {
            double off = part[i] - share * whole[i];
            squares += off * off;
        }
        double reach = squares == 0
                ? 3.0 / persons
                : DEVIATIONS * Math.sqrt(squares * persons / Math.max(1, persons - 1)) / wholes;
        return new Interval(share, Math.max(0, share - reach), Math.min(1, share + reach), LEVEL);
    }
}
