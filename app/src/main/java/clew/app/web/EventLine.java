package clew.app.web;

import clew.app.child.Chronology.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of a chronology, in words.
 *
 * @param title what is recorded
 * @param kind of event
 * @param happened when, with how exactly it is known
 * @param machineDate the day for machines, when it is known to the day; otherwise null
 * @param known when the agency knew, when it was received here, and how long that took
 * @param source who recorded it
 * @param label child first, when under 18 or of unknown age on the date; otherwise empty
 * @param facts role, place, grade and handling, as far as recorded
 */
record EventLine(
        String title,
        String kind,
        String happened,
        @Nullable String machineDate,
        String known,
        String source,
        String label,
        List<String> facts) {

    static EventLine of(Entry entry) {
        LocalDate earliest = entry.occurred().earliest();
        LocalDate latest = entry.occurred().latest();
        return new EventLine(
                title(entry),
                Words.capital(entry.kind()),
                Words.capital(entry.occurred().words()),
                earliest != null && earliest.equals(latest) ? earliest.toString() : null,
                known(entry),
                entry.agency() + " (" + entry.system() + ")",
                entry.childOnTheDate() ? "Child on this date" : "",
                facts(entry));
    }

    private static String known(Entry entry) {
        String received = "received here " + Words.date(entry.receivedAt());
        LocalDate knownFrom = entry.knownFrom();
        if (knownFrom == null) {
            return "When they knew is not recorded; " + received + ".";
        }
        LocalDate latest = entry.occurred().latest();
        String gap = latest == null || knownFrom.isBefore(latest) ? "" : " (" + Words.later(latest, knownFrom) + ")";
        return "Known to them " + Words.date(knownFrom) + gap + "; " + received + ".";
    }

    private static List<String> facts(Entry entry) {
        List<String> facts = new ArrayList<>();
        add(facts, "Role", entry.role());
        add(facts, "Place", entry.place());
        add(facts, "Grade", entry.grade());
        if (!entry.handling().startsWith("no handling")) {
            add(facts, "Handling", entry.handling());
        }
        facts.addAll(entry.labels());
        return facts;
    }

    private static void add(List<String> facts, String title, String words) {
        if (!words.isEmpty()) {
            facts.add(title + ": " + words);
        }
    }

    /** A title that is only the word of a code says nothing without the kind of event: missing episode: returned. */
    private static String title(Entry entry) {
        if (entry.title().isEmpty() || entry.title().equalsIgnoreCase(entry.kind())) {
            return Words.capital(entry.kind());
        }
        return Character.isLowerCase(entry.title().charAt(0))
                ? Words.capital(entry.kind()) + ": " + entry.title()
                : entry.title();
    }
}
