package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Audience;
import clew.app.access.EntryPoint;
import clew.app.access.Exclusions;
import clew.app.access.Grants;
import clew.app.access.Matrix;
import clew.app.access.Purpose;
import clew.app.access.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody may see, by which grant and until when; for which purpose they look; and from what they shut themselves out. */
@Controller
class MyAccessPage {

    private static final Map<String, String> DONE = Map.of(
            "asked",
            "Your request was sent. If a record has this reference, those who decide on it will see what you wrote. You"
                    + " will not be told whether there is one.",
            "declared",
            "It is written down. If a record has this reference, it does not exist for you from now on.",
            "purpose",
            "The purpose was changed. It stands in the ledger with each look from now on.",
            "ended",
            "The access was ended.");

    private final Grants grants;
    private final Exclusions exclusions;
    private final Audience audience;

    MyAccessPage(Grants grants, Exclusions exclusions, Audience audience) {
        this.grants = grants;
        this.exclusions = exclusions;
        this.audience = audience;
    }

    @EntryPoint(value = Action.HOME, note = "my access")
    @GetMapping("/access")
    String show(@RequestParam(required = false) @Nullable String done, Viewer viewer, Model model) {
        return show(viewer, model, Typed.EMPTY, List.of(), done);
    }

    @EntryPoint(value = Action.HOME, note = "purpose chosen")
    @PostMapping("/access/purpose")
    String choose(@RequestParam(defaultValue = "") String purpose, Viewer viewer, HttpServletRequest request) {
        Optional<Purpose> chosen = purposes(viewer).stream()
                .filter(one -> one.name().equals(purpose))
                .findFirst();
        chosen.ifPresent(one -> one.choose(request));
        return "redirect:/access" + (chosen.isPresent() ? "?done=purpose" : "");
    }

    @EntryPoint(value = Action.DECLARE_CONFLICT, note = "by reference")
    @PostMapping("/access/conflicts")
    String declare(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Model model) {
        Typed typed = new Typed(reference, reason);
        List<Mistake> mistakes = typed.mistakes();
        if (!mistakes.isEmpty()) {
            return show(viewer, model, typed, mistakes, null);
        }
        exclusions.declare(viewer, List.of(typed.record().orElseThrow()), reason.strip());
        return "redirect:/access?done=declared";
    }

    @EntryPoint(value = Action.HOME, note = "own access ended")
    @PostMapping("/access/grants/{grant}/end")
    String end(@PathVariable UUID grant, Viewer viewer) {
        grants.end(viewer, grant, "ended by who held it");
        return "redirect:/access?done=ended";
    }

    private String show(Viewer viewer, Model model, Typed typed, List<Mistake> mistakes, @Nullable String done) {
        model.addAttribute("done", done == null ? null : DONE.get(done));
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("wrong", Mistake.words(mistakes));
        model.addAttribute("typed", typed);
        model.addAttribute("purposes", purposes(viewer));
        model.addAttribute("purpose", viewer.purpose().name());
        model.addAttribute("sees", has(viewer, Matrix.Kind.SEES));
        model.addAttribute("may", has(viewer, Matrix.Kind.MAY));
        model.addAttribute("places", audience.places(viewer));
        model.addAttribute(
                "grants", grants.own(viewer).stream().map(GrantLine::of).toList());
        model.addAttribute(
                "conflicts",
                exclusions.own(viewer).stream()
                        .map(one -> new ConflictLine(one.record(), Words.date(one.from()), one.reason()))
                        .toList());
        model.addAttribute("mayRequest", viewer.may(Action.REQUEST_ACCESS));
        model.addAttribute("mayChallenge", viewer.may(Action.CHALLENGE));
        model.addAttribute("mayReview", viewer.may(Action.REVIEW_CHALLENGES));
        return "access";
    }

    private static List<Purpose> purposes(Viewer viewer) {
        return Purpose.of(viewer.roles(), LocalDate.now(Words.LONDON));
    }

    private static List<String> has(Viewer viewer, Matrix.Kind kind) {
        return Matrix.SHIPPED.of(kind).stream()
                .filter(row -> row.roles().stream().anyMatch(viewer.roles()::contains))
                .map(Matrix.Row::means)
                .collect(Collectors.toList());
    }

    /** A conflict that somebody declared. */
    record ConflictLine(UUID record, String since, String reason) {}

    /** A grant or a request, in words. */
    record GrantLine(UUID id, UUID record, String kind, String reason, String when, String state, boolean inForce) {

        static GrantLine of(Grants.Own own) {
            String when = own.until() == null
                    ? "asked " + Words.dateAndTime(own.from())
                    : Words.dateAndTime(own.from()) + " to " + Words.dateAndTime(own.until());
            return new GrantLine(
                    own.id(),
                    own.record(),
                    own.kind().equals("challenged") ? "Opened by yourself" : "Asked for",
                    own.reason(),
                    when,
                    state(own.state()),
                    own.state() == Grants.State.IN_FORCE);
        }

        private static String state(Grants.State state) {
            return switch (state) {
                case IN_FORCE -> "In force";
                case ENDED -> "Ended";
                case WAITING -> "No access given yet";
                case NOT_GIVEN -> "Not given";
            };
        }
    }
}
