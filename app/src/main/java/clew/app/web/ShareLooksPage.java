package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Spreadsheet;
import clew.app.access.Viewer;
import clew.app.ledger.Look;
import clew.app.ledger.Looks;
import clew.app.store.Rights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes who looked at a record out of Clew, for example to answer the person whom it is about: the last year's looks, as the agency that sent it sees them.
 * Looks under an authorised sensitive purpose are left out, whoever asks.
 */
@Controller
class ShareLooksPage {

    private static final List<String> COLUMNS = List.of("When (London)", "What", "Who", "Purpose", "By which right");

    private final Looks looks;
    private final Sharing sharing;

    ShareLooksPage(Looks looks, Sharing sharing) {
        this.looks = looks;
        this.sharing = sharing;
    }

    @EntryPoint(value = Action.EXPORT, note = "looks at a record, before it is decided")
    @GetMapping("/records/{record}/looks/share")
    String ask(@PathVariable UUID record, Rights rights, Look look, Model model) {
        return sharing.ask(model, offer(record, lines(record, rights, look)), ShareForm.EMPTY, List.of());
    }

    @EntryPoint(value = Action.EXPORT, note = "looks at a record")
    @PostMapping("/records/{record}/looks/share")
    ModelAndView take(
            @PathVariable UUID record,
            @RequestParam(name = "given-to", defaultValue = "") String givenTo,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(name = "conditions-met", defaultValue = "") String met,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        List<LookText> lines = lines(record, rights, look);
        return sharing.table(
                viewer,
                look,
                model,
                offer(record, lines),
                new ShareForm(givenTo, reason, format, met),
                new Spreadsheet(
                        "Looks at a record",
                        COLUMNS,
                        lines.stream()
                                .map(line ->
                                        List.of(line.when(), line.what(), line.who(), line.purpose(), line.right()))
                                .toList()),
                List.of(record));
    }

    private List<LookText> lines(UUID record, Rights rights, Look look) {
        if (!looks.isVisible(rights, record)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        look.at(record);
        LocalDate today = Words.day(Instant.now());
        return looks
                .ofRecord(
                        rights,
                        record,
                        today.minusYears(1).atStartOfDay(Words.LONDON).toInstant(),
                        today.plusDays(1).atStartOfDay(Words.LONDON).toInstant())
                .stream()
                .filter(line -> !line.sensitive())
                .map(LookText::of)
                .toList();
    }

    private static Offer offer(UUID record, List<LookText> lines) {
        return new Offer(
                "Looks at a record",
                (lines.size() == Looks.MOST ? "The latest " : "")
                        + Words.count(lines.size(), "look", "looks")
                        + " of the last year. Looks under an authorised sensitive purpose are left out",
                "/records/" + record + "/looks/share",
                Map.of(),
                "/records/" + record + "/looks",
                Sharing.TABLE);
    }
}
