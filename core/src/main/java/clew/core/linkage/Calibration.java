package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.List;

/**
 * Moves the prior so that scores agree with the answers of people about a sample of pairs. The shift b is the likeliest for P(same) = 1 / (1 + 2^-(score + b)), where b
 * itself is taken from a normal distribution about 0 with a spread of {@link #SPREAD_BITS}, so that few answers, or answers that all say the same, move it little. The
 * sample may be drawn by score (some pairs of each band), as b depends only on the answers given the scores; weights of single comparisons stay as learnt.
 */
final class Calibration {
    private static final double SPREAD_BITS = 3;
    private static final double MOST_BITS = 20;
    private static final int HALVINGS = 60;
    private static final double LOG2 = Math.log(2);

    private Calibration() {}

    /** The shift that the answers ask for, in millionths of a bit; 0 without answers. */
    static long units(List<Judgement> answers, Records records, Plan plan, Weights weights) {
        int[] canonical = new int[records.rows()];
        for (int row = 0; row < canonical.length; row++) {
            canonical[records.tableRow(row)] = row;
        }
        Comparator.Scratch scratch = new Comparator.Scratch(records.rows());
        double[] scores = new double[answers.size()];
        boolean[] same = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            Judgement answer = answers.get(i);
            int left = Math.min(canonical[answer.left()], canonical[answer.right()]);
            int right = Math.max(canonical[answer.left()], canonical[answer.right()]);
            long score = weights.score(left, right, plan.pattern(left, right, scratch));
            scores[i] = (double) score / Explanation.UNITS_PER_BIT;
            same[i] = answer.same();
        }
        return answers.isEmpty() ? 0 : Explanation.units(shift(scores, same));
    }

    /**
     * The shift.
     *
     * @param scores in bits
     * @param same by score, whether a person said that the two are one person
     * @return in bits, within 20 of 0
     */
    static double shift(double[] scores, boolean[] same) {
        double low = -MOST_BITS;
        double high = MOST_BITS;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope(scores, same, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Of the log-likelihood, by the shift; it falls throughout. */
    private static double slope(double[] scores, boolean[] same, double shift) {
        double slope = -shift / (SPREAD_BITS * SPREAD_BITS);
        for (int i = 0; i < scores.length; i++) {
            double probability = 1 / (1 + StrictMath.exp(-(scores[i] + shift) * LOG2));
            slope += LOG2 * ((same[i] ? 1 : 0) - probability);
        }
        return slope;
    }
}
