package clew.core.measure;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Percentile bootstrap over true persons: persons, not records or pairs, are drawn with replacement, because the pairs
 * of one person stand and fall together (Efron, "Bootstrap Methods", Annals of Statistics 7, 1979; cluster bootstrap).
 * Two methods are compared on the same draws, so that what both find hard does not blur their difference. Same seed, same
 * interval. O(rounds * persons); among so many persons that the interval is very narrow, fewer rounds are drawn.
 *
 * @param seed seed of the draws
 * @param rounds how many draws, at least 1; 1000 is usual
 * @param level share of draws inside the interval, in (0, 1)
 */
public record Bootstrap(long seed, int rounds, double level) {
    /** Draws of persons in all, at most, unless the rounds would become too few to tell an interval. */
    private static final int MOST_DRAWS = 200_000_000;

    private static final int LEAST_ROUNDS = 40;

    public Bootstrap {
        if (rounds < 1 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "expected at least 1 round and a level between 0 and 1, found %d and %s".formatted(rounds, level));
        }
    }

    /** A figure over persons that each count as often as they were drawn. */
    @FunctionalInterface
    public interface Figure {
        /** The figure when person i counts {@code times[i]} times, each at least 0. */
        double of(int[] times);
    }

    /** The interval of a figure over a number of persons. */
    public Interval interval(int persons, Figure figure) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] times = new int[persons];
        Arrays.fill(times, 1);
        double value = figure.of(times);
        double[] drawn = new double[Math.min(rounds, Math.max(LEAST_ROUNDS, MOST_DRAWS / Math.max(1, persons)))];
        for (int round = 0; round < drawn.length; round++) {
            draw(times, random);
            drawn[round] = figure.of(times);
        }
        Arrays.sort(drawn);
        double tail = (1 - level) / 2;
        return new Interval(value, quantile(drawn, tail), quantile(drawn, 1 - tail), level);
    }

    /** The interval of how much more one figure is than another, on the same draws. */
    public Interval difference(int persons, Figure figure, Figure other) {
        return interval(persons, times -> figure.of(times) - other.of(times));
    }

    private static void draw(int[] times, RandomGenerator random) {
        Arrays.fill(times, 0);
        for (int i = 0; i < times.length; i++) {
            times[random.nextInt(times.length)]++;
        }
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
