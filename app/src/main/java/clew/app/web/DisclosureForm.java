package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Spreadsheet;
import clew.app.access.Viewer;
import clew.app.ledger.Look;
import clew.app.web.Disclosure.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The form of a disclosure schedule, and the file that comes of it. */
@Component
class DisclosureForm {

    private static final String WHY = "why-";

    private final Sharing sharing;

    DisclosureForm(Sharing sharing) {
        this.sharing = sharing;
    }

    /**
     * One of the two schedules about somebody or something.
     *
     * @param about whom or what, by its reference
     * @param page address of their page
     * @param title of that page
     * @param all the items of both schedules
     */
    record Part(UUID about, String page, String title, boolean sensitive, List<Item> all) {

        List<Item> items() {
            return all.stream().filter(item -> item.isSensitive() == sensitive).toList();
        }

        public String address() {
            return open() + (sensitive ? "/sensitive" : "");
        }

        public String open() {
            return page + "/disclosure";
        }

        /** The part of Clew that it belongs to. */
        public String section() {
            return page.startsWith("/cases/") ? "lines" : "persons";
        }

        public String schedule() {
            return sensitive ? "Sensitive disclosure schedule" : "Disclosure schedule";
        }

        /** Whether there is nothing that a schedule could be made of; that an item is sensitive shows only to who is cleared. */
        boolean isNothing() {
            return sensitive ? all.isEmpty() : items().isEmpty();
        }
    }

    /** The page as it is first opened. */
    String show(Part part, Viewer viewer, Look look, Model model) {
        return show(part, viewer, look, model, List.of());
    }

    /** What was said of the items, as a share; the page again where nothing was said of any. */
    ModelAndView take(Part part, Map<String, String> typed, Viewer viewer, Look look, Model model) {
        Map<Item, String> relevant = new LinkedHashMap<>();
        for (Item item : part.items()) {
            String why = Typed.text(typed, WHY + item.record());
            if (!why.isEmpty()) {
                relevant.put(item, why);
            }
        }
        if (relevant.isEmpty()) {
            return new ModelAndView(show(part, viewer, look, model, List.of(nothingSaid(part))), model.asMap());
        }
        looked(part, look);
        Offer offer = offer(part, relevant);
        if (!typed.containsKey("given-to")) {
            return new ModelAndView(sharing.ask(model, offer, ShareForm.EMPTY, List.of()), model.asMap());
        }
        return sharing.table(
                viewer,
                look,
                model,
                offer,
                ShareForm.of(typed),
                table(part, relevant),
                relevant.keySet().stream().map(Item::record).toList());
    }

    private static String show(Part part, Viewer viewer, Look look, Model model, List<Mistake> mistakes) {
        looked(part, look);
        model.addAttribute("part", part);
        model.addAttribute("cleared", viewer.may(Action.DISCLOSE_SENSITIVE));
        model.addAttribute("items", part.items());
        Forms.show(model, mistakes);
        return "disclosure";
    }

    private static Mistake nothingSaid(Part part) {
        return new Mistake(
                part.items().isEmpty() ? "items" : WHY + part.items().getFirst().record(),
                "Say of one item at least why it is relevant");
    }

    private static void looked(Part part, Look look) {
        if (part.isNothing()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        look.at(part.about()).at(part.items().stream().map(Item::record).toList());
    }

    private static Spreadsheet table(Part part, Map<Item, String> relevant) {
        List<String> columns = new ArrayList<>(List.of("Number", "Description", "When", "Location", "Relevance"));
        List<List<String>> rows = new ArrayList<>();
        relevant.forEach((item, why) -> {
            List<String> row = new ArrayList<>(
                    List.of(String.valueOf(rows.size() + 1), item.description(), item.when(), item.location(), why));
            if (part.sensitive()) {
                row.add(item.sensitive());
            }
            rows.add(row);
        });
        if (part.sensitive()) {
            columns.add("Why sensitive");
        }
        return new Spreadsheet(part.schedule(), columns, rows);
    }

    private static Offer offer(Part part, Map<Item, String> relevant) {
        Map<String, String> fields = new LinkedHashMap<>();
        relevant.forEach((item, why) -> fields.put(WHY + item.record(), why));
        return new Offer(
                part.schedule(),
                Words.count(relevant.size(), "relevant item", "relevant items"),
                part.address(),
                fields,
                part.address(),
                Sharing.TABLE);
    }
}
