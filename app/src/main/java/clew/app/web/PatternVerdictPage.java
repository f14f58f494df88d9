package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.groups.Outcome;
import clew.app.groups.OwnPattern;
import clew.app.groups.Verdict.Kind;
import clew.app.groups.Verdicts;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody decides on a pattern beside the lines. */
@Controller
class PatternVerdictPage {
    private final PatternPage page;
    private final Verdicts verdicts;

    PatternVerdictPage(PatternPage page, Verdicts verdicts) {
        this.page = page;
        this.verdicts = verdicts;
    }

    @EntryPoint(value = Action.DECIDE_LINES, note = "verdict on a pattern")
    @PostMapping("/patterns/{kind}/{record}/verdict")
    String decide(
            @PathVariable String kind,
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "until-day", defaultValue = "") String day,
            @RequestParam(name = "until-month", defaultValue = "") String month,
            @RequestParam(name = "until-year", defaultValue = "") String year,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        OwnPattern pattern = page.find(rights, kind, record);
        EnteredVerdict entered = new EnteredVerdict(verdict, reason, EnteredDate.of(day, month, year), "");
        List<Mistake> mistakes = entered.mistakes();
        if (mistakes.isEmpty()) {
            Kind chosen = entered.kind().orElseThrow();
            Outcome outcome = verdicts.decide(rights, kind, record, entered.wish(chosen, List.of()));
            if (outcome instanceof Outcome.Done done) {
                look.at(record).at(done.id());
                return chosen == Kind.ACCEPTED ? "redirect:/cases/" + done.id() : "redirect:/patterns";
            }
            mistakes.add(EnteredVerdict.mistake((Outcome.Wrong) outcome));
        }
        return page.show(pattern, viewer, rights, look, model, entered.typed(), mistakes);
    }
}
