package clew.app.retention;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to dispose of what is over.
 *
 * @param type title of the line of the schedule
 * @param byViewer whether the viewer proposed it, and so cannot confirm it
 * @param rows as received
 * @param records by type of record, as the proposer was shown
 * @param confirmedBy null until a second person confirmed and it was carried out
 */
public record Disposal(
        UUID id,
        String type,
        String proposedBy,
        boolean byViewer,
        Instant proposedAt,
        Instant expiresAt,
        String reason,
        int rows,
        SortedMap<String, Integer> records,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedReason) {}
