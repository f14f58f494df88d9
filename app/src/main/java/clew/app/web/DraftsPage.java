package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.desk.Draft;
import clew.app.desk.Draft.Field;
import clew.app.desk.Drafts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the user typed and has not sent: shown as it was typed, to be sent with one click or thrown away. */
@Controller
class DraftsPage {

    private static final Set<String> NOT_TYPED = Set.of("_csrf", "_draft", "_address");
    private static final int LONGEST = 200_000;

    private final Drafts drafts;

    DraftsPage(Drafts drafts) {
        this.drafts = drafts;
    }

    @EntryPoint(value = Action.HOME, note = "drafts")
    @GetMapping("/drafts")
    String list(Viewer viewer, Model model) {
        model.addAttribute(
                "drafts", drafts.of(viewer.user()).stream().map(DraftLine::of).toList());
        return "drafts";
    }

    @EntryPoint(value = Action.HOME, note = "draft")
    @GetMapping("/drafts/{draft}")
    String show(@PathVariable UUID draft, Viewer viewer, Model model) {
        Draft kept =
                drafts.find(viewer.user(), draft).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("draft", DraftLine.of(kept));
        return "draft";
    }

    @EntryPoint(value = Action.HOME, note = "draft thrown away")
    @PostMapping("/drafts/{draft}/drop")
    String drop(@PathVariable UUID draft, Viewer viewer) {
        drafts.drop(viewer.user(), draft);
        return "redirect:/drafts";
    }

    /** Keeps what is being typed; the page's script asks for it, and a page without script loses nothing else by it. */
    @EntryPoint(value = Action.HOME, note = "draft kept")
    @PostMapping("/drafts/typing")
    ResponseEntity<Void> typing(
            @RequestParam("_address") String address, @RequestParam MultiValueMap<String, String> form, Viewer viewer) {
        List<Field> fields = form.entrySet().stream()
                .filter(entry -> !NOT_TYPED.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream().map(value -> new Field(entry.getKey(), value)))
                .toList();
        int length = fields.stream().mapToInt(field -> field.value().length()).sum();
        if (!isOfClew(address) || length > LONGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        drafts.keepTyping(viewer.user(), address, fields);
        return ResponseEntity.noContent().build();
    }

    private static boolean isOfClew(String address) {
        return address.matches("/[a-z0-9-]+(/[A-Za-z0-9-]+)*");
    }

    /** How the boxes of known forms are called. Others are called by their names on the form. */
    static final Map<String, String> TITLES = Map.of(
            "born-day", "Date of birth: day", "born-month", "Date of birth: month", "born-year", "Date of birth: year");
}
