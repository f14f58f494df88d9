package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.ledger.Look;
import clew.app.retention.Disposal;
import clew.app.retention.Disposals;
import clew.app.retention.Hold;
import clew.app.retention.Holds;
import clew.app.retention.Outcome;
import clew.app.retention.Preview;
import clew.app.retention.Schedule;
import clew.app.retention.Type;
import clew.app.store.Rights;
import clew.core.standard.Standard;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How long records are kept, legal holds, and disposal by two people. */
@Controller
class RetentionPage {

    private final Disposals disposals;
    private final Holds holds;

    RetentionPage(Disposals disposals, Holds holds) {
        this.disposals = disposals;
        this.holds = holds;
    }

    @EntryPoint(value = Action.DISPOSE, note = "retention schedule and proposals")
    @GetMapping("/retention")
    String show(Rights rights, Look look, Model model) {
        List<Disposal> all = disposals.all(rights);
        look.at(all.stream().map(Disposal::id).toList());
        model.addAttribute("types", Schedule.SHIPPED.types());
        model.addAttribute("disposals", all.stream().map(DisposalLine::of).toList());
        return "retention";
    }

    @EntryPoint(value = Action.DISPOSE, note = "preview of a disposal")
    @GetMapping("/retention/{name}")
    String preview(@PathVariable String name, Rights rights, Model model) {
        return preview(type(name), rights, model, "", List.of());
    }

    @EntryPoint(value = Action.DISPOSE, note = "disposal proposed")
    @PostMapping("/retention/{name}")
    String propose(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String reason,
            Rights rights,
            Look look,
            Model model) {
        return switch (disposals.propose(rights, type(name), reason)) {
            case Outcome.Done done -> {
                look.at(done.id());
                yield "redirect:/disposals/" + done.id();
            }
            case Outcome.Wrong wrong ->
                preview(type(name), rights, model, reason, List.of(new Mistake(wrong.field(), wrong.words())));
        };
    }

    @EntryPoint(value = Action.DISPOSE, note = "one proposal")
    @GetMapping("/disposals/{id}")
    String one(@PathVariable UUID id, Rights rights, Look look, Model model) {
        return one(id, rights, look, model, List.of());
    }

    @EntryPoint(value = Action.DISPOSE, note = "disposal confirmed")
    @PostMapping("/disposals/{id}")
    String confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Rights rights,
            Look look,
            Model model) {
        return switch (disposals.confirm(rights, id, reason)) {
            case Outcome.Done done -> {
                look.at(id);
                yield "redirect:/disposals/" + id;
            }
            case Outcome.Wrong wrong ->
                one(id, rights, look, model, List.of(new Mistake(wrong.field(), wrong.words())));
        };
    }

    @EntryPoint(value = Action.HOLD, note = "legal holds")
    @GetMapping("/holds")
    String holds(Rights rights, Look look, Model model) {
        return holds(rights, look, model, Map.of(), List.of());
    }

    @EntryPoint(value = Action.HOLD, note = "hold placed")
    @PostMapping("/holds")
    String place(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String shape,
            @RequestParam(defaultValue = "") String reason,
            Rights rights,
            Look look,
            Model model) {
        Outcome outcome = shape.isBlank()
                ? new Outcome.Wrong("shape", "Choose which records")
                : holds.place(rights, name, shape.equals("all") ? "" : shape, reason);
        return held(outcome, Map.of("name", name, "shape", shape, "reason", reason), rights, look, model);
    }

    @EntryPoint(value = Action.HOLD, note = "lifting of a hold")
    @PostMapping("/holds/{id}")
    String lift(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Rights rights,
            Look look,
            Model model) {
        return held(holds.lift(rights, id, reason), Map.of(), rights, look, model);
    }

    private String held(Outcome outcome, Map<String, String> typed, Rights rights, Look look, Model model) {
        return switch (outcome) {
            case Outcome.Done done -> {
                look.at(done.id());
                yield "redirect:/holds";
            }
            case Outcome.Wrong wrong ->
                holds(rights, look, model, typed, List.of(new Mistake(wrong.field(), wrong.words())));
        };
    }

    private String holds(Rights rights, Look look, Model model, Map<String, String> typed, List<Mistake> mistakes) {
        List<Hold> all = holds.all(rights);
        look.at(all.stream().map(Hold::id).toList());
        model.addAttribute("holds", all.stream().map(HoldLine::of).toList());
        model.addAttribute(
                "shapes",
                Standard.shapes().stream()
                        .map(shape -> new Choice(shape.name(), shape.title()))
                        .toList());
        model.addAttribute("typed", typed);
        Forms.show(model, mistakes);
        return "holds";
    }

    private String preview(Type type, Rights rights, Model model, String reason, List<Mistake> mistakes) {
        Preview preview = disposals.preview(rights, type);
        model.addAttribute("type", type);
        model.addAttribute("preview", preview);
        model.addAttribute("reason", reason);
        Forms.show(model, mistakes);
        return "disposal-preview";
    }

    private String one(UUID id, Rights rights, Look look, Model model, List<Mistake> mistakes) {
        Disposal found =
                disposals.find(rights, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(id);
        model.addAttribute("found", DisposalLine.of(found));
        Forms.show(model, mistakes);
        return "disposal";
    }

    private static Type type(String name) {
        return Schedule.SHIPPED.named(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A type of record that can be chosen. */
    record Choice(String name, String title) {}

    /** A hold in words. */
    record HoldLine(
            UUID id,
            String name,
            String scope,
            String by,
            String reason,
            String asked,
            boolean lifted,
            boolean viewerMay) {

        static HoldLine of(Hold hold) {
            return new HoldLine(
                    hold.id(),
                    hold.name(),
                    hold.shape().isEmpty() ? "All types of record" : hold.shape(),
                    hold.placedBy() + ", " + Words.date(hold.placedAt()),
                    hold.reason(),
                    hold.liftAskedBy() == null ? "" : hold.liftAskedBy() + " asked to lift it: " + hold.liftReason(),
                    hold.liftedAt() != null,
                    hold.liftedAt() == null && !hold.askedByViewer());
        }
    }

    /** A proposal in words. */
    record DisposalLine(
            UUID id,
            String type,
            String standing,
            String by,
            String reason,
            String rows,
            Map<String, Integer> records,
            String expires,
            boolean open,
            boolean viewerMay) {

        static DisposalLine of(Disposal found) {
            boolean open = found.confirmedBy() == null && found.expiresAt().isAfter(java.time.Instant.now());
            return new DisposalLine(
                    found.id(),
                    found.type(),
                    standing(found, open),
                    found.proposedBy() + ", " + Words.date(found.proposedAt()),
                    found.reason(),
                    Words.count(found.rows(), "row as received", "rows as received"),
                    found.records(),
                    Words.date(found.expiresAt()),
                    open,
                    open && !found.byViewer());
        }

        private static String standing(Disposal found, boolean open) {
            if (found.confirmedBy() != null && found.confirmedAt() != null) {
                return "Disposed of: confirmed by " + found.confirmedBy() + " on " + Words.date(found.confirmedAt())
                        + ". " + found.confirmedReason();
            }
            return open ? "Waits for a second person" : "Ended: nobody confirmed it in time";
        }
    }
}
