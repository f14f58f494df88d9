package clew.app.intake;

import clew.app.intake.mapping.MappedRecord;
import clew.core.standard.Violation;
import java.util.List;
import java.util.UUID;

/**
 * A row that is read and mapped and waits for the database.
 *
 * @param number of the row in its file, from 1
 * @param checksum the first 16 bytes of SHA-256 of the body
 * @param records that it holds; none where it was refused
 * @param refused why it cannot enter; empty: it can
 * @param identities of its records, as far as they are known
 * @param identified whether all of them are known
 * @param restricted whether its sender says that a member of staff or their family is the subject
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
record PreparedRow(
        long number,
        long line,
        String body,
        byte[] checksum,
        List<MappedRecord> records,
        List<UUID> contents,
        List<Violation> refused,
        List<UUID> identities,
        boolean identified,
        boolean restricted) {

    boolean enters() {
        return refused.isEmpty();
    }
}
