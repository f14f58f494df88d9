package clew.app.web;

import clew.app.groups.Outcome;
import clew.app.groups.Verdict.Kind;
import clew.app.groups.Verdicts.Wish;
import clew.app.web.EnteredDate.Read;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A verdict as it was typed into the form of a line or of a pattern.
 *
 * @param verdict name of a kind
 * @param until for parking
 * @param other for a merger: an address of the other line
 */
record EnteredVerdict(String verdict, String reason, EnteredDate until, String other) {

    Optional<Kind> kind() {
        return Forms.chosen(Kind.class, verdict);
    }

    /** To be shown again. */
    Map<String, String> typed() {
        return Map.of(
                "verdict",
                verdict,
                "reason",
                reason,
                "day",
                until.day(),
                "month",
                until.month(),
                "year",
                until.year(),
                "other",
                other);
    }

    /** What is wrong before anybody is asked. */
    List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        if (kind().isEmpty()) {
            mistakes.add(new Mistake("verdict", "Choose what you decide"));
        }
        Typed.reason("reason", reason).ifPresent(mistakes::add);
        return mistakes;
    }

    /** @param records for a split or a merger */
    Wish wish(Kind kind, List<UUID> records) {
        return new Wish(kind, reason, date(), records);
    }

    static Mistake mistake(Outcome.Wrong wrong) {
        return new Mistake(wrong.field().equals("until") ? "until-day" : wrong.field(), wrong.words());
    }

    private LocalDate date() {
        return until.read("until", "Date") instanceof Read.Days days ? days.to() : LocalDate.MIN;
    }
}
