package clew.app.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts by AES-256-GCM under a key of the deployment: a nonce of 12 random bytes, then the text and its tag of 128 bits.
 * What it belongs to is bound in, so that sealed bytes cannot be moved to another row. Safe for use by several threads.
 */
public final class Sealing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 bytes */
    public Sealing(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("expected a key of 32 bytes, found " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** @param belongsTo what {@link #open} must name again, such as the id of the row */
    public byte[] seal(String belongsTo, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, belongsTo, plain);
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    /** @throws IllegalArgumentException when these bytes were not sealed under this key for what they are said to belong to */
    public byte[] open(String belongsTo, byte[] whole) {
        if (whole.length < NONCE_BYTES) {
            throw new IllegalArgumentException("expected sealed bytes with their nonce, found " + whole.length);
        }
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, nonce, belongsTo, Arrays.copyOfRange(whole, NONCE_BYTES, whole.length));
    }

    private byte[] run(int mode, byte[] nonce, String belongsTo, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("expected bytes sealed under this key for what they belong to", e);
        }
    }
}
