package clew.app.store;

/** The store cannot be opened or is not what it must be; the message says what was expected, what was found, and what to do. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreFailure(String message) {
        super(message);
    }

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
