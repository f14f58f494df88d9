package clew.app.web;

import clew.app.web.EnteredDate.Read;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ui.Model;

/**
 * From which day to which looks are shown: as typed, or the last 30 days.
 *
 * @param from the first day
 * @param to the last day
 */
record LookSpan(EnteredDate from, EnteredDate to, List<Mistake> mistakes) {

    private static final int DAYS = 30;

    static LookSpan of(EnteredDate from, EnteredDate to) {
        List<Mistake> mistakes = new ArrayList<>();
        if (from.read("from", "From") instanceof Read.Wrong wrong) {
            mistakes.add(wrong.mistake());
        }
        if (to.read("to", "To") instanceof Read.Wrong wrong) {
            mistakes.add(wrong.mistake());
        }
        return new LookSpan(from, to, List.copyOf(mistakes));
    }

    private LocalDate first(LocalDate today) {
        return from.read("from", "From") instanceof Read.Days days
                ? days.from()
                : last(today).minusDays(DAYS);
    }

    private LocalDate last(LocalDate today) {
        return to.read("to", "To") instanceof Read.Days days ? days.to() : today;
    }

    Instant since(LocalDate today) {
        return first(today).atStartOfDay(Words.LONDON).toInstant();
    }

    Instant until(LocalDate today) {
        return last(today).plusDays(1).atStartOfDay(Words.LONDON).toInstant();
    }

    void into(Model model, LocalDate today) {
        Forms.show(model, mistakes);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("span", Words.date(first(today)) + " to " + Words.date(last(today)));
    }
}
