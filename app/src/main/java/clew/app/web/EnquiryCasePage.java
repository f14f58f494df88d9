package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.groups.Blocks;
import clew.app.groups.CaseFile;
import clew.app.groups.CaseFile.Entry;
import clew.app.groups.CaseFile.Kind;
import clew.app.groups.CaseFile.Side;
import clew.app.groups.CaseFile.Strand;
import clew.app.groups.Cases;
import clew.app.groups.Enquiries;
import clew.app.groups.Recurrences;
import clew.app.groups.Subjects;
import clew.app.groups.Verdict;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import clew.core.standard.CodeLists;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Cases of accepted lines and patterns, and of vehicles, phones and places: who leads them, their clocks, plan, tools and outcomes. */
@Controller
class EnquiryCasePage {
    private final Cases cases;
    private final Enquiries enquiries;
    private final Recurrences recurrences;
    private final Blocks blocks;
    private final Subjects subjects;

    EnquiryCasePage(Cases cases, Enquiries enquiries, Recurrences recurrences, Blocks blocks, Subjects subjects) {
        this.blocks = blocks;
        this.subjects = subjects;
        this.cases = cases;
        this.enquiries = enquiries;
        this.recurrences = recurrences;
    }

    /** A case in a list. */
    record CaseLine(UUID id, String title, String standing) {

        static CaseLine of(CaseFile file) {
            return new CaseLine(file.id(), EnquiryCasePage.title(file), EnquiryCasePage.standing(file));
        }
    }

    /** Something to choose. */
    record Choice(String name, String title) {}

    /** A strand of the plan with its steps. */
    record Steps(String title, List<String> steps) {}

    /** A tool used, with its outcomes. */
    record Tool(UUID id, String words, String law, String on, String when, List<String> outcomes) {}

    @EntryPoint(value = Action.LINES, note = "list of cases")
    @GetMapping("/cases")
    String all(Rights rights, Look look, Model model) {
        List<CaseFile> all = cases.all(rights);
        look.at(all.stream().map(CaseFile::id).toList());
        model.addAttribute("cases", all.stream().map(CaseLine::of).toList());
        return "cases";
    }

    @EntryPoint(value = Action.LINES, note = "one case")
    @GetMapping("/cases/{id}")
    String one(@PathVariable UUID id, Viewer viewer, Rights rights, Look look, Model model) {
        return show(id, viewer, rights, look, model, Map.of(), List.of());
    }

    @EntryPoint(value = Action.DECIDE_LINES, note = "entry in a case")
    @PostMapping("/cases/{id}/entries")
    String enter(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(name = "day-day", defaultValue = "") String day,
            @RequestParam(name = "day-month", defaultValue = "") String month,
            @RequestParam(name = "day-year", defaultValue = "") String year,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        EnteredEntry entered = new EnteredEntry(kind, words, what, on, EnteredDate.of(day, month, year));
        Optional<Mistake> mistake =
                entered.mistake().or(() -> entered.mistake(cases.enter(rights, id, entered.wish())));
        if (mistake.isPresent()) {
            return show(id, viewer, rights, look, model, entered.typed(), List.of(mistake.get()));
        }
        look.at(id);
        return "redirect:/cases/" + id;
    }

    private String show(
            UUID id,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model,
            Map<String, String> typed,
            List<Mistake> mistakes) {
        CaseFile file = cases.of(rights, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(id).at(file.evidence());
        model.addAttribute("id", id);
        model.addAttribute("title", title(file));
        model.addAttribute("standing", standing(file));
        model.addAttribute("opened", Words.moment(file.openedAt()) + " by " + file.openedBy());
        model.addAttribute("reason", file.reason());
        model.addAttribute("owner", file.openedBy());
        model.addAttribute("origin", origin(rights, file).orElse(null));
        model.addAttribute(
                "leads",
                Arrays.stream(Side.values())
                        .map(side -> new Choice(
                                words(side), file.lead(side).map(Entry::on).orElse("Nobody yet")))
                        .toList());
        model.addAttribute("meetings", entries(file, Kind.MEETING));
        model.addAttribute(
                "plan",
                Arrays.stream(Strand.values())
                        .map(strand -> new Steps(title(strand), steps(file, strand)))
                        .toList());
        model.addAttribute(
                "tools", file.of(Kind.TOOL).map(tool -> tool(file, tool)).toList());
        model.addAttribute("reviews", entries(file, Kind.REVIEW));
        model.addAttribute("closures", entries(file, Kind.CLOSED));
        model.addAttribute("mayDisclose", viewer.may(Action.EXPORT));
        model.addAttribute("mayWork", !file.isClosed() && viewer.may(Action.DECIDE_LINES));
        choices(rights, model);
        BlockWords.show(blocks, subjects, rights, List.of(), file.evidence(), model);
        model.addAttribute("typed", typed);
        Forms.show(model, mistakes);
        return "case";
    }

    /** What it was opened on, where the viewer may see that. */
    private Optional<Choice> origin(Rights rights, CaseFile file) {
        if (file.about().equals("line")) {
            return file.evidence().stream()
                    .flatMap(record -> enquiries.of(rights, record).stream())
                    .findFirst()
                    .map(line -> new Choice("/lines/" + line.anchor(), "The line of enquiry"));
        }
        if (file.isOfThing()) {
            return file.evidence().stream()
                    .findFirst()
                    .map(record -> new Choice("/things/" + record, "What it is about: everything recorded with it"));
        }
        return recurrences.all(rights).stream()
                .filter(pattern -> isOf(file, pattern.standing().verdict()))
                .findFirst()
                .map(pattern -> new Choice(PatternWords.address(pattern), "The pattern"));
    }

    private static boolean isOf(CaseFile file, @Nullable Verdict verdict) {
        return verdict != null && file.id().equals(verdict.caseId());
    }

    private void choices(Rights rights, Model model) {
        model.addAttribute(
                "sides",
                Arrays.stream(Side.values())
                        .map(side -> new Choice(side.name(), words(side)))
                        .toList());
        model.addAttribute(
                "strands",
                Arrays.stream(Strand.values())
                        .map(strand -> new Choice(strand.name(), title(strand)))
                        .toList());
        model.addAttribute(
                "people",
                cases.people(rights).stream()
                        .map(person -> new Choice(person.user().toString(), person.agency() + ": " + person.name()))
                        .toList());
        model.addAttribute(
                "toolChoices",
                CodeLists.named("disruption_tool").codes().stream()
                        .map(code -> new Choice(code.code(), code.label() + " (" + code.detail("lead") + ")"))
                        .toList());
    }

    private static Tool tool(CaseFile file, Entry tool) {
        var code = CodeLists.named("disruption_tool").find(tool.what());
        return new Tool(
                tool.id(),
                code.map(found -> found.label()).orElse(tool.what()) + ": " + tool.words(),
                code.map(found -> "Led by " + found.detail("lead") + "; " + found.detail("legal_basis") + " ("
                                + found.confidence().label() + ")")
                        .orElse(""),
                tool.on(),
                said(tool),
                file.of(Kind.OUTCOME)
                        .filter(outcome -> outcome.what().equals(tool.id().toString()))
                        .map(outcome -> outcome.words() + " (" + said(outcome) + ")")
                        .toList());
    }

    private static List<String> entries(CaseFile file, Kind kind) {
        return file.of(kind)
                .map(entry -> {
                    LocalDate day = entry.day();
                    return entry.words() + (day == null ? "" : ", " + Words.date(day)) + " (" + said(entry) + ")";
                })
                .toList();
    }

    private static List<String> steps(CaseFile file, Strand strand) {
        return file.of(Kind.PLAN)
                .filter(entry -> entry.what().equalsIgnoreCase(strand.name()))
                .map(entry -> {
                    LocalDate day = entry.day();
                    return entry.words() + (day == null ? "" : ", due by " + Words.date(day)) + " (" + said(entry)
                            + ")";
                })
                .toList();
    }

    private static String title(Strand strand) {
        return Words.capital(strand.name().toLowerCase(Locale.ROOT));
    }

    private static String said(Entry entry) {
        return entry.by() + ", " + Words.moment(entry.at());
    }

    private static String title(CaseFile file) {
        return "Case " + file.reference();
    }

    private static String standing(CaseFile file) {
        if (file.isClosed()) {
            return "Closed";
        }
        if (file.isOfThing() && !file.hasMet()) {
            return clock("Review", file.reviewDue());
        }
        String meeting = file.hasMet() ? "Strategy meeting held" : clock("Strategy meeting", file.meetingDue());
        return meeting + ". " + clock("Review", file.reviewDue());
    }

    private static String clock(String what, LocalDate due) {
        boolean late = LocalDate.now(Words.LONDON).isAfter(due);
        return what + (late ? " overdue: it was due by " : " due by ") + Words.date(due);
    }

    private static String words(Side side) {
        return side == Side.AUTHORITY
                ? "Local authority"
                : Words.capital(side.name().toLowerCase(Locale.ROOT));
    }
}
