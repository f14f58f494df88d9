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
 * @param restricted whether its sender says that a member of staff or their family is the subject, even when the row is refused
 */
public record MappedRow(
        List<MappedRecord> records,
        List<Violation> refused,
        List<UUID> identities,
        boolean identified,
        boolean restricted) {

    public MappedRow {
        records = List.copyOf(records);
        refused = List.copyOf(refused);
        identities = List.copyOf(identities);
    }

    public boolean enters() {
        return refused.isEmpty();
    }
}
