package clew.app.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The chain: {@code hash(n) = SHA-256(hash(n-1), n, entry n)}, beginning from 32 zero bytes. The bytes of an entry are its
 * columns in the order of {@link #COLUMNS}, each with its length in front, so that no two entries have the same bytes.
 */
final class Chain {

    /** The columns that are chained, as text, so that any program can compute the same. */
    static final String COLUMNS = """
            e.entry_id, e.at, (extract(epoch from e.at) * 1000000)::bigint as micros, e.user_id, e.agency_id, e.purpose,
            e.action, e.grant_used, e.outcome, array_to_string(e.subjects, ',') as subjects, e.request_id, e.note""";

    static final byte[] BEGINNING = new byte[32];

    private static final String[] CHAINED = {
        "entry_id",
        "micros",
        "user_id",
        "agency_id",
        "purpose",
        "action",
        "grant_used",
        "outcome",
        "subjects",
        "request_id",
        "note"
    };

    private Chain() {}

    /** The next hash. The row holds {@link #COLUMNS}. */
    static byte[] next(byte[] previous, long number, ResultSet row) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(number);
            for (String column : CHAINED) {
                write(out, row.getString(column));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256(bytes.toByteArray());
    }

    static UUID entry(ResultSet row) throws SQLException {
        return row.getObject("entry_id", UUID.class);
    }

    private static void write(DataOutputStream out, @org.jspecify.annotations.Nullable String value)
            throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
