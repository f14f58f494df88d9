package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.groups.Enquiries;
import clew.app.groups.Line;
import clew.app.groups.LineSearch;
import clew.app.groups.LineSearch.Going;
import clew.app.groups.Standing.State;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Draft lines of enquiry, by the date of their evidence and by nothing else; and what an information-governance lead learns of others. */
@Controller
class LinesPage {

    private final Enquiries enquiries;
    private final LineSearch search;

    LinesPage(Enquiries enquiries, LineSearch search) {
        this.enquiries = enquiries;
        this.search = search;
    }

    /** A line in a list. */
    record LineLine(UUID anchor, String title, String standing, String agencies, String known, boolean conduct) {

        static LineLine of(Line line) {
            return new LineLine(
                    line.anchor(),
                    LineWords.title(line),
                    LineWords.standing(line.standing()),
                    Words.count(line.agencies().size(), "agency holds", "agencies hold") + " its evidence; "
                            + Words.number(line.tiesNobodySawAlone()) + " of "
                            + Words.count(line.tiesThatCount(), "tie", "ties") + " no agency alone could see",
                    Words.date(line.known()),
                    line.conduct());
        }
    }

    @EntryPoint(value = Action.LINES, note = "list of draft lines")
    @GetMapping("/lines")
    String show(Rights rights, Look look, Model model) {
        Optional<Going> going = search.going(rights);
        List<Line> all = going.isPresent() ? List.of() : enquiries.all(rights);
        model.addAttribute("searching", going.map(LineWords::searching).orElse(""));
        look.at(all.stream().map(Line::anchor).toList());
        model.addAttribute("drafts", lines(all, line -> line.standing().state().isDraft()));
        model.addAttribute("parked", lines(all, line -> line.standing().state() == State.PARKED));
        model.addAttribute("accepted", lines(all, line -> line.standing().state() == State.ACCEPTED));
        model.addAttribute(
                "ended",
                lines(
                        all,
                        line -> line.standing().state() == State.REJECTED
                                || line.standing().state() == State.ENDED));
        return "lines";
    }

    @EntryPoint(value = Action.LINE_NOTICES, note = "own records that complete a line")
    @GetMapping("/lines/completed")
    String completed(Rights rights, Look look, Model model) {
        List<List<UUID>> lines = enquiries.completing(rights);
        lines.forEach(look::at);
        model.addAttribute("lines", lines);
        return "lines-completed";
    }

    private static List<LineLine> lines(List<Line> all, Predicate<Line> which) {
        return all.stream().filter(which).map(LineLine::of).toList();
    }
}
