package clew.app.intake;

/** An import that may not go on, for a reason that is no fault of the file's form; the message says what to do. */
public final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ImportRefused(String message) {
        super(message);
    }
}
