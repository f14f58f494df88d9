package clew.app.intake;

import clew.app.intake.mapping.Extract;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import under way.
 *
 * @param extract what absence means; a file that came back from quarantine is never full
 * @param returned whether the file came back from quarantine
 * @param received when the import began: the receipt of all its rows
 * @param rowsDone durable rows from the start of the file
 */
record StagedImport(
        int importNo,
        int agencyId,
        String system,
        Extract extract,
        boolean returned,
        @Nullable Instant extracted,
        Instant received,
        long rowsDone,
        Counts counts) {

    /** The event that tells other rooms; the same import always tells it under the same id. */
    UUID event() {
        return UUID.nameUUIDFromBytes(
                ("RecordsAccepted " + importNo).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
