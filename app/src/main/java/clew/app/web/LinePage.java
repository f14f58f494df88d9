package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.groups.Blocks;
import clew.app.groups.Enquiries;
import clew.app.groups.Found;
import clew.app.groups.Found.Side;
import clew.app.groups.Line;
import clew.app.groups.Subjects;
import clew.app.groups.Subjects.Told;
import clew.app.groups.Verdicts;
import clew.app.groups.Verdicts.Part;
import clew.app.groups.Where;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One draft line of enquiry: who is shown, how they are tied, what speaks for it and against it, and what people decided. */
@Controller
class LinePage {
    private static final int WIDE = LineTimes.WIDE;
    private static final int NARROW = LineTimes.NARROW;

    private final Enquiries enquiries;
    private final Subjects subjects;
    private final Verdicts verdicts;
    private final Blocks blocks;
    private final Clock clock = Clock.systemUTC();

    LinePage(Enquiries enquiries, Subjects subjects, Verdicts verdicts, Blocks blocks) {
        this.blocks = blocks;
        this.enquiries = enquiries;
        this.subjects = subjects;
        this.verdicts = verdicts;
    }

    @EntryPoint(value = Action.LINES, note = "one line")
    @GetMapping("/lines/{record}")
    String show(
            @PathVariable UUID record,
            @RequestParam(name = "as-on", defaultValue = "") String asOn,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        Line line = find(rights, record);
        return show(line, asOn, viewer, rights, look, model, Map.of(), List.of());
    }

    @EntryPoint(value = Action.LINES, note = "evidence of a line")
    @GetMapping("/lines/{record}/evidence")
    String evidence(@PathVariable UUID record, Rights rights, Look look, Model model) {
        return part(record, Part.EVIDENCE, rights, look, model);
    }

    @EntryPoint(value = Action.LINES, note = "counter-evidence of a line")
    @GetMapping("/lines/{record}/counter-evidence")
    String counterEvidence(@PathVariable UUID record, Rights rights, Look look, Model model) {
        return part(record, Part.COUNTER_EVIDENCE, rights, look, model);
    }

    Line find(Rights rights, UUID record) {
        return enquiries.of(rights, record).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String part(UUID record, Part part, Rights rights, Look look, Model model) {
        Line line = find(rights, record);
        Map<UUID, Told> told = subjects.of(rights, line.found());
        LineWords words = new LineWords(line.found(), told);
        LineTables tables = new LineTables(line.found(), words);
        look.at(line.found().evidence()).at(line.found().records());
        verdicts.opened(rights, line, part);
        model.addAttribute("address", "/lines/" + line.anchor());
        model.addAttribute("lineTitle", LineWords.title(line));
        model.addAttribute("episodes", tables.episodes());
        model.addAttribute("ties", tables.ties(true));
        model.addAttribute("explained", tables.ties(false));
        model.addAttribute("doubts", LineDoubts.of(line.found(), words, told));
        model.addAttribute("weight", line.found().weight().lines());
        return part == Part.EVIDENCE ? "line-evidence" : "line-counter";
    }

    /** The page after a form on it was sent, with what was wrong; also as it is first opened. */
    String show(
            Line line,
            String asOn,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model,
            Map<String, String> typed,
            List<Mistake> mistakes) {
        LocalDate day = AsOn.day(asOn);
        Line then = day == null ? line : knownOn(line, day);
        Found found = then.found();
        Map<UUID, Told> told = subjects.of(rights, line.found());
        LineWords words = new LineWords(found, told);
        LineTables tables = new LineTables(found, words);
        look.at(line.anchor()).at(line.found().evidence()).at(line.found().records());
        model.addAttribute("anchor", line.anchor());
        model.addAttribute("lineTitle", LineWords.title(then));
        model.addAttribute("paragraph", words.paragraph(then));
        model.addAttribute("conduct", line.conduct());
        model.addAttribute("adults", tables.shown(Side.ADULT));
        model.addAttribute("children", tables.shown(Side.CHILD));
        model.addAttribute("others", tables.shown(Side.UNKNOWN));
        model.addAttribute("things", tables.shown(Side.THING));
        model.addAttribute("places", tables.places());
        model.addAttribute("ties", tables.ties(true));
        model.addAttribute("explained", tables.ties(false));
        model.addAttribute("episodes", tables.episodes());
        model.addAttribute("doubts", LineDoubts.of(found, words, told));
        model.addAttribute("graph", LineGraph.of(found, words, WIDE));
        model.addAttribute("narrowGraph", LineGraph.of(found, words, NARROW));
        Map<UUID, Where> where = subjects.where(rights, found);
        model.addAttribute("map", LineMap.of(found, words, where, WIDE));
        model.addAttribute("narrowMap", LineMap.of(found, words, where, NARROW));
        model.addAttribute("printed", Words.moment(clock.instant()));
        model.addAttribute("times", LineTimes.of(found, words, WIDE));
        model.addAttribute("narrowTimes", LineTimes.of(found, words, NARROW));
        model.addAttribute("steps", AsOn.steps(line.found().knownDays(), day));
        model.addAttribute("asOn", day == null ? null : Words.date(day));
        new ProposalDecision(enquiries, verdicts).show(line, viewer, rights, new LineWords(line.found(), told), model);
        if (day != null) {
            // what came later is not shown, and nobody decides on what is no longer all of it
            model.addAttribute("blocks", List.of());
            model.addAttribute("fresh", List.of());
            model.addAttribute("mayDecide", false);
        } else {
            BlockWords.show(blocks, subjects, rights, line.found(), model);
        }
        model.addAttribute("typed", typed);
        Forms.show(model, mistakes);
        return "line";
    }

    private static Line knownOn(Line line, LocalDate day) {
        return line.asKnownOn(day)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST, "expected a day on which something of the line was known, in as-on"));
    }
}
