package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.groups.Block;
import clew.app.groups.BlockDecisions;
import clew.app.groups.Blocks;
import clew.app.groups.CaseFile;
import clew.app.groups.Company;
import clew.app.groups.Enquiries;
import clew.app.groups.Found;
import clew.app.groups.Recurrences;
import clew.app.groups.Subjects;
import clew.app.groups.Subjects.Told;
import clew.app.groups.ThingCases;
import clew.app.groups.Things;
import clew.app.groups.Things.Event;
import clew.app.groups.Things.Thing;
import clew.app.groups.Watches;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import clew.app.web.LineTimes.Series;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A vehicle, a phone, a place or an adult: what is recorded with it, and the lines in which it is. A child has the page of a person. */
@Controller
class ThingPage {
    /** More than these stand in the table alone. */
    private static final int MOST_ROWS = 30;

    private final Things things;
    private final Enquiries enquiries;
    private final Recurrences recurrences;
    private final ThingCases cases;
    private final Company company;
    private final Subjects subjects;
    private final Blocks blocks;
    private final Clock clock = Clock.systemUTC();

    ThingPage(
            Things things,
            Enquiries enquiries,
            Recurrences recurrences,
            ThingCases cases,
            Company company,
            Subjects subjects,
            Blocks blocks) {
        this.things = things;
        this.company = company;
        this.subjects = subjects;
        this.blocks = blocks;
        this.enquiries = enquiries;
        this.recurrences = recurrences;
        this.cases = cases;
    }

    /** What happened. */
    record Happened(String date, String what, List<Who> who, String agency, String known) {}

    /** Who was there, with their page. */
    record Who(String words, String address) {}

    @EntryPoint(value = Action.LINES, note = "vehicle, phone, place or adult")
    @GetMapping("/things/{record}")
    String show(
            @PathVariable UUID record,
            @RequestParam(name = "as-on", defaultValue = "") String asOn,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        return show(record, asOn, viewer, rights, look, model, "", List.of());
    }

    /** The page as it is opened, or after the form on it was sent, with what was wrong. */
    String show(
            UUID record,
            String asOn,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model,
            String reason,
            List<Mistake> mistakes) {
        Thing thing = things.of(rights, record).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(thing.records()).at(thing.events().stream().map(Event::record).toList());
        if (thing.child()) {
            return "redirect:/persons/" + record;
        }
        LocalDate day = AsOn.day(asOn);
        Thing then = day == null ? thing : thing.asKnownOn(day);
        model.addAttribute("record", record);
        model.addAttribute("name", thing.name());
        model.addAttribute("shape", shape(thing.shape()));
        model.addAttribute("person", thing.shape().equals("person"));
        model.addAttribute("summary", summary(then));
        model.addAttribute("asOn", day == null ? null : Words.date(day));
        model.addAttribute("steps", AsOn.steps(thing.knownDays(), day));
        Optional<Found> whole = company.of(rights, thing);
        whole.ifPresent(found -> found.members().forEach(member -> look.at(member.records())));
        LineWords words = words(thing, whole, rights);
        model.addAttribute(
                "events",
                then.events().stream()
                        .map(event -> happened(then, words, event))
                        .toList());
        model.addAttribute("times", times(then, words, LineTimes.WIDE));
        model.addAttribute("narrowTimes", times(then, words, LineTimes.NARROW));
        whole.flatMap(found -> day == null ? whole : found.asKnownOn(day))
                .ifPresent(found -> CompanyView.show(found, words, subjects, rights, model));
        model.addAttribute("printed", Words.moment(clock.instant()));
        model.addAttribute(
                "lines",
                enquiries.with(rights, thing.records()).stream()
                        .map(LinesPage.LineLine::of)
                        .toList());
        model.addAttribute(
                "patterns",
                recurrences.of(rights, thing.records()).stream()
                        .map(PatternsPage.PatternLine::of)
                        .toList());
        cases(thing, viewer, rights, model);
        blocks(thing, viewer, rights, model);
        model.addAttribute(
                "watched",
                Forms.chosen(Watches.Kind.class, thing.shape()).map(Enum::name).orElse(""));
        model.addAttribute("typed", reason);
        Forms.show(model, mistakes);
        return "thing";
    }

    private void cases(Thing thing, Viewer viewer, Rights rights, Model model) {
        List<CaseFile> own = cases.of(rights, thing.record());
        boolean mayOpen = viewer.may(Action.DECIDE_LINES) && own.stream().allMatch(CaseFile::isClosed);
        boolean somebody = isSomebody(thing);
        model.addAttribute(
                "cases", own.stream().map(EnquiryCasePage.CaseLine::of).toList());
        model.addAttribute("mayOpen", mayOpen && !somebody);
        model.addAttribute("somebody", somebody);
    }

    private void blocks(Thing thing, Viewer viewer, Rights rights, Model model) {
        List<Block> own = isSomebody(thing) ? List.of() : blocks.of(rights, thing.records());
        boolean running = own.stream().anyMatch(block -> block.state().isRunning());
        model.addAttribute(
                "blocks",
                own.stream()
                        .map(block -> BlockWords.Entry.of(block, thing.told()))
                        .toList());
        model.addAttribute("mayBlock", viewer.may(Action.BLOCK) && BlockDecisions.fits(thing.shape()) && !running);
    }

    /** Everybody is called as all their records have it, on the whole page; who is in no picture, as their own record has it. */
    private LineWords words(Thing thing, Optional<Found> whole, Rights rights) {
        Map<UUID, Told> told = new HashMap<>(thing.told());
        whole.ifPresent(found -> told.putAll(subjects.of(rights, found)));
        return new LineWords(whole.orElse(new Found(List.of(), List.of(), List.of())), told);
    }

    /** A row for the thing and one for each who was there, by name; for the thing alone where they are many. */
    private static @Nullable LineTimes times(Thing thing, LineWords words, int width) {
        List<LocalDate> all = new ArrayList<>();
        Map<UUID, Set<LocalDate>> others = new HashMap<>();
        for (Event event : thing.events()) {
            LocalDate day = event.day();
            if (day != null) {
                all.add(day);
                event.there().keySet().stream()
                        .filter(record -> !thing.records().contains(record))
                        .forEach(record -> others.computeIfAbsent(words.whose(record), one -> new TreeSet<>())
                                .add(day));
            }
        }
        List<Series> rows = new ArrayList<>(List.of(new Series(thing.name(), all)));
        if (others.size() <= MOST_ROWS) {
            others.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<UUID, Set<LocalDate>> one) -> words.nameOf(one.getKey()))
                            .thenComparing(Map.Entry::getKey))
                    .forEach(one -> rows.add(new Series(words.nameOf(one.getKey()), List.copyOf(one.getValue()))));
        }
        return all.isEmpty() ? null : LineTimes.of(rows, all, width);
    }

    private static boolean isSomebody(Thing thing) {
        return thing.shape().equals("person") || thing.shape().equals("unidentified_person");
    }

    private static String summary(Thing thing) {
        List<String> agencies = thing.records().stream()
                .map(thing.told()::get)
                .filter(Objects::nonNull)
                .map(Told::agency)
                .distinct()
                .sorted()
                .toList();
        String held = Words.count(thing.records().size(), "record", "records") + " from " + Words.list(agencies) + ". "
                + Words.count(thing.events().size(), "event is", "events are") + " recorded with "
                + (isSomebody(thing) ? "them" : "it");
        List<LocalDate> days = thing.events().stream()
                .flatMap(event -> Stream.ofNullable(event.day()))
                .sorted()
                .toList();
        long others = thing.events().stream()
                .flatMap(event -> event.there().keySet().stream())
                .filter(record -> !thing.records().contains(record))
                .distinct()
                .count();
        return days.isEmpty()
                ? held + "."
                : held + ", between " + Words.date(days.getFirst()) + " and " + Words.date(days.getLast()) + ", with "
                        + Words.count(
                                others, "record of who or what else was there", "records of who or what else was there")
                        + ". By itself this says nothing of anybody.";
    }

    private static Happened happened(Thing thing, LineWords words, Event event) {
        Told told = thing.told().get(event.record());
        LocalDate day = event.day();
        LocalDate known = event.known();
        String kind = LineWords.happening(event.kind());
        return new Happened(
                day == null ? "Date not known" : Words.date(day),
                told == null || told.words().isBlank() ? kind : kind + ": " + told.words(),
                event.there().entrySet().stream()
                        .filter(entry -> !thing.records().contains(entry.getKey()))
                        .map(entry -> who(thing, words, entry.getKey(), entry.getValue()))
                        .toList(),
                told == null ? "" : told.agency(),
                known == null ? "not recorded" : Words.date(known));
    }

    private static Who who(Thing thing, LineWords words, UUID record, String role) {
        Told told = thing.told().get(record);
        String name = words.nameAsIn(record);
        boolean person = told != null && told.shape().equals("person");
        return new Who(
                role.isEmpty() ? name : name + ", " + LineWords.label("involvement_role", role),
                (person ? "/persons/" : "/things/") + record);
    }

    static String shape(String shape) {
        return switch (shape) {
            case "person" -> "Adult";
            case "unidentified_person" -> "Person not identified";
            case "online_account" -> "Online account";
            default -> Words.capital(shape);
        };
    }
}
