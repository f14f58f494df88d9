package clew.app.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold: nothing it covers is disposed of, whatever the schedule says, until two people lift it.
 *
 * @param name of what it is for, such as an inquiry
 * @param shape type of record; empty for every type
 * @param record one record; null for every one of the type
 * @param liftAskedBy who asked for it to be lifted; null while nobody did
 */
public record Hold(
        UUID id,
        String name,
        String shape,
        @Nullable UUID record,
        String placedBy,
        Instant placedAt,
        String reason,
        @Nullable String liftAskedBy,
        @Nullable String liftReason,
        boolean askedByViewer,
        @Nullable Instant liftedAt) {}
