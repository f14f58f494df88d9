package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.groups.Blocks;
import clew.app.groups.Enquiries;
import clew.app.groups.Found;
import clew.app.groups.Found.Side;
import clew.app.groups.OwnPattern;
import clew.app.groups.Recurrences;
import clew.app.groups.Subjects;
import clew.app.groups.Verdicts;
import clew.app.groups.Verdicts.Part;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One pattern beside the lines: who or what recurs, with which children, when, what speaks for it and against it, and what people decided. */
@Controller
class PatternPage {
    private final Recurrences recurrences;
    private final Subjects subjects;
    private final Verdicts verdicts;
    private final Blocks blocks;
    private final ProposalDecision decision;
    private final Clock clock = Clock.systemUTC();

    PatternPage(Recurrences recurrences, Enquiries enquiries, Subjects subjects, Verdicts verdicts, Blocks blocks) {
        this.blocks = blocks;
        this.recurrences = recurrences;
        this.subjects = subjects;
        this.verdicts = verdicts;
        this.decision = new ProposalDecision(enquiries, verdicts);
    }

    @EntryPoint(value = Action.LINES, note = "one pattern beside the lines")
    @GetMapping("/patterns/{kind}/{record}")
    String show(
            @PathVariable String kind,
            @PathVariable UUID record,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        return show(find(rights, kind, record), viewer, rights, look, model, Map.of(), List.of());
    }

    @EntryPoint(value = Action.LINES, note = "evidence of a pattern")
    @GetMapping("/patterns/{kind}/{record}/evidence")
    String evidence(@PathVariable String kind, @PathVariable UUID record, Rights rights, Look look, Model model) {
        return part(find(rights, kind, record), Part.EVIDENCE, rights, look, model);
    }

    @EntryPoint(value = Action.LINES, note = "counter-evidence of a pattern")
    @GetMapping("/patterns/{kind}/{record}/counter-evidence")
    String counterEvidence(
            @PathVariable String kind, @PathVariable UUID record, Rights rights, Look look, Model model) {
        return part(find(rights, kind, record), Part.COUNTER_EVIDENCE, rights, look, model);
    }

    OwnPattern find(Rights rights, String kind, UUID record) {
        return recurrences
                .of(rights, kind, record)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String part(OwnPattern pattern, Part part, Rights rights, Look look, Model model) {
        All all = all(pattern, rights, look);
        verdicts.opened(rights, pattern, part);
        model.addAttribute("address", PatternWords.address(pattern));
        model.addAttribute("lineTitle", new PatternWords(pattern, all.words).title());
        model.addAttribute("episodes", all.tables.episodes());
        model.addAttribute("ties", List.of());
        model.addAttribute("explained", List.of());
        model.addAttribute("supporting", pattern.recurring().supporting());
        model.addAttribute("doubts", doubts(pattern, all));
        model.addAttribute("weight", pattern.recurring().explanation().lines());
        return part == Part.EVIDENCE ? "line-evidence" : "line-counter";
    }

    /** The page as it is opened, or after a form on it was sent, with what was wrong. */
    String show(
            OwnPattern pattern,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model,
            Map<String, String> typed,
            List<Mistake> mistakes) {
        All all = all(pattern, rights, look);
        PatternWords words = new PatternWords(pattern, all.words);
        model.addAttribute("address", PatternWords.address(pattern));
        model.addAttribute("kind", words.kind());
        model.addAttribute("patternTitle", words.title());
        model.addAttribute("thing", words.subject());
        model.addAttribute("paragraph", words.paragraph());
        model.addAttribute("conduct", pattern.conduct());
        model.addAttribute("children", all.tables.shown(Side.CHILD, Side.UNKNOWN));
        model.addAttribute("adults", all.tables.shown(Side.ADULT));
        model.addAttribute("things", all.tables.shown(Side.THING));
        model.addAttribute("places", all.tables.places());
        model.addAttribute("episodes", all.tables.episodes());
        model.addAttribute("supporting", pattern.recurring().supporting());
        model.addAttribute("doubts", doubts(pattern, all));
        model.addAttribute("times", LineTimes.of(pattern.found(), all.words, LineTimes.WIDE));
        model.addAttribute("narrowTimes", LineTimes.of(pattern.found(), all.words, LineTimes.NARROW));
        model.addAttribute("printed", Words.moment(clock.instant()));
        decision.show(pattern, viewer, rights, all.words, model);
        BlockWords.show(blocks, subjects, rights, pattern.found(), model);
        model.addAttribute("typed", typed);
        Forms.show(model, mistakes);
        return "pattern";
    }

    /** Everything of a pattern in words. */
    private record All(Map<UUID, Subjects.Told> told, LineWords words, LineTables tables) {}

    private All all(OwnPattern pattern, Rights rights, Look look) {
        Found found = pattern.found();
        Map<UUID, Subjects.Told> told = subjects.of(rights, found);
        look.at(pattern.anchor()).at(found.evidence());
        found.members().forEach(member -> look.at(member.records()));
        LineWords words = new LineWords(found, told);
        return new All(told, words, new LineTables(found, words));
    }

    private static LineDoubts doubts(OwnPattern pattern, All all) {
        return new LineDoubts(
                pattern.recurring().against(),
                pattern.recurring().wouldChange(),
                LineDoubts.missing(pattern.found(), all.words, all.told));
    }
}
