package clew.app.groups;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under the deployment's key: says that something is the same as before, and nothing else of it. Safe for several threads. */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param key 32 bytes */
    public KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    byte[] of(UUID record) {
        return of(ByteBuffer.allocate(16)
                .putLong(record.getMostSignificantBits())
                .putLong(record.getLeastSignificantBits())
                .array());
    }

    byte[] of(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("expected a platform with " + ALGORITHM + ", found none", e);
        }
    }
}
