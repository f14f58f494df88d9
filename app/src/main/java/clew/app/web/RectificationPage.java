package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.corrections.Outcome;
import clew.app.corrections.Rectification;
import clew.app.corrections.Rectification.AskedBy;
import clew.app.corrections.Rectification.Kind;
import clew.app.corrections.Rectifications;
import clew.app.ledger.Look;
import clew.app.ledger.Looks;
import clew.app.store.Rights;
import clew.app.web.EnteredDate.Read;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Rectification cases: opened for a record, on a clock, with their outcome and who was told. */
@Controller
class RectificationPage {

    private final Rectifications cases;
    private final Looks looks;

    RectificationPage(Rectifications cases, Looks looks) {
        this.cases = cases;
        this.looks = looks;
    }

    @EntryPoint(value = Action.RECTIFY, note = "cases")
    @GetMapping("/rectifications")
    String list(Rights rights, Look look, Model model) {
        List<Rectification> all = cases.all(rights);
        look.at(all.stream().map(Rectification::id).toList());
        model.addAttribute("cases", all.stream().map(CaseLine::of).toList());
        return "rectifications";
    }

    @EntryPoint(value = Action.RECTIFY, note = "form of a new case")
    @GetMapping("/records/{record}/rectification")
    String form(@PathVariable UUID record, Rights rights, Look look, Model model) {
        return form(record, rights, look, model, EnteredDate.of("", "", ""), "", "", List.of());
    }

    @EntryPoint(value = Action.RECTIFY, note = "case opened")
    @PostMapping("/records/{record}/rectification")
    String open(
            @PathVariable UUID record,
            @RequestParam(name = "received-day", defaultValue = "") String day,
            @RequestParam(name = "received-month", defaultValue = "") String month,
            @RequestParam(name = "received-year", defaultValue = "") String year,
            @RequestParam(name = "asked-by", defaultValue = "") String askedBy,
            @RequestParam(defaultValue = "") String disputed,
            Rights rights,
            Look look,
            Model model) {
        EnteredDate entered = EnteredDate.of(day, month, year);
        Optional<AskedBy> who = Forms.chosen(AskedBy.class, askedBy);
        Outcome outcome = who.isEmpty()
                ? new Outcome.Wrong("asked-PERSON", "Choose who asks")
                : cases.open(rights, List.of(record), received(entered), who.get(), disputed);
        return switch (outcome) {
            case Outcome.Done done -> {
                look.at(record).at(done.id());
                yield "redirect:/rectifications/" + done.id();
            }
            case Outcome.Wrong wrong ->
                form(
                        record,
                        rights,
                        look,
                        model,
                        entered,
                        askedBy,
                        disputed,
                        List.of(new Mistake(wrong.field(), wrong.words())));
        };
    }

    @EntryPoint(value = Action.RECTIFY, note = "one case")
    @GetMapping("/rectifications/{id}")
    String one(@PathVariable UUID id, Rights rights, Look look, Model model) {
        return one(id, rights, look, model, List.of());
    }

    @EntryPoint(value = Action.RECTIFY, note = "step of a case")
    @PostMapping("/rectifications/{id}")
    String step(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String agency,
            Rights rights,
            Look look,
            Model model) {
        Optional<Kind> kind = Forms.chosen(Kind.class, step);
        if (kind.isEmpty()) {
            return one(id, rights, look, model, List.of(new Mistake("step-PUT_RIGHT", "Choose what happened")));
        }
        return switch (take(rights, id, kind.get(), reason, agency)) {
            case Outcome.Done done -> {
                look.at(id);
                yield "redirect:/rectifications/" + id;
            }
            case Outcome.Wrong wrong ->
                one(
                        id,
                        rights,
                        look,
                        model,
                        List.of(new Mistake(
                                kind.get() == Kind.TOLD ? "reason-told-" + agency : "reason", wrong.words())));
        };
    }

    private Outcome take(Rights rights, UUID id, Kind kind, String reason, String agency) {
        return switch (kind) {
            case EXTENDED -> cases.extend(rights, id, reason);
            case COMPLAINT -> cases.complain(rights, id, reason);
            case TOLD ->
                cases.recipients(rights, id).stream()
                        .filter(recipient -> String.valueOf(recipient.agency()).equals(agency))
                        .findFirst()
                        .map(recipient -> cases.told(rights, id, recipient.agency(), reason))
                        .orElseGet(() -> new Outcome.Wrong("reason", "Choose who was told"));
            default -> cases.decide(rights, id, kind, reason);
        };
    }

    private String form(
            UUID record,
            Rights rights,
            Look look,
            Model model,
            EnteredDate received,
            String askedBy,
            String disputed,
            List<Mistake> mistakes) {
        if (!looks.isVisible(rights, record)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        look.at(record);
        model.addAttribute("record", record);
        model.addAttribute("received", received);
        model.addAttribute("askedBy", askedBy);
        model.addAttribute("disputed", disputed);
        model.addAttribute("choices", AskedBy.values());
        Forms.show(model, mistakes);
        return "rectification-form";
    }

    private String one(UUID id, Rights rights, Look look, Model model, List<Mistake> mistakes) {
        Rectification found =
                cases.find(rights, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(id).at(found.records());
        model.addAttribute("found", CaseLine.of(found));
        model.addAttribute("open", found.isOpen());
        model.addAttribute(
                "steps",
                found.steps().stream()
                        .map(step -> new StepLine(
                                step.kind().words() + (step.told().isEmpty() ? "" : ": " + step.told()),
                                step.reason(),
                                step.by() + ", " + Words.date(step.at())))
                        .toList());
        model.addAttribute(
                "recipients",
                cases.recipients(rights, id).stream()
                        .map(recipient -> new RecipientLine(
                                recipient.agency(),
                                recipient.name(),
                                Words.count(recipient.looks(), "look", "looks") + ", the last on "
                                        + Words.date(recipient.lastLook()),
                                recipient.told()))
                        .toList());
        model.addAttribute(
                "kinds",
                found.isOpen()
                        ? List.of(Kind.PUT_RIGHT, Kind.PARTLY_PUT_RIGHT, Kind.REFUSED, Kind.EXTENDED, Kind.COMPLAINT)
                        : List.of(Kind.COMPLAINT));
        Forms.show(model, mistakes);
        return "rectification";
    }

    private static @Nullable LocalDate received(EnteredDate entered) {
        return entered.read("received", "Day") instanceof Read.Days days
                        && days.from().equals(days.to())
                ? days.from()
                : null;
    }

    /** Something that happened in a case, in words. */
    record StepLine(String what, String reason, String by) {}

    /** An agency that saw the disputed record. */
    record RecipientLine(int agency, String name, String looks, boolean told) {}

    /** A case in words. */
    record CaseLine(
            UUID id,
            String standing,
            boolean late,
            String due,
            String received,
            String askedBy,
            String disputed,
            String opened,
            List<UUID> records) {

        static CaseLine of(Rectification found) {
            return new CaseLine(
                    found.id(),
                    found.isOpen() ? (found.isOverdue() ? "Overdue" : "Open") : "Answered",
                    found.isOverdue(),
                    Words.date(found.clock().due()) + (found.clock().lawEnforcement() ? " (Part 3)" : ""),
                    Words.date(found.clock().receivedOn()),
                    found.askedBy().words(),
                    found.disputed(),
                    found.openedBy() + ", " + Words.date(found.openedAt()),
                    found.records());
        }
    }
}
