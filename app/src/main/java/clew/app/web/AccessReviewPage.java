package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Exclusions;
import clew.app.access.Grants;
import clew.app.access.Purpose;
import clew.app.access.Viewer;
import clew.app.ledger.Look;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For those who decide on an agency's records: who asks to see them, who opened them by themselves, and who is shut out. */
@Controller
class AccessReviewPage {

    private final Grants grants;
    private final Exclusions exclusions;

    AccessReviewPage(Grants grants, Exclusions exclusions) {
        this.grants = grants;
        this.exclusions = exclusions;
    }

    @EntryPoint(value = Action.REVIEW_CHALLENGES, note = "list")
    @GetMapping("/access/reviews")
    String show(@RequestParam(required = false) @Nullable String done, Viewer viewer, Look look, Model model) {
        return show(viewer, look, model, List.of(), done != null);
    }

    @EntryPoint(Action.APPROVE_ACCESS)
    @PostMapping("/access/requests/{request}")
    String decide(
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Look look,
            Model model) {
        Optional<Integer> length = days(days);
        List<Mistake> mistakes = new java.util.ArrayList<>();
        if (!decision.equals("give") && !decision.equals("refuse")) {
            mistakes.add(new Mistake("decision-" + request, "Choose whether to give access"));
        } else if (decision.equals("give") && length.isEmpty()) {
            mistakes.add(new Mistake("days-" + request, "Days must be a number from 1 to " + Grants.MOST_DAYS));
        }
        Typed.reason("reason-" + request, reason).ifPresent(mistakes::add);
        if (!mistakes.isEmpty()) {
            return show(viewer, look, model, mistakes, false);
        }
        grants.decide(viewer, request, decision.equals("give") ? endOf(length.orElseThrow()) : null, reason.strip());
        return "redirect:/access/reviews?done";
    }

    @EntryPoint(Action.REVIEW_CHALLENGES)
    @PostMapping("/access/challenges/{grant}")
    String review(
            @PathVariable UUID grant,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Look look,
            Model model) {
        List<Mistake> mistakes = new java.util.ArrayList<>();
        if (!decision.equals("confirm") && !decision.equals("object")) {
            mistakes.add(new Mistake("decision-" + grant, "Choose whether to confirm or to object"));
        }
        Typed.reason("reason-" + grant, reason).ifPresent(mistakes::add);
        if (!mistakes.isEmpty()) {
            return show(viewer, look, model, mistakes, false);
        }
        grants.review(viewer, grant, decision.equals("confirm"), reason.strip());
        return "redirect:/access/reviews?done";
    }

    @EntryPoint(value = Action.EXCLUDE, note = "let in again")
    @PostMapping("/access/exclusions/{exclusion}/lift")
    String lift(@PathVariable UUID exclusion, Viewer viewer) {
        exclusions.lift(viewer, exclusion, "the conflict is over, says who decides on the record");
        return "redirect:/access/reviews?done";
    }

    private String show(Viewer viewer, Look look, Model model, List<Mistake> mistakes, boolean done) {
        List<Grants.Task> requests = grants.toDecide(viewer);
        List<Grants.Task> challenges = grants.toReview(viewer);
        List<Exclusions.Standing> shutOut = exclusions.standing(viewer);
        look.at(requests.stream().map(Grants.Task::record).toList())
                .at(challenges.stream().map(Grants.Task::record).toList())
                .at(shutOut.stream().map(Exclusions.Standing::record).toList());
        model.addAttribute("done", done);
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("wrong", Mistake.words(mistakes));
        model.addAttribute("requests", requests.stream().map(TaskLine::of).toList());
        model.addAttribute("challenges", challenges.stream().map(TaskLine::of).toList());
        model.addAttribute(
                "shutOut",
                shutOut.stream()
                        .map(one -> new ShutOutLine(
                                one.id(), one.user(), one.record(), Words.date(one.from()), one.reason()))
                        .toList());
        return "access-reviews";
    }

    private static Optional<Integer> days(String text) {
        return Optional.of(text.strip())
                .filter(number -> number.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(days -> days >= 1 && days <= Grants.MOST_DAYS);
    }

    private static Instant endOf(int days) {
        return LocalDate.now(Words.LONDON)
                .plus(days, ChronoUnit.DAYS)
                .atStartOfDay(Words.LONDON)
                .plusDays(1)
                .toInstant();
    }

    /** A request or a challenge, in words. */
    record TaskLine(
            UUID id, String who, UUID record, String about, String purpose, String reason, String at, String until) {

        static TaskLine of(Grants.Task task) {
            return new TaskLine(
                    task.id(),
                    task.user() + ", " + task.agency(),
                    task.record(),
                    Words.capital(task.shape().replace('_', ' ')),
                    Purpose.named(task.purpose()).map(Purpose::words).orElse(task.purpose()),
                    task.reason(),
                    Words.dateAndTime(task.at()),
                    task.until() == null ? "" : Words.dateAndTime(task.until()));
        }
    }

    /** Somebody who is shut out of a record. */
    record ShutOutLine(UUID id, String who, UUID record, String since, String reason) {}
}
