package clew.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page of a session the time at which it ends. */
@ControllerAdvice
class SessionAdvice {

    private final SessionEnd end;

    SessionAdvice(SessionEnd end) {
        this.end = end;
    }

    @ModelAttribute("sessionEnd")
    SessionEnd.@Nullable End sessionEnd(HttpServletRequest request, @Nullable Principal principal) {
        return principal == null ? null : end.of(request).orElse(null);
    }
}
