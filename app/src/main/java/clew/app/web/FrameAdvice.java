package clew.app.web;

import clew.app.access.Role;
import clew.app.access.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page, the error pages too, what stands around it. */
@ControllerAdvice
class FrameAdvice {

    private final boolean demonstration;

    FrameAdvice(ObjectProvider<Demonstration> demonstration) {
        this.demonstration = demonstration.getIfAvailable() != null;
    }

    /** An error page can come before the viewer was worked out: then only the name of the session is known. */
    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, @Nullable Principal principal) {
        if (request.getAttribute(Viewer.class.getName()) instanceof Viewer viewer) {
            return new Frame(true, viewer.name(), place(viewer), viewer.purpose(), demonstration);
        }
        return principal == null
                ? Frame.outside(demonstration)
                : new Frame(true, principal.getName(), "", "", demonstration);
    }

    private static String place(Viewer viewer) {
        String roles = viewer.roles().stream().sorted().map(FrameAdvice::words).collect(Collectors.joining(" and "));
        return roles + ", " + viewer.agencyName();
    }

    private static String words(Role role) {
        return switch (role) {
            case WORKER -> "front-line worker";
            case HUB -> "hub decision maker";
            case SOCIAL_WORKER -> "social worker";
            case ANALYST -> "intelligence analyst";
            case LICENSING -> "licensing officer";
            case STEWARD -> "data steward";
            case AUDITOR -> "national auditor";
            case ADMINISTRATOR -> "system owner";
        };
    }
}
