package clew.app.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Rows that become durable together.
 *
 * @param lastRow number of its last row
 * @param portion of the file that was read with it, from 0 to 1
 * @param again rows that an earlier run has made durable: only their identities count
 */
record Chunk(List<PreparedRow> rows, long lastRow, double portion, boolean again) {

    /** The records that its rows hold. */
    Set<UUID> records() {
        Set<UUID> records = new HashSet<>();
        rows.forEach(row -> row.records().forEach(record -> records.add(record.id())));
        return records;
    }
}
