package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Viewer;
import clew.app.groups.Enquiries;
import clew.app.groups.Line;
import clew.app.groups.Proposal;
import clew.app.groups.Standing.State;
import clew.app.groups.Verdict;
import clew.app.groups.Verdicts;
import clew.app.groups.Verdicts.Part;
import clew.app.store.Rights;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.ui.Model;

/** What the page of a line or of a pattern says of how it stands, of what was decided on it, and of what may be. */
final class ProposalDecision {
    private final Enquiries enquiries;
    private final Verdicts verdicts;

    ProposalDecision(Enquiries enquiries, Verdicts verdicts) {
        this.enquiries = enquiries;
        this.verdicts = verdicts;
    }

    /** A line to choose. */
    record Choice(String name, String title) {}

    /** @param words of what is proposed, all of it */
    void show(Proposal proposal, Viewer viewer, Rights rights, LineWords words, Model model) {
        Set<Part> opened = verdicts.opened(rights, proposal);
        Verdict ruling = proposal.standing().verdict();
        State state = proposal.standing().state();
        boolean mayDecide = viewer.may(Action.DECIDE_LINES) && state.isOpen();
        boolean asked = state == State.REJECTION_ASKED;
        model.addAttribute("standing", LineWords.standing(proposal.standing()));
        model.addAttribute("fresh", fresh(proposal, words));
        model.addAttribute("evidenceOpened", opened.contains(Part.EVIDENCE));
        model.addAttribute("counterOpened", opened.contains(Part.COUNTER_EVIDENCE));
        model.addAttribute("mayDecide", mayDecide);
        model.addAttribute("asked", asked);
        model.addAttribute("second", asked && ruling != null && !ruling.byViewer());
        model.addAttribute("accepted", state == State.ACCEPTED);
        model.addAttribute("caseId", ruling == null ? null : ruling.caseId());
        model.addAttribute("history", history(rights, proposal));
        model.addAttribute("mayCut", proposal instanceof Line && !asked);
        model.addAttribute("mayExport", state == State.ACCEPTED && viewer.may(Action.EXPORT));
        model.addAttribute(
                "otherLines", proposal instanceof Line line && mayDecide && !asked ? others(rights, line) : List.of());
    }

    private static List<String> fresh(Proposal proposal, LineWords words) {
        return proposal.standing().fresh().stream()
                .flatMap(record -> proposal.found().episode(record).stream())
                .map(episode -> Words.date(episode.day()) + ": " + words.summary(episode))
                .toList();
    }

    private List<Choice> others(Rights rights, Line line) {
        return enquiries.openBeside(rights, line).stream()
                .map(other -> new Choice(other.anchor().toString(), LineWords.title(other)))
                .toList();
    }

    private List<String> history(Rights rights, Proposal proposal) {
        return enquiries.verdicts(rights, proposal).stream()
                .map(verdict -> Words.moment(verdict.at()) + ": " + Words.capital(words(verdict)) + " by "
                        + verdict.by() + ", " + verdict.agency() + ". " + verdict.reason())
                .toList();
    }

    private static String words(Verdict verdict) {
        LocalDate until = verdict.until();
        return switch (verdict.kind()) {
            case ACCEPTED -> "accepted as a line of enquiry";
            case PARKED -> "parked" + (until == null ? "" : " until " + Words.date(until));
            case REJECT_ASKED -> "rejection asked for";
            case REJECT_REFUSED -> "rejection not agreed";
            case REJECTED -> "rejected, as second reviewer";
            case SPLIT -> "split";
            case MERGED -> "merged with another line";
            case RENEWED -> "kept open longer";
        };
    }
}
