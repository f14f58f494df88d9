package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.SecondFactor;
import clew.app.access.SecondFactors;
import clew.app.access.Viewer;
import clew.app.desk.Sessions;
import clew.app.ledger.Entry.Outcome;
import clew.app.ledger.Look;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second factor: setting one up, and proving it before something that asks for it. */
@Controller
class SecondFactorPage {

    private static final String THEN = "clew.second-factor-then";
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final String PAUSED = "Too many codes were wrong. Wait a few minutes, then type a new one";

    private final SecondFactors factors;
    private final Sessions sessions;
    private final Clock clock = Clock.systemUTC();

    SecondFactorPage(SecondFactors factors, Sessions sessions) {
        this.factors = factors;
        this.sessions = sessions;
    }

    /** @param then where to go on to, an address of Clew */
    @EntryPoint(value = Action.HOME, note = "second factor")
    @GetMapping("/second-factor")
    String show(
            @RequestParam(required = false) @Nullable String then,
            HttpServletRequest request,
            Viewer viewer,
            Principal principal,
            Model model) {
        if (then != null && isOfClew(then)) {
            request.getSession().setAttribute(THEN, then);
        }
        return page(List.of(), request, viewer, principal, model);
    }

    @EntryPoint(value = Action.HOME, note = "second factor set up")
    @PostMapping("/second-factor/set-up")
    String setUp(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            Viewer viewer,
            Principal principal,
            Look look,
            Model model) {
        List<String> codes = isFresh(request) ? factors.confirm(viewer.user(), code) : List.of();
        if (codes.isEmpty()) {
            look.ended(Outcome.DENIED);
            return page(
                    List.of(new Mistake(
                            "code", "That is not the code the app shows now. Type the six digits it shows")),
                    request,
                    viewer,
                    principal,
                    model);
        }
        // Whoever else holds a session of this user loses it: how they prove who they are has changed.
        sessions.endOthers(viewer.user(), request.getSession().getId());
        SecondFactor.provedAt(request, clock.instant());
        model.addAttribute("codes", codes);
        model.addAttribute("then", then(request));
        return "second-factor-codes";
    }

    @EntryPoint(value = Action.HOME, note = "second factor proved")
    @PostMapping("/second-factor")
    String prove(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            Viewer viewer,
            Principal principal,
            Look look,
            Model model) {
        return switch (factors.check(viewer.user(), code)) {
            case RIGHT -> {
                SecondFactor.provedAt(request, clock.instant());
                yield "redirect:" + then(request);
            }
            case WRONG ->
                refused(
                        "That code is not right, or it was used before. Type the one the app shows now",
                        request,
                        viewer,
                        principal,
                        look,
                        model);
            case PAUSED -> refused(PAUSED, request, viewer, principal, look, model);
        };
    }

    private String refused(
            String words, HttpServletRequest request, Viewer viewer, Principal principal, Look look, Model model) {
        look.ended(Outcome.DENIED);
        return page(List.of(new Mistake("code", words)), request, viewer, principal, model);
    }

    private String page(
            List<Mistake> mistakes, HttpServletRequest request, Viewer viewer, Principal principal, Model model) {
        boolean on = factors.isOn(viewer.user());
        model.addAttribute("mistakes", mistakes);
        model.addAttribute(
                "wrong", mistakes.stream().map(Mistake::words).findFirst().orElse(null));
        model.addAttribute("on", on);
        model.addAttribute("provedUntil", provedUntil(request));
        model.addAttribute("then", then(request));
        if (on) {
            model.addAttribute("left", factors.recoveryCodesLeft(viewer.user()));
        } else {
            model.addAttribute(
                    "key",
                    isFresh(request)
                            ? factors.begin(viewer.user(), principal.getName()).orElse(null)
                            : null);
        }
        return "second-factor";
    }

    private @Nullable String provedUntil(HttpServletRequest request) {
        return Optional.ofNullable(SecondFactor.at(request))
                .map(at -> at.plus(SecondFactor.GOOD_FOR))
                .filter(until -> until.isAfter(clock.instant()))
                .map(Words::time)
                .orElse(null);
    }

    // Who finds a screen open must not be able to set up a second factor of their own.
    private boolean isFresh(HttpServletRequest request) {
        return request.getSession().getAttribute(Sessions.SIGNED_IN_AT) instanceof Instant at
                && at.plus(FRESH).isAfter(clock.instant());
    }

    private static String then(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession().getAttribute(THEN))
                .map(String::valueOf)
                .orElse("/");
    }

    private static boolean isOfClew(String address) {
        return address.matches("/([a-z0-9-]+(/[A-Za-z0-9-]+)*)?");
    }
}
