package clew.core.standard;

/** What a violation asks for. */
public enum Severity {
    /** The record may not enter: the row goes to quarantine. */
    REFUSED,
    /** The record enters; the sender is told, because it is probably a mistake. */
    DOUBTFUL
}
