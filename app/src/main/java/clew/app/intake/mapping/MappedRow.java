package clew.app.intake.mapping;

import clew.core.standard.Violation;
import java.util.List;
import java.util.UUID;

/**
 * What a row became. A row enters whole or not at all.
 *
 * @param records in the order of the mapping
 * @param refused why the row cannot enter; empty: it can
 * @param identities of its records as far as they could be read, even when the row is refused
 * @param identified whether all of them could
 */
public record MappedRow(
        List<MappedRecord> records, List<Violation> refused, List<UUID> identities, boolean identified) {

    public MappedRow {
        records = List.copyOf(records);
        refused = List.copyOf(refused);
        identities = List.copyOf(identities);
    }

    public boolean enters() {
        return refused.isEmpty();
    }
}
