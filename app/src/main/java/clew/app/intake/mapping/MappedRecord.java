package clew.app.intake.mapping;

import clew.core.standard.Common;
import clew.core.standard.StandardRecord;
import clew.core.standard.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record made from a row.
 *
 * @param id of the record, by its identity
 * @param keyless known by its content: it cannot be corrected
 * @param senderVersion null: the sender gives none
 * @param knownFrom null: the sender does not say
 * @param findings what could not be read and was left out; the original stands in the row
 */
public record MappedRecord(
        UUID id,
        String role,
        boolean keyless,
        @Nullable Instant senderVersion,
        @Nullable LocalDate knownFrom,
        StandardRecord record,
        List<Violation> findings) {

    public MappedRecord {
        findings = List.copyOf(findings);
    }

    /**
     * The first 128 bits of SHA-256 of all values the record takes from its row, good and bad: equal means that nothing changed. When the sender knew
     * it is left out: a record that another row states again, later, is the same.
     */
    public UUID contentHash() {
        MessageDigest digest = sha256();
        String values = record.change().clear(Common.KNOWN_FROM).build().toJson();
        digest.update(values.getBytes(StandardCharsets.UTF_8));
        for (Violation finding : findings) {
            digest.update(("\n" + finding.field() + "=" + finding.found()).getBytes(StandardCharsets.UTF_8));
        }
        ByteBuffer bits = ByteBuffer.wrap(digest.digest());
        return new UUID(bits.getLong(), bits.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
