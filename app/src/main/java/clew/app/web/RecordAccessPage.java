package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Audience;
import clew.app.access.EntryPoint;
import clew.app.access.Exclusions;
import clew.app.access.Grants;
import clew.app.access.Restrictions;
import clew.app.access.Viewer;
import clew.app.identity.PersonView;
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

/** Who may see the records of one person, and what those may do about it who decide. */
@Controller
class RecordAccessPage {

    private final PersonView persons;
    private final Audience audience;
    private final Exclusions exclusions;
    private final Restrictions restrictions;
    private final Grants grants;

    RecordAccessPage(
            PersonView persons, Audience audience, Exclusions exclusions, Restrictions restrictions, Grants grants) {
        this.persons = persons;
        this.audience = audience;
        this.exclusions = exclusions;
        this.restrictions = restrictions;
        this.grants = grants;
    }

    @EntryPoint(value = Action.READ, note = "who may see this")
    @GetMapping("/persons/{record}/access")
    String show(@PathVariable UUID record, Viewer viewer, Rights rights, Look look, Model model) {
        return show(record, viewer, rights, look, model, List.of());
    }

    @EntryPoint(value = Action.DECLARE_CONFLICT, note = "a person")
    @PostMapping("/persons/{record}/conflict")
    String declare(
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        List<UUID> records = records(rights, record);
        List<Mistake> mistakes = Typed.reason("reason", reason).stream().toList();
        if (!mistakes.isEmpty()) {
            return show(record, viewer, rights, look, model, mistakes);
        }
        look.at(records);
        exclusions.declare(viewer, records, reason.strip());
        return "redirect:/access?done=declared";
    }

    @EntryPoint(Action.EXCLUDE)
    @PostMapping("/persons/{record}/exclusions")
    String exclude(
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(name = "excludeReason", defaultValue = "") String reason,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        records(rights, record);
        List<Mistake> mistakes = Typed.reason("excludeReason", reason).stream().toList();
        if (mistakes.isEmpty() && !exclusions.set(viewer, person.strip(), record, reason.strip())) {
            mistakes = List.of(new Mistake("person", "Enter the sign-in name of a user"));
        }
        if (!mistakes.isEmpty()) {
            return show(record, viewer, rights, look, model, mistakes);
        }
        look.at(record);
        return "redirect:/persons/" + record + "/access";
    }

    @EntryPoint(Action.RESTRICT)
    @PostMapping("/persons/{record}/restriction")
    String restrict(
            @PathVariable UUID record,
            @RequestParam(name = "restrictReason", defaultValue = "") String reason,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        records(rights, record);
        List<Mistake> mistakes = Typed.reason("restrictReason", reason).stream().toList();
        if (!mistakes.isEmpty()) {
            return show(record, viewer, rights, look, model, mistakes);
        }
        look.at(record);
        restrictions.restrict(viewer, record, reason.strip());
        return "redirect:/";
    }

    @EntryPoint(value = Action.RESTRICT, note = "lifted")
    @PostMapping("/persons/{record}/restriction/lift")
    String lift(@PathVariable UUID record, Viewer viewer, Look look) {
        look.at(record);
        restrictions.lift(viewer, record, "lifted by who decides on the record");
        return "redirect:/persons/" + record + "/access";
    }

    @EntryPoint(value = Action.APPROVE_ACCESS, note = "ended")
    @PostMapping("/persons/{record}/grants/{grant}/end")
    String end(@PathVariable UUID record, @PathVariable UUID grant, Viewer viewer, Look look) {
        look.at(record);
        grants.end(viewer, grant, "ended by who decides on the record");
        return "redirect:/persons/" + record + "/access";
    }

    private String show(UUID record, Viewer viewer, Rights rights, Look look, Model model, List<Mistake> mistakes) {
        List<UUID> records = records(rights, record);
        List<Audience.Kept> kept = audience.of(rights, viewer, records);
        look.at(record).at(records);
        model.addAttribute("record", record);
        model.addAttribute(
                "kept", kept.stream().map(one -> KeptLine.of(one, viewer)).toList());
        model.addAttribute(
                "letIn",
                audience.letIn(rights, viewer, records).stream()
                        .map(one -> new LetInLine(
                                one.grant(),
                                one.user() + ", " + one.agency(),
                                one.kind().equals("challenged") ? "opened by themselves" : "asked for",
                                Words.dateAndTime(one.until())))
                        .toList());
        Audience.Kept asked = kept.stream()
                .filter(one -> one.record().equals(record))
                .findFirst()
                .orElse(null);
        model.addAttribute("mayExclude", asked != null && asked.decides() && viewer.may(Action.EXCLUDE));
        model.addAttribute(
                "mayRestrict",
                asked != null && asked.own() && !asked.base().equals("subject") && viewer.may(Action.RESTRICT));
        model.addAttribute(
                "mayLift",
                asked != null && asked.decides() && asked.base().equals("subject") && viewer.may(Action.RESTRICT));
        model.addAttribute(
                "maySeal", viewer.may(Action.AUTHORISE) && kept.stream().anyMatch(one -> one.own() && one.decides()));
        model.addAttribute("mayDisclose", viewer.may(Action.EXPORT));
        model.addAttribute("mayAsk", viewer.may(Action.REQUEST_ACCESS));
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("wrong", Mistake.words(mistakes));
        return "record-access";
    }

    private List<UUID> records(Rights rights, UUID record) {
        return persons
                .of(rights, record, null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .records()
                .stream()
                .map(PersonView.Source::record)
                .toList();
    }

    /** Somebody who was let in. */
    record LetInLine(UUID grant, String who, String how, String until) {}
}
