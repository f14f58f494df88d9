package clew.core.standard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret key of one deployment, by which record identities become record ids: without it nobody can tell from an id whether
 * an agency holds a record of a given key. Safe for use by many threads.
 */
public final class DeploymentKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 16;
    private final ThreadLocal<Mac> macs;

    private DeploymentKey(SecretKeySpec secret) {
        this.macs = ThreadLocal.withInitial(() -> mac(secret));
    }

    /**
     * A key.
     *
     * @param secret 16 bytes or more
     */
    public static DeploymentKey of(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "expected a secret of " + LEAST_BYTES + " bytes or more, found " + secret.length);
        }
        return new DeploymentKey(new SecretKeySpec(secret, ALGORITHM));
    }

    /** The first 128 bits of HMAC-SHA-256 over the parts, each preceded by its length in bytes. */
    UUID digest(Iterable<String> parts) {
        Mac mac = macs.get();
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            mac.update(length.putInt(0, bytes.length).array());
            mac.update(bytes);
        }
        ByteBuffer digest = ByteBuffer.wrap(mac.doFinal());
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static Mac mac(SecretKeySpec secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("expected a platform with " + ALGORITHM + ", found none", e);
        }
    }
}
