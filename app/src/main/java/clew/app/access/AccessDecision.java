package clew.app.access;

/** May this viewer do this, and why. */
public sealed interface AccessDecision {

    /** @param grant by which right, as it goes into the ledger */
    record Allowed(String grant) implements AccessDecision {}

    /** @param reason in words that reveal nothing of what is there */
    record Refused(String reason) implements AccessDecision {}
}
