package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Agreements;
import clew.app.access.Agreements.Agreement;
import clew.app.access.Authorisations;
import clew.app.access.Authorisations.Recipient;
import clew.app.access.EntryPoint;
import clew.app.access.Proposals;
import clew.app.access.Proposals.Kind;
import clew.app.access.Purpose;
import clew.app.access.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agreements by which an agency shares with others, and others with it: listed, proposed, and ended at once. */
@Controller
class AgreementsPage {

    private static final int MOST_DAYS = 1096;

    private final Agreements agreements;
    private final Authorisations authorisations;
    private final Proposals proposals;

    AgreementsPage(Agreements agreements, Authorisations authorisations, Proposals proposals) {
        this.agreements = agreements;
        this.authorisations = authorisations;
        this.proposals = proposals;
    }

    @EntryPoint(value = Action.AUTHORISE, note = "agreements listed")
    @GetMapping("/agreements")
    String show(Viewer viewer, Model model) {
        return show(viewer, model, Map.of(), List.of());
    }

    @EntryPoint(value = Action.AUTHORISE, note = "an agreement proposed")
    @PostMapping("/agreements")
    String propose(@RequestParam Map<String, String> typed, Viewer viewer, Model model) {
        List<Mistake> mistakes = mistakes(typed, viewer);
        if (!mistakes.isEmpty()) {
            return show(viewer, model, typed, mistakes);
        }
        Map<String, Object> body = new HashMap<>();
        for (String name : List.of("purpose", "reference", "basis", "days")) {
            body.put(name, Typed.text(typed, name));
        }
        if (!Typed.text(typed, "to").equals("all")) {
            body.put("to", Typed.text(typed, "to"));
        }
        proposals.propose(viewer, Kind.AGREEMENT, body, Typed.text(typed, "reason"));
        return "redirect:/authorisations";
    }

    @EntryPoint(value = Action.AUTHORISE, note = "an agreement ended")
    @PostMapping("/agreements/{number}/end")
    String end(@PathVariable int number, @RequestParam(defaultValue = "") String reason, Viewer viewer, Model model) {
        Optional<Mistake> mistake = Typed.reason("end-" + number, reason);
        if (mistake.isPresent()) {
            return show(viewer, model, Map.of("end-" + number, reason), List.of(mistake.get()));
        }
        agreements.end(viewer, number, reason.strip());
        return "redirect:/agreements";
    }

    private List<Mistake> mistakes(Map<String, String> typed, Viewer viewer) {
        List<Mistake> mistakes = new ArrayList<>();
        String to = Typed.text(typed, "to");
        if (!to.equals("all")
                && authorisations.recipients(viewer).stream()
                        .noneMatch(one -> String.valueOf(one.id()).equals(to))) {
            mistakes.add(new Mistake("to", "Choose who may see your agency's records"));
        }
        String purpose = Typed.text(typed, "purpose");
        if (!purpose.isEmpty() && Purpose.named(purpose).isEmpty()) {
            mistakes.add(new Mistake("purpose", "Choose a purpose, or every one"));
        }
        Typed.line(typed, "reference", "Enter the name or number of the document")
                .ifPresent(mistakes::add);
        Typed.line(typed, "basis", "Enter on what basis in law").ifPresent(mistakes::add);
        Typed.days(typed, "days", MOST_DAYS).ifPresent(mistakes::add);
        Typed.reason("reason", Typed.text(typed, "reason")).ifPresent(mistakes::add);
        return mistakes;
    }

    private String show(Viewer viewer, Model model, Map<String, String> typed, List<Mistake> mistakes) {
        List<Agreement> all = agreements.of(viewer);
        model.addAttribute(
                "own", all.stream().filter(Agreement::own).map(Line::of).toList());
        model.addAttribute(
                "others", all.stream().filter(one -> !one.own()).map(Line::of).toList());
        List<Recipient> recipients = authorisations.recipients(viewer);
        model.addAttribute("recipients", recipients);
        model.addAttribute("purposes", Purpose.all());
        model.addAttribute("typed", typed);
        Forms.show(model, mistakes);
        return "agreements";
    }

    /** An agreement in words. */
    record Line(int number, String words, String purposes, String document, String by, String span) {

        static Line of(Agreement one) {
            String to = one.to() == null ? "every agency of the partnership" : one.to();
            return new Line(
                    one.number(),
                    one.from() + " to " + to,
                    one.purposes().isEmpty()
                            ? "every purpose"
                            : one.purposes().stream()
                                    .map(name -> Purpose.named(name)
                                            .map(Purpose::words)
                                            .orElse(name))
                                    .collect(Collectors.joining("; ")),
                    one.reference() + ". Basis: " + one.basis(),
                    one.signedBy(),
                    Words.date(one.holdsFrom()) + " to " + Words.date(one.holdsUntil()));
        }
    }
}
