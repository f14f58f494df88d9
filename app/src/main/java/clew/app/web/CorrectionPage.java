package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.corrections.CorrectedRecord;
import clew.app.corrections.Corrections;
import clew.app.corrections.Outcome;
import clew.app.corrections.Statement;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Something is wrong in a record: correct it, add to it, or propose to the agency that sent it; and the answers. */
@Controller
class CorrectionPage {

    private final Corrections corrections;

    CorrectionPage(Corrections corrections) {
        this.corrections = corrections;
    }

    @EntryPoint(value = Action.CORRECT, note = "what is wrong in a record")
    @GetMapping("/records/{record}/corrections")
    String show(@PathVariable UUID record, Rights rights, Look look, Model model) {
        return page(record, rights, look, model, new Typed("", "", "", ""), List.of());
    }

    @EntryPoint(value = Action.CORRECT, note = "corrected or proposed")
    @PostMapping("/records/{record}/corrections")
    String correct(
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reason,
            Rights rights,
            Look look,
            Model model) {
        return answer(
                corrections.correct(rights, record, field, value, reason),
                new Typed(field, value, "", reason),
                record,
                rights,
                look,
                model,
                "");
    }

    @EntryPoint(value = Action.CORRECT, note = "added to")
    @PostMapping("/records/{record}/additions")
    String add(
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "add-reason", defaultValue = "") String reason,
            Rights rights,
            Look look,
            Model model) {
        return answer(
                corrections.add(rights, record, text, reason),
                new Typed("", "", text, reason),
                record,
                rights,
                look,
                model,
                "add-");
    }

    @EntryPoint(value = Action.CORRECT, note = "correction ended")
    @PostMapping("/records/{record}/corrections/{correction}")
    String end(
            @PathVariable UUID record,
            @PathVariable UUID correction,
            @RequestParam(name = "end-reason", defaultValue = "") String reason,
            Rights rights,
            Look look,
            Model model) {
        return answer(
                corrections.end(rights, record, correction, reason),
                new Typed("", "", "", ""),
                record,
                rights,
                look,
                model,
                "end-");
    }

    @EntryPoint(value = Action.CORRECT, note = "proposals")
    @GetMapping("/proposals")
    String proposals(Rights rights, Look look, Model model) {
        return proposals(rights, look, model, List.of());
    }

    @EntryPoint(value = Action.CORRECT, note = "proposal answered")
    @PostMapping("/proposals/{proposal}")
    String answer(
            @PathVariable UUID proposal,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String reason,
            Rights rights,
            Look look,
            Model model) {
        if (!List.of("accept", "refuse").contains(answer)) {
            return proposals(
                    rights, look, model, List.of(new Mistake("accept-" + proposal, "Choose whether you accept it")));
        }
        return switch (corrections.answer(rights, proposal, answer.equals("accept"), reason)) {
            case Outcome.Done done -> {
                look.at(done.id());
                yield "redirect:/proposals";
            }
            case Outcome.Wrong wrong ->
                proposals(rights, look, model, List.of(new Mistake("reason-" + proposal, wrong.words())));
        };
    }

    private String proposals(Rights rights, Look look, Model model, List<Mistake> mistakes) {
        List<Statement> waiting = corrections.toAnswer(rights);
        List<Statement> proposed = corrections.proposed(rights);
        look.at(waiting.stream().map(Statement::record).toList())
                .at(proposed.stream().map(Statement::record).toList());
        model.addAttribute("waiting", waiting.stream().map(StatementLine::of).toList());
        model.addAttribute("proposed", proposed.stream().map(StatementLine::of).toList());
        Forms.show(model, mistakes);
        return "proposals";
    }

    private String answer(
            Outcome outcome, Typed typed, UUID record, Rights rights, Look look, Model model, String prefix) {
        return switch (outcome) {
            case Outcome.Done done -> {
                look.at(record).at(done.id());
                yield "redirect:/records/" + record + "/corrections";
            }
            case Outcome.Wrong wrong ->
                page(
                        record,
                        rights,
                        look,
                        model,
                        typed,
                        List.of(new Mistake(
                                wrong.field().equals("reason") ? prefix + "reason" : wrong.field(), wrong.words())));
        };
    }

    private String page(UUID record, Rights rights, Look look, Model model, Typed typed, List<Mistake> mistakes) {
        CorrectedRecord found =
                corrections.of(rights, record).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(record);
        model.addAttribute("record", record);
        model.addAttribute("found", found);
        model.addAttribute(
                "statements", found.statements().stream().map(StatementLine::of).toList());
        model.addAttribute("typed", typed);
        Forms.show(model, mistakes);
        return "corrections";
    }

    /** What was typed, kept when something was wrong with it. */
    record Typed(String field, String value, String text, String reason) {}

    /** A statement in words. */
    record StatementLine(
            UUID id, UUID record, String title, String said, String by, String reason, String state, boolean canEnd) {

        static StatementLine of(Statement said) {
            return new StatementLine(
                    said.decision(),
                    said.record(),
                    title(said),
                    said(said),
                    said.by() + ", " + said.agency() + ", " + Words.date(said.at()),
                    said.reason(),
                    said.state(),
                    said.kind() == Statement.Kind.CORRECTION && said.open());
        }

        private static String title(Statement said) {
            return switch (said.kind()) {
                case CORRECTION -> "Correction of " + said.field();
                case ADDENDUM -> "Addition";
                case CORRECTION_ENDED -> "A correction was ended";
                case CORRECTION_PROPOSED -> "Proposal for " + said.field();
                case PROPOSAL_ACCEPTED -> "A proposal was accepted";
                case PROPOSAL_REFUSED -> "A proposal was refused";
            };
        }

        private static String said(Statement said) {
            return switch (said.kind()) {
                case CORRECTION, CORRECTION_PROPOSED ->
                    "Received: " + orNothing(said.old()) + ". Should be: " + orNothing(said.mended()) + ".";
                default -> said.mended();
            };
        }

        private static String orNothing(String text) {
            return text.isEmpty() ? "nothing" : Words.dates(text);
        }
    }
}
