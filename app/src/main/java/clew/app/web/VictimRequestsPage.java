package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Authorisations;
import clew.app.access.EntryPoint;
import clew.app.access.VictimRequests;
import clew.app.access.VictimRequests.Asked;
import clew.app.access.VictimRequests.Listed;
import clew.app.access.Viewer;
import clew.app.identity.PersonView;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Requests for information about victims: made with relevance, necessity and notice, listed, and answered by the agency that is asked. */
@Controller
class VictimRequestsPage {

    private final VictimRequests requests;
    private final Authorisations authorisations;
    private final PersonView persons;

    VictimRequestsPage(VictimRequests requests, Authorisations authorisations, PersonView persons) {
        this.requests = requests;
        this.authorisations = authorisations;
        this.persons = persons;
    }

    @EntryPoint(value = Action.REQUEST_ACCESS, note = "requests about victims listed")
    @GetMapping("/victim-requests")
    String list(Viewer viewer, Look look, Model model) {
        return list(viewer, look, model, Map.of(), List.of());
    }

    @EntryPoint(value = Action.REQUEST_ACCESS, note = "a request about a victim, before it is made")
    @GetMapping("/persons/{record}/victim-request")
    String form(@PathVariable UUID record, Viewer viewer, Rights rights, Look look, Model model) {
        return form(record, viewer, rights, look, model, Map.of(), List.of());
    }

    @EntryPoint(value = Action.REQUEST_ACCESS, note = "a request about a victim")
    @PostMapping("/persons/{record}/victim-request")
    String ask(
            @PathVariable UUID record,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        List<Mistake> mistakes = mistakes(typed, viewer);
        EnteredDate.Read told = told(typed).read("told", "The day on which they were told");
        LocalDate day = null;
        if (told instanceof EnteredDate.Read.Wrong wrong) {
            mistakes.add(wrong.mistake());
        } else if (told instanceof EnteredDate.Read.Days days) {
            day = days.from();
            if (!days.from().equals(days.to()) || day.isAfter(Words.day(Instant.now()))) {
                mistakes.add(
                        new Mistake("told-day", "The day on which they were told must be a whole date that has come"));
            }
        }
        if (!mistakes.isEmpty()) {
            return form(record, viewer, rights, look, model, typed, mistakes);
        }
        seen(rights, record);
        look.at(record);
        boolean asked = requests.ask(
                viewer,
                new Asked(
                        record,
                        Integer.parseInt(Typed.text(typed, "to")),
                        Typed.text(typed, "what"),
                        Typed.text(typed, "relevance"),
                        Typed.text(typed, "necessity"),
                        day,
                        Typed.text(typed, "notice")));
        if (!asked) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return "redirect:/victim-requests";
    }

    @EntryPoint(value = Action.APPROVE_ACCESS, note = "a request about a victim answered")
    @PostMapping("/victim-requests/{request}")
    String answer(
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Look look,
            Model model) {
        boolean given = decision.equals("given");
        List<Mistake> mistakes = new ArrayList<>();
        if (!given && !decision.equals("refused")) {
            mistakes.add(new Mistake("given-" + request, "Choose whether the information was given"));
        }
        Typed.reason("reason-" + request, reason).ifPresent(mistakes::add);
        if (!mistakes.isEmpty()) {
            return list(
                    viewer,
                    look,
                    model,
                    Map.of("reason-" + request, reason, "decision-" + request, decision),
                    mistakes);
        }
        look.at(request);
        if (!requests.answer(viewer, request, given, reason.strip())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/victim-requests";
    }

    private List<Mistake> mistakes(Map<String, String> typed, Viewer viewer) {
        List<Mistake> mistakes = new ArrayList<>();
        if (!authorisations.isCompetentAuthority(viewer)) {
            mistakes.add(new Mistake("to", "Only a competent authority can ask for information about a victim"));
        } else if (authorisations.recipients(viewer).stream()
                .noneMatch(one -> String.valueOf(one.id()).equals(Typed.text(typed, "to")))) {
            mistakes.add(new Mistake("to", "Choose whom you ask"));
        }
        said(typed, "what", "Say which information you ask for, and of which time", mistakes);
        said(typed, "relevance", "Say to which reasonable line of enquiry it is relevant", mistakes);
        said(typed, "necessity", "Say why it is necessary, and why nothing that intrudes less would do", mistakes);
        said(typed, "notice", "Say how the victim was told, or why they were not", mistakes);
        return mistakes;
    }

    private static void said(Map<String, String> typed, String field, String words, List<Mistake> mistakes) {
        String text = Typed.text(typed, field);
        Optional<Mistake> wrong = text.isEmpty() ? Optional.of(new Mistake(field, words)) : Typed.reason(field, text);
        wrong.ifPresent(mistakes::add);
    }

    private static EnteredDate told(Map<String, String> typed) {
        return EnteredDate.of(typed.get("told-day"), typed.get("told-month"), typed.get("told-year"));
    }

    private String form(
            UUID record,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model,
            Map<String, String> typed,
            List<Mistake> mistakes) {
        seen(rights, record);
        look.at(record);
        model.addAttribute("record", record);
        model.addAttribute("recipients", authorisations.recipients(viewer));
        model.addAttribute("competent", authorisations.isCompetentAuthority(viewer));
        model.addAttribute("typed", typed);
        model.addAttribute("told", told(typed));
        Forms.show(model, mistakes);
        return "victim-request";
    }

    private void seen(Rights rights, UUID record) {
        if (persons.recordsOf(rights, record).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private String list(Viewer viewer, Look look, Model model, Map<String, String> typed, List<Mistake> mistakes) {
        List<Listed> all = requests.visible(viewer);
        look.at(all.stream().map(Listed::id).toList());
        model.addAttribute("requests", all.stream().map(Line::of).toList());
        model.addAttribute("typed", typed);
        Forms.show(model, mistakes);
        return "victim-requests";
    }

    /** A request in words. */
    record Line(UUID id, UUID record, String words, String by, List<FoundPeople.Fact> facts, boolean answerable) {

        static Line of(Listed one) {
            Boolean given = one.given();
            LocalDate told = one.noticedOn();
            return new Line(
                    one.id(),
                    one.record(),
                    one.from() + " asks " + one.to() + ", " + Words.moment(one.at()),
                    one.by(),
                    List.of(
                            new FoundPeople.Fact("What is asked", one.what()),
                            new FoundPeople.Fact("Relevant to", one.relevance()),
                            new FoundPeople.Fact("Necessary because", one.necessity()),
                            new FoundPeople.Fact(
                                    told == null
                                            ? "The victim was not told"
                                            : "The victim was told on " + Words.date(told),
                                    one.notice()),
                            new FoundPeople.Fact(
                                    "Answer",
                                    given == null
                                            ? "none yet"
                                            : (given ? "given" : "not given") + ", by " + one.answeredBy() + ": "
                                                    + one.answer())),
                    one.answerable() && given == null);
        }
    }
}
