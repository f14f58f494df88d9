package clew.app.access;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of an authenticator app: HMAC-SHA-1 of the number of 30-second steps since 1970, cut to 6 digits (RFC 6238, RFC 4226
 * section 5.3), which is what every such app makes without being told otherwise.
 */
final class TimeCode {

    static final Duration STEP = Duration.ofSeconds(30);
    private static final int CODES = 1_000_000;

    private final SecretKeySpec key;

    /** @param secret 20 bytes, as RFC 4226 asks for */
    TimeCode(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA1");
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    /** Six digits. */
    String of(long step) {
        byte[] hash = hash(step);
        int offset = hash[hash.length - 1] & 0xf;
        int cut = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%06d", cut % CODES);
    }

    /** The step whose code it is: this one, or one before or after, for clocks that differ and people who type slowly. */
    OptionalLong stepOf(String code, Instant now) {
        long step = step(now);
        return LongStream.of(step, step - 1, step + 1)
                .filter(candidate -> of(candidate).equals(code))
                .findFirst();
    }

    private byte[] hash(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(key);
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
