package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.groups.Enquiries;
import clew.app.groups.Subjects.Told;
import clew.app.groups.Things;
import clew.app.groups.Things.Event;
import clew.app.groups.Things.Thing;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A vehicle, a phone, a place or an adult: what is recorded with it, and the lines in which it is. A child has the page of a person. */
@Controller
class ThingPage {
    private final Things things;
    private final Enquiries enquiries;

    ThingPage(Things things, Enquiries enquiries) {
        this.things = things;
        this.enquiries = enquiries;
    }

    /** What happened. */
    record Happened(String date, String what, List<Who> who, String agency, String known) {}

    /** Who was there, with their page. */
    record Who(String words, String address) {}

    @EntryPoint(value = Action.LINES, note = "vehicle, phone, place or adult")
    @GetMapping("/things/{record}")
    String show(@PathVariable UUID record, Rights rights, Look look, Model model) {
        Thing thing = things.of(rights, record).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(thing.records()).at(thing.events().stream().map(Event::record).toList());
        if (thing.child()) {
            return "redirect:/persons/" + record;
        }
        model.addAttribute("record", record);
        model.addAttribute("name", thing.name());
        model.addAttribute("shape", shape(thing.shape()));
        model.addAttribute("person", thing.shape().equals("person"));
        model.addAttribute("summary", summary(thing));
        model.addAttribute(
                "events",
                thing.events().stream().map(event -> happened(thing, event)).toList());
        model.addAttribute(
                "lines",
                enquiries.of(rights, thing.records()).stream()
                        .flatMap(anchor -> enquiries.of(rights, anchor).stream())
                        .map(LinesPage.LineLine::of)
                        .toList());
        model.addAttribute("watched", thing.shape().toUpperCase(Locale.ROOT));
        return "thing";
    }

    private static String summary(Thing thing) {
        List<String> agencies = thing.records().stream()
                .map(thing.told()::get)
                .filter(Objects::nonNull)
                .map(Told::agency)
                .distinct()
                .sorted()
                .toList();
        return Words.count(thing.records().size(), "record", "records") + " from " + Words.list(agencies) + ". "
                + Words.count(thing.events().size(), "event is", "events are") + " recorded with it.";
    }

    private static Happened happened(Thing thing, Event event) {
        Told told = thing.told().get(event.record());
        LocalDate day = event.day();
        LocalDate known = event.known();
        String kind = LineWords.happening(event.kind());
        return new Happened(
                day == null ? "Date not known" : Words.date(day),
                told == null || told.words().isBlank() ? kind : kind + ": " + told.words(),
                event.there().entrySet().stream()
                        .filter(entry -> !thing.records().contains(entry.getKey()))
                        .map(entry -> who(thing, entry.getKey(), entry.getValue()))
                        .toList(),
                told == null ? "" : told.agency(),
                known == null ? "not recorded" : Words.date(known));
    }

    private static Who who(Thing thing, UUID record, String role) {
        Told told = thing.told().get(record);
        String name = told == null || told.words().isBlank() ? "Not named" : told.words();
        boolean person = told != null && told.shape().equals("person");
        return new Who(
                role.isEmpty() ? name : name + ", " + LineWords.label("involvement_role", role),
                (person ? "/persons/" : "/things/") + record);
    }

    private static String shape(String shape) {
        return switch (shape) {
            case "person" -> "Adult";
            case "unidentified_person" -> "Person not identified";
            case "online_account" -> "Online account";
            default -> Words.capital(shape);
        };
    }
}
