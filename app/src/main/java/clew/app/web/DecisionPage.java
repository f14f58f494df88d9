package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.identity.PersonView;
import clew.app.identity.PersonView.Person;
import clew.app.identity.PersonView.Source;
import clew.app.ledger.Look;
import clew.app.review.Decided;
import clew.app.review.Outcome;
import clew.app.review.Undo;
import clew.app.store.Rights;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One decision about who is who: what it says, who saw what it joined, and taking it back. */
@Controller
class DecisionPage {

    private static final List<String> NAMES =
            List.of("given_name", "middle_names", "family_name", "full_name", "nickname", "known_as", "also_known_as");

    private final Undo undo;
    private final PersonView persons;

    DecisionPage(Undo undo, PersonView persons) {
        this.undo = undo;
        this.persons = persons;
    }

    @EntryPoint(value = Action.DECIDE, note = "one decision on who is who")
    @GetMapping("/decisions/{decision}")
    String show(@PathVariable UUID decision, Rights rights, Look look, Model model) {
        return page(decision, rights, look, model, List.of());
    }

    @EntryPoint(value = Action.DECIDE, note = "decision on who is who taken back")
    @PostMapping("/decisions/{decision}/withdraw")
    String withdraw(
            @PathVariable UUID decision,
            @RequestParam(defaultValue = "") String reason,
            Rights rights,
            Look look,
            Model model) {
        Optional<Mistake> mistake = Typed.reason("reason", reason);
        return mistake.isPresent()
                ? page(decision, rights, look, model, List.of(mistake.get()))
                : done(undo.withdraw(rights, decision, reason), decision, rights, look, model, "reason");
    }

    @EntryPoint(value = Action.DECIDE, note = "decision on who is who upheld")
    @PostMapping("/decisions/{decision}/uphold")
    String uphold(
            @PathVariable UUID decision,
            @RequestParam(name = "uphold-reason", defaultValue = "") String reason,
            Rights rights,
            Look look,
            Model model) {
        Optional<Mistake> mistake = Typed.reason("uphold-reason", reason);
        return mistake.isPresent()
                ? page(decision, rights, look, model, List.of(mistake.get()))
                : done(undo.uphold(rights, decision, reason), decision, rights, look, model, "uphold-reason");
    }

    private String done(Outcome outcome, UUID decision, Rights rights, Look look, Model model, String field) {
        if (outcome instanceof Outcome.Wrong wrong) {
            return page(decision, rights, look, model, List.of(new Mistake(field, wrong.words())));
        }
        look.at(find(rights, decision).records()).at(decision);
        return "redirect:/decisions/" + decision;
    }

    private Decided find(Rights rights, UUID decision) {
        return undo.find(rights, decision).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(UUID decision, Rights rights, Look look, Model model, List<Mistake> mistakes) {
        Decided decided = find(rights, decision);
        look.at(decision).at(decided.records());
        model.addAttribute("line", DecidedLine.of(decided));
        model.addAttribute("decided", decided);
        model.addAttribute(
                "records",
                decided.records().stream()
                        .map(record -> persons.of(rights, record, null)
                                .flatMap(person -> person.source(record).map(source -> RecordLine.of(person, source)))
                                .orElse(new RecordLine(null, "A record that you may not see")))
                        .toList());
        model.addAttribute(
                "pair",
                decided.one().isEmpty()
                        ? pair(decided.records())
                        : pair(List.of(decided.one().get(0), decided.other().get(0))));
        model.addAttribute(
                "seen",
                undo.seenSince(rights, decision).stream().map(SeenLine::of).toList());
        Forms.show(model, mistakes);
        return "decision";
    }

    /** A record that it is about, by the name that it gives; without an address where the viewer may not see it. */
    record RecordLine(@Nullable UUID record, String words) {

        static RecordLine of(Person person, Source source) {
            int place = person.records().indexOf(source);
            String name = NAMES.stream()
                    .flatMap(title -> person.fields().stream()
                            .filter(field -> field.name().equals(title)))
                    .filter(field -> field.part() != PersonView.Part.PROTECTED)
                    .flatMap(field -> field.values().get(place).given().stream())
                    .distinct()
                    .collect(Collectors.joining(" "));
            return new RecordLine(
                    source.record(),
                    (name.isEmpty() ? person.name() : name) + ", " + source.agency() + " (" + source.system() + ")");
        }
    }

    private static String pair(List<UUID> records) {
        return records.size() < 2 ? "" : "/review/" + records.get(0) + "/" + records.get(1);
    }

    /** Who saw it, in words. */
    record SeenLine(String who, String looks) {

        static SeenLine of(Undo.Seen seen) {
            String who = seen.name() == null
                    ? Words.count(seen.people(), "person", "people") + " of " + seen.agency()
                    : seen.name() + ", " + seen.agency();
            return new SeenLine(
                    who, Words.count(seen.looks(), "look", "looks") + ", the last on " + Words.moment(seen.last()));
        }
    }
}
