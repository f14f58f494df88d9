package clew.app.access;

import clew.app.desk.Draft.Field;
import clew.app.desk.Drafts;
import clew.app.desk.SessionCookie;
import clew.app.desk.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Forms that come after their session ended, or with a token of an earlier one: nothing in them is done, and what was typed is
 * kept for its user. Whose it is, the session says: the one that is, or the one that was.
 */
final class LateForms {

    /** Forms about the session itself, in which a password or a code stands. */
    private static final Set<String> NEVER_KEPT = Set.of("/sign-in", "/sign-out", "/second-factor", "/drafts");

    private static final Set<String> NOT_TYPED = Set.of("_csrf", "_draft");

    private final Drafts drafts;
    private final Sessions sessions;
    private final SessionCookie cookie;

    LateForms(Drafts drafts, Sessions sessions, SessionCookie cookie) {
        this.drafts = drafts;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** Keeps what was typed; nothing when the form is none of ours, or when nobody knows whose it is. */
    Optional<UUID> keep(HttpServletRequest request) {
        if (!isOurForm(request) || isNeverKept(address(request))) {
            return Optional.empty();
        }
        List<Field> fields = fields(request.getParameterMap());
        return fields.isEmpty()
                ? Optional.empty()
                : user(request).map(user -> drafts.keepLate(user, address(request), fields));
    }

    /** A form that a page of Clew sent, and no other site: it carries a token, if an old one. */
    static boolean isOurForm(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String type = request.getContentType();
        return "POST".equals(request.getMethod())
                && (site == null || site.equals("same-origin"))
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                && request.getQueryString() == null
                && request.getParameter("_csrf") != null;
    }

    private static boolean isNeverKept(String address) {
        return NEVER_KEPT.stream().anyMatch(start -> address.equals(start) || address.startsWith(start + "/"));
    }

    private static String address(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static List<Field> fields(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !NOT_TYPED.contains(parameter.getKey())
                        && !parameter.getKey().toLowerCase(Locale.ROOT).contains("password"))
                .flatMap(parameter ->
                        Arrays.stream(parameter.getValue()).map(value -> new Field(parameter.getKey(), value)))
                .toList();
    }

    private Optional<UUID> user(HttpServletRequest request) {
        @Nullable Authentication now = SecurityContextHolder.getContext().getAuthentication();
        return now != null && now.getPrincipal() instanceof Account account
                ? Optional.of(account.id())
                : cookie.sentBy(request).flatMap(sessions::whose);
    }
}
