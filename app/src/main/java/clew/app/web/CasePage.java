package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.identity.PairView;
import clew.app.identity.PersonView;
import clew.app.ledger.Look;
import clew.app.review.Answer;
import clew.app.review.Decisions;
import clew.app.review.Histories;
import clew.app.review.Outcome;
import clew.app.review.Why;
import clew.app.store.Rights;
import clew.app.web.EnteredDate.Read;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One case: two people side by side, why they may be one, what was decided before, and the answer. */
@Controller
class CasePage {

    private final PairView pairs;
    private final Decisions decisions;
    private final Histories histories;

    CasePage(PairView pairs, Decisions decisions, Histories histories) {
        this.pairs = pairs;
        this.decisions = decisions;
        this.histories = histories;
    }

    /** What was answered, as typed. */
    record Answered(
            @Nullable String answer,
            @Nullable String reason,
            @Nullable String ask,
            @Nullable String untilDay,
            @Nullable String untilMonth,
            @Nullable String untilYear) {

        static final Answered EMPTY = new Answered(null, null, null, null, null, null);

        EnteredDate until() {
            return EnteredDate.of(untilDay, untilMonth, untilYear);
        }

        public String because() {
            return reason == null ? "" : reason;
        }

        List<Mistake> mistakes() {
            List<Mistake> mistakes = new ArrayList<>();
            if (Forms.chosen(Answer.class, answer == null ? "" : answer).isEmpty()) {
                mistakes.add(new Mistake("answer", "Choose an answer"));
            }
            if ("ASK".equals(answer) && asked() == null) {
                mistakes.add(new Mistake("ask", "Choose whom to ask"));
            }
            if ("UNSURE".equals(answer) && until().read("until", "Date") instanceof Read.Wrong wrong) {
                mistakes.add(wrong.mistake());
            }
            Typed.reason("reason", because()).ifPresent(mistakes::add);
            return mistakes;
        }

        @Nullable
        UUID asked() {
            return new Typed(ask == null ? "" : ask, "").record().orElse(null);
        }

        @Nullable
        LocalDate day() {
            return until().read("until", "Date") instanceof Read.Days days ? days.to() : null;
        }
    }

    @EntryPoint(value = Action.DECIDE, note = "one case of who is who")
    @GetMapping("/review/{left}/{right}")
    String show(
            @PathVariable UUID left,
            @PathVariable UUID right,
            @RequestParam(name = "why", required = false) @Nullable String why,
            @RequestParam(name = "done", required = false) @Nullable UUID done,
            Rights rights,
            Look look,
            Model model) {
        model.addAttribute("done", done);
        return page(rights, look, model, left, right, why, Answered.EMPTY, List.of());
    }

    @EntryPoint(value = Action.DECIDE, note = "who is who decided")
    @PostMapping("/review/{left}/{right}")
    String answer(
            @PathVariable UUID left,
            @PathVariable UUID right,
            @RequestParam(name = "why", required = false) @Nullable String why,
            @ModelAttribute("typed") Answered typed,
            Rights rights,
            Look look,
            Model model) {
        List<Mistake> mistakes = typed.mistakes();
        if (!mistakes.isEmpty()) {
            return page(rights, look, model, left, right, why, typed, mistakes);
        }
        String onward = "&left=" + left + "&right=" + right + (Why.of(why) == null ? "" : "&why=" + why);
        return switch (decide(rights, left, right, typed)) {
            case Outcome.Done done -> {
                look.at(List.of(left, right, done.id()));
                yield "redirect:/review/next?done=" + done.id() + onward;
            }
            case Outcome.Waits waits -> {
                look.at(List.of(left, right, waits.id()));
                yield "redirect:/review/next?done=" + waits.id() + onward;
            }
            case Outcome.Wrong wrong ->
                page(rights, look, model, left, right, why, typed, List.of(new Mistake(wrong.field(), wrong.words())));
        };
    }

    private Outcome decide(Rights rights, UUID left, UUID right, Answered typed) {
        String reason = typed.because();
        return switch (Forms.chosen(Answer.class, String.valueOf(typed.answer()))
                .orElseThrow()) {
            case SAME -> decisions.same(rights, left, right, reason);
            case NOT_SAME -> decisions.notSame(rights, left, right, reason);
            case UNSURE -> decisions.unsure(rights, left, right, reason, typed.day());
            case ASK -> decisions.ask(rights, left, right, java.util.Objects.requireNonNull(typed.asked()), reason);
        };
    }

    private String page(
            Rights rights,
            Look look,
            Model model,
            UUID left,
            UUID right,
            @Nullable String why,
            Answered typed,
            List<Mistake> mistakes) {
        PairView.Pair pair =
                pairs.of(rights, left, right).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<UUID> records = Stream.of(pair.left(), pair.right())
                .flatMap(person -> person.records().stream())
                .map(PersonView.Source::record)
                .distinct()
                .toList();
        look.at(List.of(left, right)).at(records);
        TwoSides.into(model, pair);
        model.addAttribute("asked", TwoSides.asked(pair, left, right));
        model.addAttribute(
                "decided",
                histories.decided(rights, records).stream().map(DecidedLine::of).toList());
        model.addAttribute("takesTwo", decisions.takesTwo(rights, left, right));
        model.addAttribute("owners", owners(pair, left, right));
        model.addAttribute("left", left);
        model.addAttribute("right", right);
        model.addAttribute("why", Why.of(why) == null ? "" : why);
        model.addAttribute("answers", Answer.values());
        model.addAttribute("typed", typed);
        model.addAttribute("until", typed.until());
        Forms.show(model, mistakes);
        return "review-case";
    }

    private static List<Owner> owners(PairView.Pair pair, UUID left, UUID right) {
        return Stream.of(pair.left().source(left), pair.right().source(right))
                .flatMap(java.util.Optional::stream)
                .map(source -> new Owner(source.record(), source.agency() + ", about its record in " + source.system()))
                .toList();
    }

    /** An agency that can be asked about its record. */
    record Owner(UUID record, String words) {}
}
