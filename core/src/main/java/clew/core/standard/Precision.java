package clew.core.standard;

/** How much of a date is known. */
public enum Precision {
    DAY,
    MONTH,
    YEAR,
    /** Somewhere from one day to another. */
    RANGE
}
