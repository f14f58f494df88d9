package clew.core.network;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with some subjects, as records tell it.
 *
 * @param id of the record that tells it
 * @param kind a code of the list of event types, or another word for what was recorded; empty where it is not told
 * @param day the first day on which it can have happened
 * @param until the last day on which it can have happened; the same day when it is known
 * @param known the day on which the sender knew it; not before {@code day}
 * @param agency who sent it
 * @param place id of the subject that is the place, or null; a sensitive place (worship, clinic, refuge, school, food bank) is given only where the record
 *     states an incident there
 * @param parts who and what was there, each subject once
 * @param sources the records on which it rests
 */
public record Episode(
        String id,
        String kind,
        LocalDate day,
        LocalDate until,
        LocalDate known,
        String agency,
        @Nullable String place,
        List<Part> parts,
        List<Source> sources) {
    /** The kind of an episode that is a relationship without a reason. */
    public static final String RELATIONSHIP = "relationship";

    public Episode {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(agency, "agency is null");
        if (until.isBefore(day)) {
            throw new IllegalArgumentException(
                    "expected a last day on or after " + day + ", found " + until + ", in: " + id);
        }
        known = known.isBefore(day) ? day : known;
        parts = List.copyOf(parts);
        sources = List.copyOf(sources);
        if (namesTwice(parts)) {
            throw new IllegalArgumentException("expected each subject once in an episode, found one twice, in: " + id);
        }
    }

    private static boolean namesTwice(List<Part> parts) {
        Set<String> named = new HashSet<>(parts.size() * 2);
        for (Part part : parts) {
            if (!named.add(part.subject())) {
                return true;
            }
        }
        return false;
    }

    /** An episode of a known day that rests on the one record that tells it. */
    public Episode(String id, LocalDate day, LocalDate known, String agency, @Nullable String place, List<Part> parts) {
        this(id, "", day, day, known, agency, place, parts, List.of(new Source(id, agency, known, "")));
    }

    /** The same with other parts. */
    Episode with(List<Part> others) {
        return with(others, sources);
    }

    /** The same with other parts and sources. */
    Episode with(List<Part> others, List<Source> other) {
        return new Episode(id, kind, day, until, known, agency, place, others, other);
    }

    /** The same without its place. */
    Episode nowhere() {
        return new Episode(id, kind, day, until, known, agency, null, parts, sources);
    }

    /** Whether it happened somewhere on some day; a relationship of which no reason is known did not. */
    public boolean isMeeting() {
        return !kind.equals(RELATIONSHIP);
    }

    /** Whether its day is known. */
    public boolean isDated() {
        return day.equals(until);
    }
}
