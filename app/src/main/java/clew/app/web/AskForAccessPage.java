package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Grants;
import clew.app.access.Grants.Challenge;
import clew.app.access.Viewer;
import clew.app.ledger.Look;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asking for access to a record, and opening one by oneself. Whoever asks about a record that does not exist gets the same
 * answer as about one that is hidden from them.
 */
@Controller
class AskForAccessPage {

    private final Grants grants;

    AskForAccessPage(Grants grants) {
        this.grants = grants;
    }

    @EntryPoint(value = Action.REQUEST_ACCESS, note = "form opened")
    @GetMapping("/access/request")
    String ask(@RequestParam(defaultValue = "") String reference, Model model) {
        return form(model, "request", new Typed(reference, ""), List.of());
    }

    @EntryPoint(Action.REQUEST_ACCESS)
    @PostMapping("/access/request")
    String asked(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Look look,
            Model model) {
        Typed typed = new Typed(reference, reason);
        List<Mistake> mistakes = typed.mistakes();
        if (!mistakes.isEmpty()) {
            return form(model, "request", typed, mistakes);
        }
        UUID record = typed.record().orElseThrow();
        grants.ask(viewer, record, reason.strip());
        look.at(record);
        return "redirect:/access?done=asked";
    }

    @EntryPoint(value = Action.CHALLENGE, note = "form opened")
    @GetMapping("/access/challenge")
    String challenge(@RequestParam(defaultValue = "") String reference, Viewer viewer, Model model) {
        model.addAttribute("needsFactor", !grants.hasSecondFactor(viewer));
        return form(model, "challenge", new Typed(reference, ""), List.of());
    }

    @EntryPoint(Action.CHALLENGE)
    @PostMapping("/access/challenge")
    String challenged(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Look look,
            Model model) {
        Typed typed = new Typed(reference, reason);
        List<Mistake> mistakes = typed.mistakes();
        if (!mistakes.isEmpty()) {
            model.addAttribute("needsFactor", !grants.hasSecondFactor(viewer));
            return form(model, "challenge", typed, mistakes);
        }
        UUID record = typed.record().orElseThrow();
        look.at(record);
        return switch (grants.open(viewer, record, reason.strip())) {
            case Challenge.Opened opened -> {
                model.addAttribute("record", record);
                model.addAttribute("until", Words.dateAndTime(opened.until()));
                yield "access-opened";
            }
            case Challenge.NeedsSecondFactor needed -> {
                model.addAttribute("needsFactor", true);
                yield form(model, "challenge", typed, List.of());
            }
            case Challenge.NotOpened not -> {
                model.addAttribute("needsFactor", false);
                yield form(
                        model,
                        "challenge",
                        typed,
                        List.of(new Mistake("reference", "No record with this reference can be opened in this way")));
            }
        };
    }

    private static String form(Model model, String kind, Typed typed, List<Mistake> mistakes) {
        model.addAttribute("kind", kind);
        model.addAttribute("typed", typed);
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("wrong", Mistake.words(mistakes));
        return "access-form";
    }
}
