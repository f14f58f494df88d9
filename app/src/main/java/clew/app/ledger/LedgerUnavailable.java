package clew.app.ledger;

/** The ledger could not be written; so nothing may be shown. */
public final class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerUnavailable(Throwable cause) {
        super("the ledger cannot be written, so nothing is shown", cause);
    }
}
