package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.groups.Busy;
import clew.app.groups.LineSearch;
import clew.app.groups.LineSearch.Going;
import clew.app.groups.OwnPattern;
import clew.app.groups.Recurrences;
import clew.app.groups.Standing.State;
import clew.app.groups.Subjects;
import clew.app.groups.Subjects.Told;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Patterns beside the lines, by the date of their evidence and by nothing else; and what is too busy to tie anybody, with why. */
@Controller
class PatternsPage {
    private final Recurrences recurrences;
    private final Subjects subjects;
    private final LineSearch search;

    PatternsPage(Recurrences recurrences, Subjects subjects, LineSearch search) {
        this.search = search;
        this.recurrences = recurrences;
        this.subjects = subjects;
    }

    /** A pattern in a list. */
    record PatternLine(String address, String title, String standing, String agencies, String known, boolean conduct) {

        static PatternLine of(OwnPattern pattern) {
            return new PatternLine(
                    PatternWords.address(pattern),
                    PatternWords.heading(pattern),
                    LineWords.standing(pattern.standing()),
                    Words.count(pattern.agencies().size(), "agency holds", "agencies hold") + " its evidence",
                    Words.date(pattern.known()),
                    pattern.conduct());
        }
    }

    /** What is too busy. */
    record BusyLine(String kind, String name, String address, String why) {}

    @EntryPoint(value = Action.LINES, note = "list of patterns beside the lines")
    @GetMapping("/patterns")
    String show(Rights rights, Look look, Model model) {
        Optional<Going> going = search.going(rights);
        List<OwnPattern> all = going.isPresent() ? List.of() : recurrences.all(rights);
        model.addAttribute("searching", going.map(LineWords::searching).orElse(""));
        look.at(all.stream().map(OwnPattern::anchor).toList());
        model.addAttribute("drafts", lines(all, State::isDraft));
        model.addAttribute("accepted", lines(all, State.ACCEPTED::equals));
        model.addAttribute("parked", lines(all, State.PARKED::equals));
        model.addAttribute("ended", lines(all, state -> state == State.REJECTED || state == State.ENDED));
        model.addAttribute("busy", going.isPresent() ? List.of() : busy(rights, look));
        return "patterns";
    }

    private static List<PatternLine> lines(List<OwnPattern> all, Predicate<State> which) {
        return all.stream()
                .filter(pattern -> which.test(pattern.standing().state()))
                .map(PatternLine::of)
                .toList();
    }

    private List<BusyLine> busy(Rights rights, Look look) {
        List<Busy> busy = recurrences.busy(rights);
        List<UUID> records = busy.stream().map(Busy::subject).toList();
        look.at(records);
        Map<UUID, Told> told = subjects.of(rights, records);
        return busy.stream()
                .map(one -> new BusyLine(
                        LineWords.kind(one.kind()),
                        told.containsKey(one.subject())
                                ? told.get(one.subject()).words()
                                : "Not named",
                        "/things/" + one.subject(),
                        one.why()))
                .toList();
    }
}
