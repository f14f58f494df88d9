package clew.app.child;

import clew.core.standard.StandardRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record in the words of the standard, and who told it when.
 *
 * @param knownFrom when the agency knew; null when it did not say
 */
record Told(
        UUID id,
        StandardRecord record,
        String agency,
        String system,
        @Nullable LocalDate knownFrom,
        Instant receivedAt) {}
