package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.identity.PersonView;
import clew.app.identity.PersonView.Person;
import clew.app.identity.PersonView.Source;
import clew.app.ledger.Look;
import clew.app.review.Histories;
import clew.app.review.Histories.Step;
import clew.app.store.Rights;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** How a person came to be. */
@Controller
class HistoryPage {

    private final PersonView persons;
    private final Histories histories;

    HistoryPage(PersonView persons, Histories histories) {
        this.persons = persons;
        this.histories = histories;
    }

    @EntryPoint(value = Action.READ, note = "how a person came to be")
    @GetMapping("/persons/{record}/history")
    String show(@PathVariable UUID record, Rights rights, Look look, Model model) {
        Person person =
                persons.of(rights, record, null).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<UUID> records = person.records().stream().map(Source::record).toList();
        look.at(record).at(records);
        RecordNames names = new RecordNames(person.records());
        model.addAttribute("record", record);
        model.addAttribute("name", person.name());
        model.addAttribute(
                "steps",
                histories.of(rights, records).stream()
                        .map(step -> StepLine.of(step, names))
                        .toList());
        return "history";
    }

    /** A step in words. */
    record StepLine(String when, String title, String words, String by, String address) {

        static StepLine of(Step step, RecordNames names) {
            String when = Words.moment(step.at());
            return switch (step) {
                case Step.Received received ->
                    new StepLine(when, received(received), names.of(received.record()), "", "");
                case Step.Issued issued ->
                    new StepLine(
                            when,
                            "A number was given to this person",
                            issued.person().toString(),
                            "",
                            "");
                case Step.Joined joined ->
                    new StepLine(
                            when,
                            "Two persons became one",
                            joined.from() + " leads to " + joined.to() + ", the older, from then on",
                            "",
                            "");
                case Step.Split split ->
                    new StepLine(
                            when, "A person stood alone again", split.person().toString(), "", "");
                case Step.Made made -> {
                    DecidedLine line = DecidedLine.of(made.decided());
                    yield new StepLine(
                            when,
                            line.title()
                                    + (line.standing().isEmpty()
                                            ? ""
                                            : " (" + line.standing().toLowerCase(java.util.Locale.ROOT) + ")"),
                            line.reason() + (line.scope().isEmpty() ? "" : ". " + line.scope() + "."),
                            made.decided().by() + ", " + made.decided().agency(),
                            line.address());
                }
            };
        }

        private static String received(Step.Received received) {
            if (received.withdrawn()) {
                return "A record was withdrawn by its sender";
            }
            return received.first() ? "A record came" : "A record came again, changed";
        }
    }
}
