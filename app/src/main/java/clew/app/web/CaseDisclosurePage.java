package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.groups.CaseFile;
import clew.app.groups.Cases;
import clew.app.ledger.Look;
import clew.app.store.Rights;
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

/** The disclosure schedules of a case: what it rests on, and what is held about the people who stand in that, as far as the viewer may see it. */
@Controller
class CaseDisclosurePage {

    private final Disclosure disclosure;
    private final DisclosureForm form;
    private final Cases cases;

    CaseDisclosurePage(Disclosure disclosure, DisclosureForm form, Cases cases) {
        this.disclosure = disclosure;
        this.form = form;
        this.cases = cases;
    }

    @EntryPoint(value = Action.EXPORT, note = "disclosure schedule of a case, before it is decided")
    @GetMapping("/cases/{id}/disclosure")
    String open(@PathVariable UUID id, Viewer viewer, Rights rights, Look look, Model model) {
        return form.show(part(id, false, viewer, rights), viewer, look, model);
    }

    @EntryPoint(
            value = Action.DISCLOSE_SENSITIVE,
            note = "sensitive disclosure schedule of a case, before it is decided")
    @GetMapping("/cases/{id}/disclosure/sensitive")
    String sensitive(@PathVariable UUID id, Viewer viewer, Rights rights, Look look, Model model) {
        return form.show(part(id, true, viewer, rights), viewer, look, model);
    }

    @EntryPoint(value = Action.EXPORT, note = "disclosure schedule of a case")
    @PostMapping("/cases/{id}/disclosure")
    ModelAndView takeOpen(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        return form.take(part(id, false, viewer, rights), typed, viewer, look, model);
    }

    @EntryPoint(value = Action.DISCLOSE_SENSITIVE, note = "sensitive disclosure schedule of a case")
    @PostMapping("/cases/{id}/disclosure/sensitive")
    ModelAndView takeSensitive(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        return form.take(part(id, true, viewer, rights), typed, viewer, look, model);
    }

    private DisclosureForm.Part part(UUID id, boolean sensitive, Viewer viewer, Rights rights) {
        CaseFile file = cases.of(rights, id)
                .filter(one -> viewer.may(Action.LINES))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new DisclosureForm.Part(
                id,
                "/cases/" + id,
                "The case",
                sensitive,
                disclosure.of(viewer, rights, cases.involved(rights, file), file.evidence()));
    }
}
