package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Agencies;
import clew.app.access.Authorisations;
import clew.app.access.EntryPoint;
import clew.app.access.Proposals;
import clew.app.access.Proposals.Kind;
import clew.app.access.Viewer;
import clew.core.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms by which a lead authorises: what shows less is done at once, everything else waits for a second lead. */
@Controller
class AuthorisePage {

    private static final int MOST_DAYS = 366;

    private final AuthorisationsView view;
    private final Authorisations authorisations;
    private final Proposals proposals;

    AuthorisePage(AuthorisationsView view, Authorisations authorisations, Proposals proposals) {
        this.view = view;
        this.authorisations = authorisations;
        this.proposals = proposals;
    }

    @EntryPoint(value = Action.AUTHORISE, note = "handling of a type of record")
    @PostMapping("/authorisations/handling")
    String handling(@RequestParam Map<String, String> typed, Viewer viewer, Model model) {
        String shape = Typed.text(typed, "shape");
        Optional<Agencies.Handling> to = Forms.chosen(Agencies.Handling.class, Typed.text(typed, "handling"));
        List<Mistake> mistakes = new ArrayList<>();
        if (Standard.shapes().stream().noneMatch(one -> one.name().equals(shape))) {
            mistakes.add(new Mistake("shape", "Choose a type of record"));
        }
        if (to.isEmpty()) {
            mistakes.add(new Mistake("handling", "Choose what others see"));
        }
        Typed.reason("handling-reason", Typed.text(typed, "handling-reason")).ifPresent(mistakes::add);
        if (mistakes.isEmpty()
                && authorisations
                        .handlingOf(viewer, shape)
                        .equals(to.orElseThrow().name().toLowerCase(java.util.Locale.ROOT))) {
            mistakes.add(new Mistake("handling", "Others see this already"));
        }
        if (!mistakes.isEmpty()) {
            return view.show(viewer, model, typed, mistakes);
        }
        String reason = Typed.text(typed, "handling-reason");
        if (!authorisations.showLess(viewer, shape, to.orElseThrow(), reason)) {
            proposals.propose(
                    viewer, Kind.HANDLING, Map.of("shape", shape, "handling", Typed.text(typed, "handling")), reason);
        }
        return "redirect:/authorisations";
    }

    @EntryPoint(value = Action.AUTHORISE, note = "a release proposed")
    @PostMapping("/authorisations/releases")
    String release(@RequestParam Map<String, String> typed, Viewer viewer, Model model) {
        List<Mistake> mistakes = new ArrayList<>();
        String to = Typed.text(typed, "to");
        boolean everybody = to.equals("all");
        if (!everybody
                && authorisations.recipients(viewer).stream()
                        .noneMatch(one -> String.valueOf(one.id()).equals(to))) {
            mistakes.add(new Mistake("to", "Choose to whom"));
        }
        List<String> what = kinds(Typed.text(typed, "what"));
        if (what.isEmpty()) {
            mistakes.add(new Mistake("what", "Choose what is released"));
        }
        Typed.line(typed, "person", "Enter the name of the person who answers for it")
                .ifPresent(mistakes::add);
        Typed.line(typed, "post", "Enter their post").ifPresent(mistakes::add);
        Typed.line(typed, "basis", "Enter on what basis in law").ifPresent(mistakes::add);
        Typed.days(typed, "release-days", MOST_DAYS).ifPresent(mistakes::add);
        Typed.reason("release-reason", Typed.text(typed, "release-reason")).ifPresent(mistakes::add);
        if (!authorisations.isCompetentAuthority(viewer)) {
            mistakes.add(new Mistake("to", "Only a competent authority can release law-enforcement data"));
        }
        if (!mistakes.isEmpty()) {
            return view.show(viewer, model, typed, mistakes);
        }
        Map<String, Object> body = new HashMap<>(Map.of(
                "what", what,
                "person", Typed.text(typed, "person"),
                "post", Typed.text(typed, "post"),
                "basis", Typed.text(typed, "basis"),
                "days", Typed.text(typed, "release-days")));
        if (!everybody) {
            body.put("to", to);
        }
        proposals.propose(viewer, Kind.RELEASE, body, Typed.text(typed, "release-reason"));
        return "redirect:/authorisations";
    }

    @EntryPoint(value = Action.AUTHORISE, note = "a sensitive purpose proposed")
    @PostMapping("/authorisations/sensitive")
    String sensitive(@RequestParam Map<String, String> typed, Viewer viewer, Model model) {
        List<Mistake> mistakes = new ArrayList<>();
        String purpose = Typed.text(typed, "purpose");
        if (AuthorisationsView.sensitivePurposes().stream()
                .noneMatch(one -> one.name().equals(purpose))) {
            mistakes.add(new Mistake("purpose", "Choose a purpose"));
        }
        Typed.days(typed, "sensitive-days", MOST_DAYS).ifPresent(mistakes::add);
        Typed.reason("sensitive-reason", Typed.text(typed, "sensitive-reason")).ifPresent(mistakes::add);
        if (!mistakes.isEmpty()) {
            return view.show(viewer, model, typed, mistakes);
        }
        proposals.propose(
                viewer,
                Kind.SENSITIVE_PURPOSE,
                Map.of("purpose", purpose, "days", Typed.text(typed, "sensitive-days")),
                Typed.text(typed, "sensitive-reason"));
        return "redirect:/authorisations";
    }

    private static List<String> kinds(String chosen) {
        return switch (chosen) {
            case "part_3" -> List.of("part_3");
            case "part_3_intelligence" -> List.of("part_3_intelligence");
            case "both" -> List.of("part_3", "part_3_intelligence");
            default -> List.of();
        };
    }
}
