package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Purpose;
import clew.app.access.Shares;
import clew.app.access.Spreadsheet;
import clew.app.access.Viewer;
import clew.app.identity.Age;
import clew.app.identity.PersonSearch;
import clew.app.identity.PersonView;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes a page of people found out of Clew, and lists what was taken out. Never more than one page: there is no way to copy everything out. */
@Controller
class SharePage {

    private static final List<String> COLUMNS =
            List.of("Name", "Also recorded as", "Born", "Place", "Child", "Records", "Agencies", "Reference");

    private final PersonSearch search;
    private final PersonView persons;
    private final Sharing sharing;
    private final Shares shares;

    SharePage(PersonSearch search, PersonView persons, Sharing sharing, Shares shares) {
        this.search = search;
        this.persons = persons;
        this.sharing = sharing;
        this.shares = shares;
    }

    @EntryPoint(value = Action.EXPORT, note = "people found, before it is decided")
    @GetMapping("/persons/share")
    String ask(
            @RequestParam(name = "search", defaultValue = "") String name,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Rights rights,
            Look look,
            HttpSession session,
            Model model) {
        Optional<SearchForm> form = RecentSearches.in(session).named(name);
        if (form.isEmpty()) {
            return "redirect:/persons?search=" + UUID.nameUUIDFromBytes(new byte[0]);
        }
        PersonSearch.Page found = found(form.get(), page, rights, look);
        return sharing.ask(model, offer(found, name), ShareForm.EMPTY, List.of());
    }

    @EntryPoint(value = Action.EXPORT, note = "people found")
    @PostMapping("/persons/share")
    ModelAndView take(
            @RequestParam(name = "search", defaultValue = "") String name,
            @RequestParam(name = "page", defaultValue = "1") int page,
            @RequestParam(name = "given-to", defaultValue = "") String givenTo,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(name = "conditions-met", defaultValue = "") String met,
            Viewer viewer,
            Rights rights,
            Look look,
            HttpSession session,
            Model model) {
        Optional<SearchForm> form = RecentSearches.in(session).named(name);
        if (form.isEmpty()) {
            return new ModelAndView("redirect:/persons");
        }
        PersonSearch.Page found = found(form.get(), page, rights, look);
        List<UUID> records = found.people().stream()
                .flatMap(row -> persons.of(rights, row.record(), null).stream())
                .flatMap(person -> person.records().stream())
                .map(PersonView.Source::record)
                .toList();
        return sharing.table(
                viewer,
                look,
                model,
                offer(found, name),
                new ShareForm(givenTo, reason, format, met),
                new Spreadsheet(
                        "People found",
                        COLUMNS,
                        found.people().stream().map(SharePage::cells).toList()),
                records);
    }

    @EntryPoint(value = Action.EXPORT, note = "what was taken out")
    @GetMapping("/shares")
    String list(Rights rights, Look look, Model model) {
        List<Shares.Made> made = shares.visible(rights);
        look.at(made.stream().map(Shares.Made::id).toList());
        model.addAttribute("shares", made.stream().map(ShareLine::of).toList());
        model.addAttribute("cutOff", made.size() == Shares.MOST);
        return "shares";
    }

    private PersonSearch.Page found(SearchForm form, int page, Rights rights, Look look) {
        PersonSearch.Page found = search.find(rights, form.sought(), Math.max(1, page));
        look.searchedFor(form.words())
                .at(found.people().stream().map(PersonSearch.Row::record).toList());
        return found;
    }

    private static Offer offer(PersonSearch.Page found, String name) {
        String page = String.valueOf(found.pageNumber());
        return new Offer(
                "People found",
                Words.count(found.people().size(), "person", "people") + " on this page of what you searched for",
                "/persons/share",
                Map.of("search", name, "page", page),
                "/persons?search=" + name + "&page=" + page,
                Sharing.TABLE);
    }

    private static List<String> cells(PersonSearch.Row row) {
        return List.of(
                row.name(),
                String.join("; ", row.otherNames()),
                String.join("; ", row.born()),
                String.join("; ", row.places()),
                row.age() == Age.ADULT ? "no" : row.age() == Age.CHILD ? "yes" : "not known: treat as a child",
                String.valueOf(row.records()),
                String.join("; ", row.agencies()),
                row.record().toString());
    }

    /** A share in words. */
    record ShareLine(
            String what,
            String when,
            String who,
            String givenTo,
            String purpose,
            String reason,
            UUID id,
            List<String> graded) {

        static ShareLine of(Shares.Made made) {
            return new ShareLine(
                    made.what() + ", " + Words.count(made.lines(), "line", "lines") + " (" + made.format() + ")",
                    LookText.time(made.at()),
                    made.who() + ", " + made.agency(),
                    made.givenTo(),
                    Purpose.named(made.purpose()).map(Purpose::words).orElse(made.purpose()),
                    made.reason(),
                    made.id(),
                    made.graded());
        }
    }
}
