package clew.core.measure;

/**
 * A figure with the interval that a resampling gives it.
 *
 * @param value the figure itself
 * @param low the lower end
 * @param high the upper end, at least {@code low}
 * @param level the share of resamplings between both ends, in (0, 1), such as 0.95
 */
public record Interval(double value, double low, double high, double level) {

    public Interval {
        if (!(low <= high && level > 0 && level < 1)) {
            throw new IllegalArgumentException("expected low <= high and a level between 0 and 1, found %s, %s and %s"
                    .formatted(low, high, level));
        }
    }

    /** Whether the interval holds zero: then a difference is not shown. */
    public boolean holdsZero() {
        return low <= 0 && high >= 0;
    }
}
