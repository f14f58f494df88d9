package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The disclosure schedules about a person: which items are relevant and why is typed for each, and each schedule leaves as a share. What is sensitive stands on a schedule of its
 * own, which who is not cleared for it neither opens nor sees anything of.
 */
@Controller
class DisclosurePage {

    private final Disclosure disclosure;
    private final DisclosureForm form;

    DisclosurePage(Disclosure disclosure, DisclosureForm form) {
        this.disclosure = disclosure;
        this.form = form;
    }

    @EntryPoint(value = Action.EXPORT, note = "disclosure schedule, before it is decided")
    @GetMapping("/persons/{record}/disclosure")
    String open(@PathVariable UUID record, Viewer viewer, Rights rights, Look look, Model model) {
        return form.show(part(record, false, viewer, rights), viewer, look, model);
    }

    @EntryPoint(value = Action.DISCLOSE_SENSITIVE, note = "sensitive disclosure schedule, before it is decided")
    @GetMapping("/persons/{record}/disclosure/sensitive")
    String sensitive(@PathVariable UUID record, Viewer viewer, Rights rights, Look look, Model model) {
        return form.show(part(record, true, viewer, rights), viewer, look, model);
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
        return form.take(part(record, false, viewer, rights), typed, viewer, look, model);
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
        return form.take(part(record, true, viewer, rights), typed, viewer, look, model);
    }

    private DisclosureForm.Part part(UUID record, boolean sensitive, Viewer viewer, Rights rights) {
        return new DisclosureForm.Part(
                record, "/persons/" + record, "The person", sensitive, disclosure.of(viewer, rights, record));
    }
}
