package clew.app.access;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be logged of a fault: which classes of exceptions, and where in the code. Their messages quote what came in or what was
 * read, which may be about somebody, and stay out of every log.
 */
final class Fault {

    private static final int FRAMES = 12;

    private Fault() {}

    static String words(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(FRAMES)
                .map(cause -> cause.getClass().getName() + where(cause))
                .collect(Collectors.joining("; because of "));
    }

    private static String where(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("clew."))
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }
}
