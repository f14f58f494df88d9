package clew.core.network;

import clew.core.explain.Explanation;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What is frozen while evidence goes on arriving, so that what is added re-scores only what it touches: the totals of the null model, the cut of false
 * discoveries and the resolution.
 *
 * @param pairs meetings of pairs on all days
 * @param activity days of activity of all subjects
 * @param floor the least surprise that counts, in fixed-point units of a bit
 * @param resolution what each pair of a group must hold on average, in fixed-point units of a bit (the constant of the Potts model)
 */
public record Epoch(long pairs, long activity, long floor, long resolution) {
    /** The share of ties above the floor that chance alone may have made. */
    static final double FALSE_DISCOVERIES = 0.05;

    /** A third of a bit: chosen on simulated regions (decision 0110). */
    static final long RESOLUTION = Explanation.UNITS_PER_BIT / 3;

    public Epoch {
        if (pairs < 0 || activity < 0 || floor < 0 || resolution <= 0) {
            throw new IllegalArgumentException(
                    "expected totals and a floor of 0 or more and a resolution above 0, found " + pairs + ", "
                            + activity + ", " + floor + ", " + resolution);
        }
    }

    /** The epoch of these totals; the floor after Benjamini and Hochberg (1995) over all unexplained ties. */
    static Epoch of(long pairs, long activity, Function<Epoch, long[]> surprises) {
        Epoch unfloored = new Epoch(pairs, activity, 0, RESOLUTION);
        return new Epoch(pairs, activity, floor(surprises.apply(unfloored)), RESOLUTION);
    }

    /** The least surprise s with {@code 2^-s <= q * (number at or above s) / number of all}. */
    static long floor(long[] surprises) {
        Arrays.sort(surprises);
        for (int i = 0; i < surprises.length; i++) {
            double share = (surprises.length - i) / (double) surprises.length;
            double chance = Math.pow(2, -surprises[i] / (double) Explanation.UNITS_PER_BIT);
            if (chance <= FALSE_DISCOVERIES * share) {
                return surprises[i];
            }
        }
        return surprises.length == 0 ? 0 : surprises[surprises.length - 1] + 1;
    }
}
