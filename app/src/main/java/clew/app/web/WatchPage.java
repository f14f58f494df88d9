package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.groups.Change;
import clew.app.groups.Outcome;
import clew.app.groups.Watches;
import clew.app.groups.Watches.Kind;
import clew.app.groups.Watches.Watch;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** One's own watches: what they wait for, until when, that something changed and of what kind the change is. */
@Controller
class WatchPage {
    private static final List<Integer> WEEKS = List.of(2, 4, 8, 13);

    private final Watches watches;

    WatchPage(Watches watches) {
        this.watches = watches;
    }

    /** A watch in a list; a notice says of what kind a change is, and nothing of whom or what. */
    record WatchLine(UUID id, String title, String reason, String runs, String noticed, String changes) {}

    @EntryPoint(value = Action.WATCH, note = "own watches")
    @GetMapping("/watches")
    String show(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(required = false) @Nullable UUID opened,
            Rights rights,
            Look look,
            Model model) {
        if (opened != null) {
            watches.own(rights).stream()
                    .filter(watch -> watch.id().equals(opened))
                    .map(WatchPage::line)
                    .forEach(watch -> model.addAttribute("opened", watch));
        }
        return show(rights, look, model, Map.of("kind", kind, "what", what, "reason", "", "weeks", ""), List.of());
    }

    @EntryPoint(value = Action.WATCH, note = "watch begun")
    @PostMapping("/watches")
    String begin(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String weeks,
            Rights rights,
            Look look,
            Model model) {
        Map<String, String> typed = Map.of("kind", kind, "what", what, "reason", reason, "weeks", weeks);
        Optional<Kind> chosen = Forms.chosen(Kind.class, kind);
        if (chosen.isEmpty()) {
            return show(rights, look, model, typed, List.of(new Mistake("kind", "Choose what to watch")));
        }
        int length = WEEKS.stream()
                .filter(one -> weeks.equals(one.toString()))
                .findFirst()
                .orElse(0);
        Outcome outcome = watches.begin(
                rights, chosen.get(), what, reason, LocalDate.now(Words.LONDON).plusWeeks(length));
        if (outcome instanceof Outcome.Wrong wrong) {
            String field = wrong.field().equals("until") ? "weeks" : wrong.field();
            return show(rights, look, model, typed, List.of(new Mistake(field, wrong.words())));
        }
        return "redirect:/watches";
    }

    @EntryPoint(value = Action.WATCH, note = "notice of a watch opened")
    @GetMapping("/watches/{id}")
    String open(@PathVariable UUID id, Viewer viewer, Rights rights, Look look) {
        Watch watch = watches.open(rights, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(id);
        return "redirect:"
                + switch (watch.kind()) {
                    case LINE -> "/lines/" + watch.what();
                    case PERSON -> "/persons/" + watch.what();
                    case QUERY -> "/persons";
                    // The page of a thing shows lines: who may not see these is told that something changed, and whom
                    // to ask.
                    default -> viewer.may(Action.LINES) ? "/things/" + watch.what() : "/watches?opened=" + id;
                };
    }

    @EntryPoint(value = Action.WATCH, note = "watch ended")
    @PostMapping("/watches/{id}/end")
    String end(@PathVariable UUID id, Rights rights) {
        watches.end(rights, id);
        return "redirect:/watches";
    }

    private String show(Rights rights, Look look, Model model, Map<String, String> typed, List<Mistake> mistakes) {
        List<Watch> own = watches.own(rights);
        look.at(own.stream().map(Watch::id).toList());
        model.addAttribute("watches", own.stream().map(WatchPage::line).toList());
        model.addAttribute("weeks", WEEKS);
        model.addAttribute("typed", typed);
        Forms.show(model, mistakes);
        return "watches";
    }

    private static WatchLine line(Watch watch) {
        Instant noticed = watch.noticed();
        return new WatchLine(
                watch.id(),
                watch.kind() == Kind.QUERY
                        ? "A search"
                        : "A " + watch.kind().name().toLowerCase(Locale.ROOT),
                watch.reason(),
                "since " + Words.date(watch.made()) + ", until " + Words.date(watch.expires()),
                noticed == null ? "" : "Changed, noticed " + Words.date(noticed),
                watch.changes().stream().map(WatchPage::words).collect(Collectors.joining("; ")));
    }

    /** Words that fit every subject: a notice names none. */
    private static String words(Change change) {
        return switch (change) {
            case RECORD -> "a record came in, or shows no more";
            case CORRECTION -> "a record was corrected";
            case EVENT -> "an event or a connection came in, was corrected or withdrawn";
            case LINE -> "a line of enquiry surfaced, changed or ended";
            case EVIDENCE -> "there is other evidence";
            case STANDING -> "it was decided on, or ended";
            case FOUND -> "the search finds others than before";
        };
    }
}
