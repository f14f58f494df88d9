package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Viewer;
import clew.app.corrections.Corrections;
import clew.app.corrections.Statement;
import clew.app.identity.PersonView.Person;
import clew.app.identity.PersonView.Source;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What can be asked and said about each record on the page of a person: who looked, what is wrong, and what was said so far. */
@Component
class RecordTrail {

    private final Corrections corrections;

    RecordTrail(Corrections corrections) {
        this.corrections = corrections;
    }

    void into(Model model, Viewer viewer, Person person) {
        List<UUID> records = person.records().stream().map(Source::record).toList();
        Map<UUID, List<Statement>> said =
                corrections.about(viewer.rights(), records).stream().collect(Collectors.groupingBy(Statement::record));
        RecordNames names = new RecordNames(person.records());
        model.addAttribute(
                "trail",
                records.stream()
                        .map(record -> new Line(
                                record,
                                names.of(record),
                                said.getOrDefault(record, List.of()).stream()
                                        .map(CorrectionPage.StatementLine::of)
                                        .toList()))
                        .toList());
        model.addAttribute("mayCorrect", viewer.may(Action.CORRECT));
        model.addAttribute("mayReadLedger", viewer.may(Action.READ_LEDGER));
        model.addAttribute("mayRectify", viewer.may(Action.RECTIFY));
    }

    /** One record of the person. */
    record Line(UUID record, String name, List<CorrectionPage.StatementLine> said) {}
}
