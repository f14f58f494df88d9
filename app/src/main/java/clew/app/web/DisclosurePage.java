package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Spreadsheet;
import clew.app.access.Viewer;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import clew.app.web.Disclosure.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.springframework.web.servlet.ModelAndView;

/**
 * The disclosure schedules about a person: which items are relevant and why is typed for each, and each schedule leaves as a share. What is sensitive stands on a schedule of its
 * own, which who is not cleared for it neither opens nor sees anything of.
 */
@Controller
class DisclosurePage {

    private static final String WHY = "why-";

    private final Disclosure disclosure;
    private final Sharing sharing;

    DisclosurePage(Disclosure disclosure, Sharing sharing) {
        this.disclosure = disclosure;
        this.sharing = sharing;
    }

    @EntryPoint(value = Action.EXPORT, note = "disclosure schedule, before it is decided")
    @GetMapping("/persons/{record}/disclosure")
    String open(@PathVariable UUID record, Viewer viewer, Rights rights, Look look, Model model) {
        return show(record, false, Map.of(), viewer, rights, look, model);
    }

    @EntryPoint(value = Action.DISCLOSE_SENSITIVE, note = "sensitive disclosure schedule, before it is decided")
    @GetMapping("/persons/{record}/disclosure/sensitive")
    String sensitive(@PathVariable UUID record, Viewer viewer, Rights rights, Look look, Model model) {
        return show(record, true, Map.of(), viewer, rights, look, model);
    }

    @EntryPoint(value = Action.EXPORT, note = "disclosure schedule")
    @PostMapping("/persons/{record}/disclosure")
    ModelAndView takeOpen(
            @PathVariable UUID record,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        return take(record, false, typed, viewer, rights, look, model);
    }

    @EntryPoint(value = Action.DISCLOSE_SENSITIVE, note = "sensitive disclosure schedule")
    @PostMapping("/persons/{record}/disclosure/sensitive")
    ModelAndView takeSensitive(
            @PathVariable UUID record,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        return take(record, true, typed, viewer, rights, look, model);
    }

    private String show(
            UUID record,
            boolean sensitive,
            Map<String, String> typed,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        List<Item> items = items(record, sensitive, viewer, rights, look);
        model.addAttribute("record", record);
        model.addAttribute("sensitive", sensitive);
        model.addAttribute("cleared", viewer.may(Action.DISCLOSE_SENSITIVE));
        model.addAttribute("items", items);
        model.addAttribute("typed", typed);
        Forms.show(
                model,
                typed.isEmpty()
                        ? List.of()
                        : List.of(new Mistake(
                                items.isEmpty()
                                        ? "items"
                                        : WHY + items.getFirst().record(),
                                "Say of one item at least why it is relevant")));
        return "disclosure";
    }

    private ModelAndView take(
            UUID record,
            boolean sensitive,
            Map<String, String> typed,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        Map<Item, String> relevant = new LinkedHashMap<>();
        for (Item item : items(record, sensitive, viewer, rights, look)) {
            String why = Typed.text(typed, WHY + item.record());
            if (!why.isEmpty()) {
                relevant.put(item, why);
            }
        }
        if (relevant.isEmpty()) {
            return new ModelAndView(
                    show(record, sensitive, Map.of("none", "said"), viewer, rights, look, model), model.asMap());
        }
        Offer offer = offer(record, sensitive, relevant);
        if (!typed.containsKey("given-to")) {
            return new ModelAndView(sharing.ask(model, offer, ShareForm.EMPTY, List.of()), model.asMap());
        }
        return sharing.table(
                viewer,
                look,
                model,
                offer,
                ShareForm.of(typed),
                table(sensitive, relevant),
                relevant.keySet().stream().map(Item::record).toList());
    }

    private List<Item> items(UUID record, boolean sensitive, Viewer viewer, Rights rights, Look look) {
        List<Item> all = disclosure.of(viewer, rights, record);
        List<Item> items =
                all.stream().filter(item -> item.isSensitive() == sensitive).toList();
        if (sensitive ? all.isEmpty() : items.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        look.at(record).at(items.stream().map(Item::record).toList());
        return items;
    }

    private static Spreadsheet table(boolean sensitive, Map<Item, String> relevant) {
        List<String> columns = new ArrayList<>(List.of("Number", "Description", "When", "Location", "Relevance"));
        List<List<String>> rows = new ArrayList<>();
        relevant.forEach((item, why) -> {
            List<String> row = new ArrayList<>(
                    List.of(String.valueOf(rows.size() + 1), item.description(), item.when(), item.location(), why));
            if (sensitive) {
                row.add(item.sensitive());
            }
            rows.add(row);
        });
        if (sensitive) {
            columns.add("Why sensitive");
        }
        return new Spreadsheet(title(sensitive), columns, rows);
    }

    private static Offer offer(UUID record, boolean sensitive, Map<Item, String> relevant) {
        String address = "/persons/" + record + "/disclosure" + (sensitive ? "/sensitive" : "");
        Map<String, String> fields = new LinkedHashMap<>();
        relevant.forEach((item, why) -> fields.put(WHY + item.record(), why));
        return new Offer(
                title(sensitive),
                Words.count(relevant.size(), "relevant item", "relevant items"),
                address,
                fields,
                address,
                Sharing.TABLE);
    }

    private static String title(boolean sensitive) {
        return sensitive ? "Sensitive disclosure schedule" : "Disclosure schedule";
    }
}
