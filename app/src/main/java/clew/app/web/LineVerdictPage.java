package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.groups.Line;
import clew.app.groups.Outcome;
import clew.app.groups.Verdict.Kind;
import clew.app.groups.Verdicts;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody decides on a line. */
@Controller
class LineVerdictPage {
    private final LinePage page;
    private final Verdicts verdicts;

    LineVerdictPage(LinePage page, Verdicts verdicts) {
        this.page = page;
        this.verdicts = verdicts;
    }

    @EntryPoint(value = Action.DECIDE_LINES, note = "verdict on a line")
    @PostMapping("/lines/{record}/verdict")
    String decide(
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "until-day", defaultValue = "") String day,
            @RequestParam(name = "until-month", defaultValue = "") String month,
            @RequestParam(name = "until-year", defaultValue = "") String year,
            @RequestParam(name = "apart", defaultValue = "") List<String> apart,
            @RequestParam(name = "other", defaultValue = "") String other,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        Line line = page.find(rights, record);
        EnteredVerdict entered = new EnteredVerdict(verdict, reason, EnteredDate.of(day, month, year), other);
        List<Mistake> mistakes = entered.mistakes();
        if (mistakes.isEmpty()) {
            Kind kind = entered.kind().orElseThrow();
            Outcome outcome = verdicts.decide(rights, record, entered.wish(kind, records(kind, apart, other)));
            if (outcome instanceof Outcome.Done done) {
                look.at(record).at(done.id());
                return kind == Kind.ACCEPTED ? "redirect:/cases/" + done.id() : "redirect:/lines";
            }
            mistakes.add(EnteredVerdict.mistake((Outcome.Wrong) outcome));
        }
        return page.show(line, "", viewer, rights, look, model, entered.typed(), mistakes);
    }

    private static List<UUID> records(Kind kind, List<String> apart, String other) {
        List<UUID> records = new ArrayList<>();
        for (String one : kind == Kind.MERGED ? List.of(other) : apart) {
            new Typed(one, "").record().ifPresent(records::add);
        }
        return records;
    }
}
