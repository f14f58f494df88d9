package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.identity.PersonSearch;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search for a person. What is sought travels in the body of a request and rests in the session, never in an address. */
@Controller
class SearchPage {

    private final PersonSearch search;

    SearchPage(PersonSearch search) {
        this.search = search;
    }

    @EntryPoint(Action.SEARCH)
    @GetMapping("/persons")
    String show(
            @RequestParam(name = "search", required = false) @Nullable String name,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Viewer viewer,
            Rights rights,
            Look look,
            HttpSession session,
            Model model) {
        Optional<SearchForm> form = Optional.ofNullable(name).flatMap(RecentSearches.in(session)::named);
        form(model, form.orElse(SearchForm.EMPTY), List.of());
        model.addAttribute("ended", name != null && form.isEmpty());
        form.ifPresent(found -> {
            PersonSearch.Page people = search.find(rights, found.sought(), Math.max(1, page));
            look.searchedFor(found.words())
                    .at(people.people().stream().map(PersonSearch.Row::record).toList());
            model.addAttribute(
                    "share",
                    viewer.may(Action.EXPORT)
                            ? "/persons/share?search=" + name + "&page=" + people.pageNumber()
                            : null);
            model.addAttribute("found", FoundPeople.of(found, people, String.valueOf(name)));
            model.addAttribute(
                    "elsewhere", people.elsewhere().stream().map(Words::call).toList());
        });
        return "persons";
    }

    @EntryPoint(value = Action.SEARCH, note = "form sent")
    @PostMapping("/persons")
    String search(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "born-day", defaultValue = "") String day,
            @RequestParam(name = "born-month", defaultValue = "") String month,
            @RequestParam(name = "born-year", defaultValue = "") String year,
            @RequestParam(defaultValue = "") String identifier,
            @RequestParam(defaultValue = "") String postcode,
            HttpSession session,
            Model model) {
        SearchForm form = new SearchForm(name, EnteredDate.of(day, month, year), identifier, postcode);
        List<Mistake> mistakes = form.mistakes();
        if (mistakes.isEmpty()) {
            return "redirect:/persons?search=" + RecentSearches.in(session).keep(form);
        }
        form(model, form, mistakes);
        return "persons";
    }

    private static void form(Model model, SearchForm form, List<Mistake> mistakes) {
        model.addAttribute("form", form);
        model.addAttribute("mistakes", mistakes);
        model.addAttribute(
                "wrong",
                mistakes.stream()
                        .collect(Collectors.toMap(
                                mistake -> mistake.field().startsWith("born") ? "born" : mistake.field(),
                                Mistake::words,
                                (first, second) -> first)));
        model.addAttribute(
                "wrongBox",
                mistakes.stream()
                        .map(Mistake::field)
                        .filter(field -> field.startsWith("born"))
                        .findFirst()
                        .orElse(""));
    }
}
