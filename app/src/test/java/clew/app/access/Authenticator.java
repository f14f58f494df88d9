package clew.app.access;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** The app on a user's phone: it knows the key as it was typed, and shows codes. */
public final class Authenticator {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Authenticator() {}

    /** @param key in Base32, with spaces or without */
    public static String code(String key, Instant at) {
        return new TimeCode(bytes(key.replace(" ", ""))).of(TimeCode.step(at));
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            held = held << 5 | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
