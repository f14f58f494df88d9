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
            return new Frame(
                    true, viewer.name(), place(viewer), viewer.purpose().words(), demonstration);
        }
        return principal == null
                ? Frame.outside(demonstration)
                : new Frame(true, principal.getName(), "", "", demonstration);
    }

    private static String place(Viewer viewer) {
        String roles = viewer.roles().stream().sorted().map(Role::words).collect(Collectors.joining(" and "));
        return roles + ", " + viewer.agencyName();
    }
}
