package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.identity.PersonView;
import clew.app.identity.PersonView.Person;
import clew.app.identity.PersonView.Source;
import clew.app.ledger.Look;
import clew.app.review.Decisions;
import clew.app.review.Outcome;
import clew.app.store.Rights;
import java.util.ArrayList;
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

/** These records are not one person: as easy to say as that they are. */
@Controller
class SplitPage {

    private final PersonView persons;
    private final Decisions decisions;

    SplitPage(PersonView persons, Decisions decisions) {
        this.persons = persons;
        this.decisions = decisions;
    }

    @EntryPoint(value = Action.DECIDE, note = "records of a person, to be taken apart")
    @GetMapping("/persons/{record}/split")
    String show(@PathVariable UUID record, Rights rights, Look look, Model model) {
        return page(record, rights, look, model, List.of(), "", List.of());
    }

    @EntryPoint(value = Action.DECIDE, note = "records of a person taken apart")
    @PostMapping("/persons/{record}/split")
    String split(
            @PathVariable UUID record,
            @RequestParam(name = "records", defaultValue = "") List<UUID> chosen,
            @RequestParam(defaultValue = "") String reason,
            Rights rights,
            Look look,
            Model model) {
        List<Mistake> mistakes = new ArrayList<>();
        if (chosen.isEmpty()) {
            mistakes.add(new Mistake("records", "Choose the records that are of somebody else"));
        }
        Typed.reason("reason", reason).ifPresent(mistakes::add);
        if (!mistakes.isEmpty()) {
            return page(record, rights, look, model, chosen, reason, mistakes);
        }
        return switch (decisions.split(rights, record, chosen, reason)) {
            case Outcome.Done done -> said(record, done.id(), look);
            case Outcome.Waits waits -> said(record, waits.id(), look);
            case Outcome.Wrong wrong ->
                page(record, rights, look, model, chosen, reason, List.of(new Mistake(wrong.field(), wrong.words())));
        };
    }

    private static String said(UUID record, UUID decision, Look look) {
        look.at(List.of(record, decision));
        return "redirect:/decisions/" + decision;
    }

    private String page(
            UUID record,
            Rights rights,
            Look look,
            Model model,
            List<UUID> chosen,
            String reason,
            List<Mistake> mistakes) {
        Person person =
                persons.of(rights, record, null).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(person.records().stream().map(Source::record).toList());
        RecordNames names = new RecordNames(person.records());
        model.addAttribute("record", record);
        model.addAttribute("name", person.name());
        model.addAttribute(
                "records",
                person.records().stream()
                        .map(source -> Choice.of(person, source, names, chosen))
                        .toList());
        model.addAttribute("typed", new Typed("", reason));
        Forms.show(model, mistakes);
        return "split";
    }

    /** A record that can be chosen, with what it says. */
    record Choice(UUID record, String name, String says, boolean chosen) {

        private static final int MOST_SAID = 6;

        static Choice of(Person person, Source source, RecordNames names, List<UUID> chosen) {
            int place = person.records().indexOf(source);
            List<String> says = person.fields().stream()
                    .filter(field -> field.part() != PersonView.Part.PROTECTED)
                    .flatMap(field -> field.values().get(place).given().stream().limit(1))
                    .map(Words::dates)
                    .limit(MOST_SAID)
                    .toList();
            return new Choice(
                    source.record(),
                    names.of(source.record()),
                    String.join(", ", says),
                    chosen.contains(source.record()));
        }
    }
}
