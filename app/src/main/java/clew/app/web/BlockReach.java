package clew.app.web;

import clew.app.groups.Cases;
import clew.app.groups.Enquiries;
import clew.app.groups.Recurrences;
import clew.app.groups.Things;
import clew.app.groups.Things.Event;
import clew.app.groups.Things.Thing;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What an entry of the block list silences, as its viewer may see it: lines and patterns, cases, and on how many occasions. */
@Component
class BlockReach {
    private final Things things;
    private final Enquiries enquiries;
    private final Recurrences recurrences;
    private final Cases cases;

    BlockReach(Things things, Enquiries enquiries, Recurrences recurrences, Cases cases) {
        this.things = things;
        this.enquiries = enquiries;
        this.recurrences = recurrences;
        this.cases = cases;
    }

    /** Of the thing that a record is of. */
    Thing show(UUID record, Rights rights, Look look, Model model) {
        Thing thing = things.of(rights, record).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(thing.records()).at(thing.events().stream().map(Event::record).toList());
        Set<UUID> there = new TreeSet<>(thing.records());
        Set<UUID> itself = new TreeSet<>(thing.records());
        thing.events().forEach(event -> itself.add(event.record()));
        thing.events().forEach(event -> there.addAll(event.there().keySet()));
        model.addAttribute("record", record);
        model.addAttribute("name", thing.name());
        model.addAttribute("shape", ThingPage.shape(thing.shape()));
        model.addAttribute(
                "occasions",
                thing.events().isEmpty()
                        ? "No event is recorded with it that you may see."
                        : "It is recorded on " + Words.count(thing.events().size(), "occasion", "occasions")
                                + " that you may see.");
        model.addAttribute(
                "lines",
                enquiries.with(rights, there).stream()
                        .map(LinesPage.LineLine::of)
                        .toList());
        model.addAttribute(
                "patterns",
                recurrences.of(rights, thing.records()).stream()
                        .map(PatternsPage.PatternLine::of)
                        .toList());
        model.addAttribute(
                "cases",
                cases.all(rights).stream()
                        .filter(file ->
                                !file.isClosed() && file.evidence().stream().anyMatch(itself::contains))
                        .map(EnquiryCasePage.CaseLine::of)
                        .toList());
        return thing;
    }
}
