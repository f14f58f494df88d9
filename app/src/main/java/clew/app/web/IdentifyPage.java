package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.identity.PersonSearch;
import clew.app.identity.PersonView;
import clew.app.identity.PersonView.Person;
import clew.app.identity.PersonView.Source;
import clew.app.ledger.Look;
import clew.app.review.Decisions;
import clew.app.review.Outcome;
import clew.app.store.Rights;
import jakarta.servlet.http.HttpSession;
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

/** Who an unidentified subject is: found by name, or by a reference. As in {@link SearchPage} a name travels in the body of a request and rests in the session, never in an address. */
@Controller
class IdentifyPage {

    private final PersonView persons;
    private final PersonSearch search;
    private final Decisions decisions;

    IdentifyPage(PersonView persons, PersonSearch search, Decisions decisions) {
        this.persons = persons;
        this.search = search;
        this.decisions = decisions;
    }

    @EntryPoint(value = Action.DECIDE, note = "unidentified subject")
    @GetMapping("/persons/{record}/identify")
    String show(
            @PathVariable UUID record,
            @RequestParam(name = "search", required = false) @Nullable String search,
            Rights rights,
            Look look,
            HttpSession session,
            Model model) {
        return page(record, search, Typed.EMPTY, List.of(), rights, look, session, model);
    }

    @EntryPoint(value = Action.DECIDE, note = "name of whom an unidentified subject may be, sought")
    @PostMapping("/persons/{record}/identify/search")
    String search(
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String name,
            Rights rights,
            Look look,
            HttpSession session,
            Model model) {
        SearchForm form = new SearchForm(name, new EnteredDate("", "", ""), "", "");
        List<Mistake> mistakes = form.name().isEmpty() ? List.of(new Mistake("name", "Enter a name")) : form.mistakes();
        return mistakes.isEmpty()
                ? "redirect:/persons/" + record + "/identify?search="
                        + RecentSearches.in(session).keep(form)
                : page(record, null, Typed.EMPTY, mistakes, rights, look, session, model);
    }

    @EntryPoint(value = Action.DECIDE, note = "unidentified subject identified")
    @PostMapping("/persons/{record}/identify")
    String identified(
            @PathVariable UUID record,
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String reason,
            Rights rights,
            Look look,
            HttpSession session,
            Model model) {
        Typed typed = new Typed(chosen.isBlank() ? reference : chosen, reason);
        List<Mistake> mistakes = typed.mistakes();
        if (!chosen.isBlank() && !reference.isBlank() && !chosen.equalsIgnoreCase(reference.strip())) {
            mistakes = List.of(new Mistake("reference", "Choose a person or enter a reference, not both"));
        }
        if (!mistakes.isEmpty()) {
            return page(record, search, typed, mistakes, rights, look, session, model);
        }
        UUID known = typed.record().orElseThrow();
        return switch (decisions.identified(rights, record, known, reason)) {
            case Outcome.Done done -> said(record, done.id(), look);
            case Outcome.Waits waits -> said(record, waits.id(), look);
            case Outcome.Wrong wrong -> {
                String field = wrong.field().equals("answer") ? "reference" : wrong.field();
                yield page(
                        record,
                        search,
                        typed,
                        List.of(new Mistake(field, wrong.words())),
                        rights,
                        look,
                        session,
                        model);
            }
        };
    }

    private static String said(UUID record, UUID decision, Look look) {
        look.at(List.of(record, decision));
        return "redirect:/decisions/" + decision;
    }

    private String page(
            UUID record,
            @Nullable String searchName,
            Typed typed,
            List<Mistake> mistakes,
            Rights rights,
            Look look,
            HttpSession session,
            Model model) {
        Person person =
                persons.of(rights, record, null).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(person.records().stream().map(Source::record).toList());
        Optional<SearchForm> form = Optional.ofNullable(searchName).flatMap(RecentSearches.in(session)::named);
        model.addAttribute("record", record);
        model.addAttribute("name", person.name());
        model.addAttribute("search", form.isEmpty() ? null : searchName);
        model.addAttribute("ended", searchName != null && form.isEmpty());
        model.addAttribute("sought", form.map(SearchForm::name).orElse(""));
        form.ifPresent(found -> {
            PersonSearch.Page people = search.find(rights, found.sought(), 1);
            look.searchedFor(found.words())
                    .at(people.people().stream().map(PersonSearch.Row::record).toList());
            model.addAttribute(
                    "people",
                    people.people().stream()
                            .filter(row -> person.source(row.record()).isEmpty())
                            .map(row -> new Choice(
                                    row.record(),
                                    QueuePage.CaseLine.line(row),
                                    row.record().toString().equals(typed.reference())))
                            .toList());
            model.addAttribute("more", people.more() || people.pages() > 1);
        });
        model.addAttribute("typed", typed);
        Forms.show(model, mistakes);
        return "identify";
    }

    /** Somebody who was found, with what tells people of one name apart. */
    record Choice(UUID record, String words, boolean chosen) {}
}
