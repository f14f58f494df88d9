package clew.app.web;

import java.security.Principal;
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

    @ModelAttribute("frame")
    Frame frame(@Nullable Principal principal) {
        return principal == null
                ? Frame.outside(demonstration)
                : new Frame(true, principal.getName(), "", "safeguarding children", demonstration);
    }
}
