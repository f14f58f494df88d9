package clew.core.network;

import clew.core.explain.Explanation;

/**
 * How surprising it is that two subjects met on {@code x} days, given how active each is: {@code -log2 P(X >= x)} for a Poisson {@code X} with mean
 * {@code lambda = 2 P a b / A^2}, where {@code a} and {@code b} are the days of activity of the two, {@code A} of everybody, and {@code P} the number of
 * meetings of pairs on all days (the configuration model). Source: Newman, Networks, 2nd edition, section 12.1, for the expectation.
 */
final class Surprise {
    /** Beyond this no tie counts more: 60 bits. */
    private static final double MOST_BITS = 60;

    private static final double LN_2 = Math.log(2);

    private Surprise() {}

    static double expected(long pairs, long activity, int one, int other) {
        return 2.0 * pairs * one * other / ((double) activity * activity);
    }

    /** In fixed-point units of a bit; 0 and more. */
    static long units(double lambda, int days) {
        return Explanation.units(Math.min(MOST_BITS, -logTail(lambda, days) / LN_2));
    }

    /** Natural logarithm of P(X >= x), x at least 1: the first term of the tail and the ratios of those that follow. */
    static double logTail(double lambda, int x) {
        if (lambda >= x) {
            return Math.log1p(-below(lambda, x));
        }
        double sum = 1;
        double term = 1;
        for (int k = x + 1; term > sum * 1e-15; k++) {
            term *= lambda / k;
            sum += term;
        }
        return Math.min(0, x * Math.log(lambda) - lambda - logFactorial(x) + Math.log(sum));
    }

    private static double below(double lambda, int x) {
        double term = Math.exp(-lambda);
        double sum = term;
        for (int k = 1; k < x; k++) {
            term *= lambda / k;
            sum += term;
        }
        return Math.min(sum, 1 - 1e-15);
    }

    private static double logFactorial(int n) {
        double sum = 0;
        for (int i = 2; i <= n; i++) {
            sum += Math.log(i);
        }
        return sum;
    }
}
