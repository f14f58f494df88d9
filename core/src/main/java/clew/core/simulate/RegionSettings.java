package clew.core.simulate;

import java.time.LocalDate;

/**
 * What a region is made from. Equal settings give equal bytes.
 *
 * @param people inhabitants, exactly this many; 200 to 20 million
 * @param seed any number
 * @param referenceDate the last day of the simulated time; records reach back {@link #YEARS} years from it
 * @param groups planted groups, 1 or more
 * @param recurring planted places, vehicles, pairs of adults and workers that come back with other children, so many of each; 0 or more
 */
public record RegionSettings(int people, long seed, LocalDate referenceDate, int groups, int recurring) {

    /** How many years of records are simulated. */
    public static final int YEARS = 3;

    /** The day that simulated time ends unless another is given. */
    public static final LocalDate DEFAULT_REFERENCE_DATE = LocalDate.of(2026, 6, 30);

    private static final int LEAST = 200;
    private static final int MOST = 20_000_000;

    public RegionSettings {
        if (people < LEAST || people > MOST) {
            throw new IllegalArgumentException("expected " + LEAST + " to " + MOST + " people, found " + people);
        }
        if (groups < 1) {
            throw new IllegalArgumentException("expected 1 group or more, found " + groups);
        }
        if (recurring < 0) {
            throw new IllegalArgumentException("expected 0 or more that recur, found " + recurring);
        }
    }

    public RegionSettings(int people, long seed, LocalDate referenceDate, int groups) {
        this(people, seed, referenceDate, groups, 0);
    }

    public RegionSettings(int people, long seed, LocalDate referenceDate) {
        this(people, seed, referenceDate, Groups.numberFor(people));
    }

    public RegionSettings(int people, long seed) {
        this(people, seed, DEFAULT_REFERENCE_DATE);
    }

    /** The same region with some of each kind that recur; whoever and whatever else is in it stays as it is. */
    public RegionSettings withRecurring(int some) {
        return new RegionSettings(people, seed, referenceDate, groups, some);
    }

    /** First day on which anything is recorded. */
    LocalDate firstDay() {
        return referenceDate.minusYears(YEARS);
    }

    int days() {
        return (int) (referenceDate.toEpochDay() - firstDay().toEpochDay());
    }
}
