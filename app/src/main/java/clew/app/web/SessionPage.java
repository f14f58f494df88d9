package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.SecondFactors;
import clew.app.access.Viewer;
import clew.app.desk.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The user's own session: when it ends, that opening this page keeps it going, and where else the user is signed in. */
@Controller
class SessionPage {

    private final SessionEnd end;
    private final SecondFactors factors;
    private final Sessions sessions;

    SessionPage(SessionEnd end, SecondFactors factors, Sessions sessions) {
        this.end = end;
        this.factors = factors;
        this.sessions = sessions;
    }

    @EntryPoint(value = Action.HOME, note = "session")
    @GetMapping("/session")
    String show(HttpServletRequest request, Viewer viewer, Model model) {
        model.addAttribute("end", end.of(request).orElse(null));
        model.addAttribute("idle", end.idle());
        model.addAttribute("secondFactor", factors.isOn(viewer.user()));
        model.addAttribute(
                "sessions",
                sessions.of(viewer.user(), request.getSession().getId()).stream()
                        .map(SessionLine::of)
                        .toList());
        return "session";
    }

    @EntryPoint(value = Action.HOME, note = "own session ended")
    @PostMapping("/session/{handle}/end")
    String end(@PathVariable String handle, Viewer viewer) {
        sessions.end(viewer.user(), handle);
        return "redirect:/session";
    }

    @EntryPoint(value = Action.HOME, note = "own other sessions ended")
    @PostMapping("/session/others/end")
    String endOthers(HttpServletRequest request, Viewer viewer) {
        sessions.endOthers(viewer.user(), request.getSession().getId());
        return "redirect:/session";
    }

    /** A session of the user, in words. */
    record SessionLine(String handle, String started, String lastUsed, boolean thisOne) {

        static SessionLine of(Sessions.OwnSession session) {
            return new SessionLine(
                    session.handle(),
                    Words.dateAndTime(session.started()),
                    Words.dateAndTime(session.lastUsed()),
                    session.thisOne());
        }
    }
}
