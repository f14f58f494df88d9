package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.ledger.Look;
import clew.app.oversight.Finding;
import clew.app.oversight.Finding.Outcome;
import clew.app.oversight.Findings;
import clew.app.store.Rights;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Looks to review: facts by date, a person's reason, and no score of anybody. */
@Controller
class ReviewPage {

    private final Findings findings;

    ReviewPage(Findings findings) {
        this.findings = findings;
    }

    @EntryPoint(value = Action.REVIEW_CHALLENGES, note = "looks to review")
    @GetMapping("/looks-to-review")
    String list(Rights rights, Look look, Model model) {
        List<Finding> open = findings.open(rights);
        List<Finding> reviewed = findings.reviewed(rights);
        for (List<Finding> some : List.of(open, reviewed)) {
            look.at(some.stream().map(Finding::subject).filter(Objects::nonNull).toList());
        }
        model.addAttribute("open", open.stream().map(FindingLine::of).toList());
        model.addAttribute("reviewed", reviewed.stream().map(FindingLine::of).toList());
        return "looks-to-review";
    }

    @EntryPoint(value = Action.REVIEW_CHALLENGES, note = "one finding")
    @GetMapping("/looks-to-review/{id}")
    String one(@PathVariable UUID id, Rights rights, Look look, Model model) {
        Finding finding =
                findings.find(rights, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (finding.subject() != null) {
            look.at(finding.subject());
        }
        show(model, finding, "", List.of());
        return "look-review";
    }

    @EntryPoint(value = Action.REVIEW_CHALLENGES, note = "finding reviewed")
    @PostMapping("/looks-to-review/{id}")
    String review(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            Rights rights,
            Look look,
            Model model) {
        Finding finding =
                findings.find(rights, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(id);
        List<Mistake> mistakes = Forms.mistakes(
                Forms.chosen(Outcome.class, outcome).isEmpty(),
                "outcome",
                "Choose what came of it",
                reason.isBlank(),
                "reason",
                "Enter a reason, and what you did to find out");
        if (!mistakes.isEmpty() || finding.review() != null) {
            show(model, finding, reason, mistakes);
            return "look-review";
        }
        findings.review(rights, id, Forms.chosen(Outcome.class, outcome).orElseThrow(), reason);
        return "redirect:/looks-to-review";
    }

    private static void show(Model model, Finding finding, String reason, List<Mistake> mistakes) {
        model.addAttribute("finding", FindingLine.of(finding));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("reason", reason);
        Forms.show(model, mistakes);
    }

    /** A finding in words. */
    record FindingLine(
            UUID id,
            String rule,
            String who,
            String when,
            String looks,
            String fact,
            String subject,
            boolean sensitive,
            String review) {

        static FindingLine of(Finding finding) {
            return new FindingLine(
                    finding.id(),
                    finding.rule(),
                    finding.user(),
                    LookText.time(finding.firstLook())
                            + (finding.looks() == 1 ? "" : " to " + LookText.time(finding.lastLook())),
                    Words.count(finding.looks(), "look", "looks"),
                    finding.fact(),
                    finding.subject() == null ? "" : "/persons/" + finding.subject(),
                    finding.sensitive(),
                    review(finding));
        }

        private static String review(Finding finding) {
            return finding.review() == null
                    ? ""
                    : finding.review().outcome().words() + ". "
                            + finding.review().reason() + " ("
                            + finding.review().by() + ", "
                            + Words.date(finding.review().at()) + ")";
        }
    }
}
