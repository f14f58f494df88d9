package clew.app.web;

import clew.app.access.Purpose;
import clew.app.ledger.LookLine;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One line of the ledger in words.
 *
 * @param when London time, with the day
 * @param who name and agency
 * @param what was done, and how it ended when it was not done
 * @param purpose why
 * @param right by which it was done
 * @param records how many were shown; empty where there were none
 * @param terms what was searched for; empty when nothing was or it is no longer kept
 * @param sensitive under an authorised sensitive purpose
 */
record LookText(
        String when,
        String who,
        String what,
        String purpose,
        String right,
        String records,
        String terms,
        boolean sensitive) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.UK);

    static LookText of(LookLine line) {
        return new LookText(
                time(line.at()),
                line.name() == null ? "Clew itself, by a command on its server" : line.name() + ", " + line.agency(),
                what(line),
                Purpose.named(line.purpose()).map(Purpose::words).orElse(line.purpose()),
                line.grant().replace('_', ' '),
                line.subjects().isEmpty() ? "" : Words.count(line.subjects().size(), "record shown", "records shown"),
                line.terms() == null ? "" : line.terms(),
                line.sensitive());
    }

    /** 3 March 2026, 14:05:09, in London. */
    static String time(Instant instant) {
        return TIME.format(instant.atZone(Words.LONDON));
    }

    private static String what(LookLine line) {
        String done = switch (line.action()) {
            case "read" -> "Read";
            case "list" -> "Opened a list";
            case "search" -> "Searched";
            case "read_ledger" -> "Read who looked";
            case "sign_in" -> "Signed in";
            case "sign_out" -> "Signed out";
            case "home" -> "Opened a page about themselves or the service";
            default -> Words.capital(line.action().replace('_', ' '));
        };
        String note = line.note().isEmpty() ? "" : " (" + line.note() + ")";
        return switch (line.outcome()) {
            case "denied" -> done + note + ": denied";
            case "failed" -> done + note + ": failed";
            default -> done + note;
        };
    }
}
