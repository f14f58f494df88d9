package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Shares;
import clew.app.access.Viewer;
import clew.app.ledger.Look;
import clew.app.ledger.LookLine;
import clew.app.ledger.Looks;
import clew.app.oversight.Home;
import clew.app.store.Rights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The ledger as people may read it: one's own looks, who looked at a record, and what one's agency did. Reading it is entered too. */
@Controller
class LooksPage {

    private final Looks looks;
    private final Home homes;
    private final Shares shares;

    LooksPage(Looks looks, Home homes, Shares shares) {
        this.looks = looks;
        this.homes = homes;
        this.shares = shares;
    }

    /** The days that every page here may be asked for. */
    @ModelAttribute
    LookSpan span(
            @RequestParam(name = "from-day", required = false) @Nullable String fromDay,
            @RequestParam(name = "from-month", required = false) @Nullable String fromMonth,
            @RequestParam(name = "from-year", required = false) @Nullable String fromYear,
            @RequestParam(name = "to-day", required = false) @Nullable String toDay,
            @RequestParam(name = "to-month", required = false) @Nullable String toMonth,
            @RequestParam(name = "to-year", required = false) @Nullable String toYear) {
        return LookSpan.of(EnteredDate.of(fromDay, fromMonth, fromYear), EnteredDate.of(toDay, toMonth, toYear));
    }

    @EntryPoint(value = Action.HOME, note = "own looks")
    @GetMapping("/my-looks")
    String own(@ModelAttribute(binding = false) LookSpan span, Rights rights, Model model) {
        LocalDate today = Words.day(Instant.now());
        show(model, span, today, looks.own(rights, span.since(today), span.until(today)));
        model.addAttribute("homeSaid", homes.isSaid(rights));
        return "my-looks";
    }

    @EntryPoint(value = Action.HOME, note = "said where they live")
    @PostMapping("/my-looks")
    String home(
            @RequestParam(defaultValue = "") String postcode,
            @RequestParam(defaultValue = "") String house,
            @ModelAttribute(binding = false) LookSpan span,
            Rights rights,
            Model model) {
        try {
            homes.said(rights, postcode, house);
            return "redirect:/my-looks";
        } catch (IllegalArgumentException e) {
            String view = own(span, rights, model);
            model.addAttribute(
                    "mistakes",
                    List.of(new Mistake("postcode", "Enter a full postcode, and the number or name of the house")));
            return view;
        }
    }

    @EntryPoint(value = Action.READ_LEDGER, note = "looks at a record")
    @GetMapping("/records/{record}/looks")
    String ofRecord(
            @PathVariable UUID record,
            @ModelAttribute(binding = false) LookSpan span,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        if (!looks.isVisible(rights, record)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        look.at(record);
        LocalDate today = Words.day(Instant.now());
        show(model, span, today, looks.ofRecord(rights, record, span.since(today), span.until(today)));
        model.addAttribute("record", record);
        model.addAttribute(
                "shares",
                shares.about(rights, record).stream()
                        .map(SharePage.ShareLine::of)
                        .toList());
        model.addAttribute("mayExport", viewer.may(Action.EXPORT));
        return "record-looks";
    }

    @EntryPoint(value = Action.READ_SENSITIVE_LOOKS, note = "looks of one's agency")
    @GetMapping("/agency-looks")
    String ofAgency(@ModelAttribute(binding = false) LookSpan span, Rights rights, Model model) {
        LocalDate today = Words.day(Instant.now());
        show(model, span, today, looks.ofAgency(rights, span.since(today), span.until(today)));
        return "agency-looks";
    }

    private static void show(Model model, LookSpan span, LocalDate today, List<LookLine> lines) {
        span.into(model, today);
        model.addAttribute("lines", lines.stream().map(LookText::of).toList());
        model.addAttribute("cutOff", lines.size() == Looks.MOST);
    }
}
