package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Audience;
import clew.app.access.Audience.Kept;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.identity.PersonView;
import clew.app.identity.PersonView.Person;
import clew.app.identity.PersonView.Source;
import clew.app.identity.Seals;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Seals an identity: the lead of the agency that holds the records chooses those which nobody is to see any more. It protects, so one person does it, at once; its
 * end discloses, so two do. Records of other agencies are for their leads to seal.
 */
@Controller
class SealPage {

    private final PersonView persons;
    private final Audience audience;
    private final Seals seals;

    SealPage(PersonView persons, Audience audience, Seals seals) {
        this.persons = persons;
        this.audience = audience;
        this.seals = seals;
    }

    @EntryPoint(value = Action.AUTHORISE, note = "before an identity is sealed")
    @GetMapping("/persons/{record}/seal")
    String ask(@PathVariable UUID record, Viewer viewer, Rights rights, Look look, Model model) {
        Person person = person(record, rights, look);
        return show(model, person, own(rights, viewer, person), Set.of(), "", "", List.of());
    }

    @EntryPoint(value = Action.AUTHORISE, note = "an identity sealed")
    @PostMapping("/persons/{record}/seal")
    String seal(
            @PathVariable UUID record,
            @RequestParam(required = false) List<UUID> sealed,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        Person person = person(record, rights, look);
        List<Kept> own = own(rights, viewer, person);
        Set<UUID> mine = own.stream().map(Kept::record).collect(Collectors.toSet());
        Set<UUID> chosen = new HashSet<>(sealed == null ? List.of() : sealed);
        chosen.retainAll(mine);
        Optional<Seals.Ground> on = Forms.chosen(Seals.Ground.class, ground);
        List<Mistake> mistakes = new ArrayList<>();
        if (chosen.isEmpty()) {
            mistakes.add(new Mistake("sealed-0", "Choose the records that nobody is to see"));
        }
        if (on.isEmpty()) {
            mistakes.add(new Mistake("ground", "Choose the ground"));
        }
        Typed.reason("reason", reason).ifPresent(mistakes::add);
        if (!mistakes.isEmpty()) {
            return show(model, person, own, chosen, ground, reason, mistakes);
        }
        Set<UUID> present = person.records().stream().map(Source::record).collect(Collectors.toSet());
        present.removeAll(chosen);
        seals.seal(new Seals.Seal(on.orElseThrow(), chosen, present, viewer.user(), viewer.agency(), reason.strip()));
        return "redirect:/authorisations#seals";
    }

    private Person person(UUID record, Rights rights, Look look) {
        Person person =
                persons.of(rights, record, null).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(record).at(person.records().stream().map(Source::record).toList());
        return person;
    }

    private List<Kept> own(Rights rights, Viewer viewer, Person person) {
        return audience
                .of(
                        rights,
                        viewer,
                        person.records().stream().map(Source::record).toList())
                .stream()
                .filter(kept -> kept.own() && kept.decides())
                .toList();
    }

    private static String show(
            Model model,
            Person person,
            List<Kept> own,
            Set<UUID> chosen,
            String ground,
            String reason,
            List<Mistake> mistakes) {
        RecordNames names = new RecordNames(person.records());
        model.addAttribute("record", person.record());
        model.addAttribute(
                "own",
                own.stream()
                        .map(kept -> new Choice(kept.record(), names.of(kept.record()), chosen.contains(kept.record())))
                        .toList());
        Set<UUID> mine = own.stream().map(Kept::record).collect(Collectors.toSet());
        model.addAttribute(
                "others",
                person.records().stream()
                        .filter(source -> !mine.contains(source.record()))
                        .map(source -> names.of(source.record()))
                        .toList());
        model.addAttribute("ground", ground);
        model.addAttribute("reason", reason);
        Forms.show(model, mistakes);
        return "seal";
    }

    /** A record that can be sealed. */
    record Choice(UUID id, String name, boolean chosen) {}
}
