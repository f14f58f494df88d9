package clew.app.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A cookie that says, under a key of the deployment, who signed in last in this browser. It lets nobody in and names nobody; it
 * only keeps a worker's own browser from waiting because somebody elsewhere guesses in their name.
 */
final class KnownBrowser {

    private static final Duration KEPT = Duration.ofDays(90);

    private final SecretKeySpec key;
    private final String name;
    private final boolean secure;

    /**
     * @param key 32 bytes
     * @param secure does the cookie travel by TLS only?
     */
    KnownBrowser(byte[] key, boolean secure) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.name = secure ? "__Host-clew-known" : "clew-known";
        this.secure = secure;
    }

    void remember(HttpServletResponse response, String signInName) {
        Cookie cookie = new Cookie(name, value(signInName));
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setPath("/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    boolean isOf(HttpServletRequest request, String signInName) {
        Cookie[] cookies = request.getCookies();
        byte[] wanted = value(signInName).getBytes(StandardCharsets.US_ASCII);
        return cookies != null
                && Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .anyMatch(cookie ->
                                MessageDigest.isEqual(wanted, cookie.getValue().getBytes(StandardCharsets.US_ASCII)));
    }

    private String value(String signInName) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(
                            signInName.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
