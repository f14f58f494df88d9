package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Audience;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.child.Chronology;
import clew.app.identity.Age;
import clew.app.identity.PersonPages;
import clew.app.identity.PersonView;
import clew.app.identity.PersonView.Person;
import clew.app.ledger.Look;
import clew.app.store.AppTransactions;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One person: the records of every agency side by side, why they are thought to be one, and what happened when. */
@Controller
class PersonPage {

    private final PersonView persons;
    private final Chronology chronology;
    private final Audience audience;
    private final RecordTrail trail;
    private final IdentityPart identity;
    private final PersonPages pages;
    private final AppTransactions app;

    PersonPage(
            PersonView persons,
            Chronology chronology,
            Audience audience,
            RecordTrail trail,
            IdentityPart identity,
            PersonPages pages,
            AppTransactions app) {
        this.app = app;
        this.persons = persons;
        this.chronology = chronology;
        this.audience = audience;
        this.trail = trail;
        this.identity = identity;
        this.pages = pages;
    }

    @EntryPoint(Action.READ)
    @GetMapping("/persons/{record}")
    String show(
            @PathVariable UUID record,
            @RequestParam(name = "known-day", required = false) @Nullable String day,
            @RequestParam(name = "known-month", required = false) @Nullable String month,
            @RequestParam(name = "known-year", required = false) @Nullable String year,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        EnteredDate entered = EnteredDate.of(day, month, year);
        // All of the page is one moment of the store, and one transaction.
        return app.read(rights, sql -> show(record, entered, viewer, rights, look, model));
    }

    private String show(UUID record, EnteredDate entered, Viewer viewer, Rights rights, Look look, Model model) {
        Read known = entered.read("known", "Date");
        LocalDate knownOn = known instanceof Read.Days days ? days.to() : null;
        Optional<Person> found = persons.of(rights, record, knownOn);
        if (found.isEmpty()) {
            return onward(rights, record, look);
        }
        Person person = found.get();
        List<Chronology.Entry> events = chronology.of(rights, record, knownOn);
        look.at(record)
                .at(person.records().stream().map(PersonView.Source::record).toList())
                .at(events.stream().map(Chronology.Entry::record).toList());
        show(model, person);
        model.addAttribute(
                "kept",
                audience
                        .of(
                                rights,
                                viewer,
                                person.records().stream()
                                        .map(PersonView.Source::record)
                                        .toList())
                        .stream()
                        .map(kept -> KeptLine.of(kept, viewer))
                        .toList());
        trail.into(model, viewer, person);
        identity.into(model, viewer, person);
        model.addAttribute("entered", entered);
        model.addAttribute("knownOn", knownOn == null ? null : Words.date(knownOn));
        model.addAttribute("mistakes", known instanceof Read.Wrong wrong ? List.of(wrong.mistake()) : List.of());
        model.addAttribute("events", events.stream().map(EventLine::of).toList());
        return "person";
    }

    // A number that a person has, or had before a join or a split, leads to them.
    private String onward(Rights rights, UUID person, Look look) {
        UUID record =
                pages.recordOf(rights, person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(record);
        return "redirect:/persons/" + record;
    }

    private static void show(Model model, Person person) {
        RecordNames names = new RecordNames(person.records());
        long agencies = person.records().stream()
                .map(PersonView.Source::agency)
                .distinct()
                .count();
        model.addAttribute("record", person.record());
        model.addAttribute("name", person.name());
        model.addAttribute("age", age(person.age()));
        model.addAttribute("childFirst", person.age().childFirst());
        model.addAttribute(
                "summary",
                Words.count(person.records().size(), "record", "records") + " from "
                        + Words.count(agencies, "agency", "agencies"));
        model.addAttribute("table", SideBySide.of(person, names));
        // Links come with those first that hold the records together: one fewer than there are records.
        int holding =
                Math.min(person.links().size(), Math.max(0, person.records().size() - 1));
        model.addAttribute(
                "reasons",
                person.links().stream()
                        .limit(holding)
                        .map(link -> Reasons.of(link, names))
                        .toList());
        model.addAttribute(
                "furtherPairs", Words.count(person.links().size() - holding, "further pair", "further pairs"));
        model.addAttribute("hasFurtherPairs", person.links().size() > holding);
        model.addAttribute("handling", HandlingLine.of(person.records()));
        model.addAttribute(
                "elsewhere", person.elsewhere().stream().map(Words::call).toList());
    }

    private static String age(Age age) {
        return switch (age) {
            case CHILD -> "A child first: under 18 today";
            case UNKNOWN -> "Age not known or disputed: treat as a child";
            case ADULT -> "18 or over today";
        };
    }
}
