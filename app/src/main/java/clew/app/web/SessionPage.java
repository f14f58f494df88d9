package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.SecondFactors;
import clew.app.access.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The user's own session: when it ends, and that opening this page keeps it going. */
@Controller
class SessionPage {

    private final SessionEnd end;
    private final SecondFactors factors;

    SessionPage(SessionEnd end, SecondFactors factors) {
        this.end = end;
        this.factors = factors;
    }

    @EntryPoint(value = Action.HOME, note = "session")
    @GetMapping("/session")
    String show(HttpServletRequest request, Viewer viewer, Model model) {
        model.addAttribute("end", end.of(request).orElse(null));
        model.addAttribute("idle", end.idle());
        model.addAttribute("secondFactor", factors.isOn(viewer.user()));
        return "session";
    }
}
