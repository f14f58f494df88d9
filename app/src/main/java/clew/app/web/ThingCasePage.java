package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.groups.Outcome;
import clew.app.groups.ThingCases;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A case opened on a vehicle, a phone or a place. */
@Controller
class ThingCasePage {
    private final ThingPage page;
    private final ThingCases cases;

    ThingCasePage(ThingPage page, ThingCases cases) {
        this.page = page;
        this.cases = cases;
    }

    @EntryPoint(value = Action.DECIDE_LINES, note = "case opened on a vehicle, phone or place")
    @PostMapping("/things/{record}/cases")
    String open(
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        Outcome outcome = cases.open(rights, record, reason);
        if (outcome instanceof Outcome.Wrong wrong) {
            List<Mistake> mistakes = List.of(new Mistake(wrong.field(), wrong.words()));
            return page.show(record, "", viewer, rights, look, model, reason, mistakes);
        }
        UUID opened = ((Outcome.Done) outcome).id();
        look.at(record).at(opened);
        return "redirect:/cases/" + opened;
    }
}
