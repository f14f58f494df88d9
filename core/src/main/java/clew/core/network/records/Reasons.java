package clew.core.network.records;

/**
 * What is done where a relationship has no reason.
 *
 * @param forgotten the share of stated reasons that are taken as not stated, by record, for measuring; in [0, 1]
 * @param inferred whether reasons are inferred: a household from a shared home, a caseload from its number
 */
public record Reasons(double forgotten, boolean inferred) {
    /** Stated reasons hold, and missing ones are inferred. */
    public static final Reasons ORDINARY = new Reasons(0, true);

    public Reasons {
        if (!(forgotten >= 0 && forgotten <= 1)) {
            throw new IllegalArgumentException("expected a share of 0 to 1, found " + forgotten);
        }
    }
}
