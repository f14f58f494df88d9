package clew.app.web;

import clew.app.groups.CaseFile.Kind;
import clew.app.groups.Cases.Wish;
import clew.app.groups.Outcome;
import clew.app.web.EnteredDate.Read;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something for a case, as it was typed into one of the forms of its page. What is wrong with it is said in one way, whoever finds it: the field is that of the form that was sent.
 *
 * @param kind name of a kind
 */
record EnteredEntry(String kind, String words, String what, String on, EnteredDate day) {

    /** To be shown again. */
    Map<String, String> typed() {
        return Map.of("kind", kind, "words", words, "what", what, "on", on);
    }

    /** What is wrong before anybody is asked. */
    Optional<Mistake> mistake() {
        Optional<Kind> chosen = chosen();
        if (chosen.isEmpty()) {
            return Optional.of(new Mistake("words", "Choose what to enter"));
        }
        return chosen.get() == Kind.PLAN && entered() == null && !day.isBlank()
                ? Optional.of(mistake("day-day", "Enter a day that there is, in numbers"))
                : Optional.empty();
    }

    /** What was wrong with the outcome of entering it. */
    Optional<Mistake> mistake(Outcome outcome) {
        return outcome instanceof Outcome.Wrong wrong
                ? Optional.of(mistake(wrong.field(), wrong.words()))
                : Optional.empty();
    }

    Wish wish() {
        return new Wish(chosen().orElseThrow(), words, what, on, entered());
    }

    private Optional<Kind> chosen() {
        return Forms.chosen(Kind.class, kind);
    }

    /** Each tool has a field of its own for its outcome. */
    private Mistake mistake(String field, String words) {
        String form = kind.toLowerCase(Locale.ROOT) + "-";
        boolean outcome = chosen().filter(Kind.OUTCOME::equals).isPresent();
        return new Mistake(form + (outcome ? what : field), words);
    }

    private @Nullable LocalDate entered() {
        return day.read("day", "Date") instanceof Read.Days days ? days.to() : null;
    }
}
