package clew.app.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie that carries a session's number.
 *
 * @param secure does it travel by TLS only?
 */
public record SessionCookie(boolean secure) {

    /** Under TLS with the prefix that lets browsers take it from this host, for all of it, and over TLS only. */
    public String name() {
        return secure ? "__Host-clew" : "clew";
    }

    /** The number that a browser sent, whether or not it is one of a session. */
    public Optional<String> sentBy(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name()))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
