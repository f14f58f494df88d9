package clew.app.intake.mapping;

/** What the absence of a record from an extract means. */
public enum Extract {
    /** Everything the system holds: a record that is absent was withdrawn. */
    FULL,
    /** What changed: absence says nothing. */
    DELTA,
    /** New rows only: absence says nothing. */
    APPEND;

    /** As it stands in a mapping and in the database. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
