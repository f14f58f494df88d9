package clew.core.simulate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that one agency came to know: a fact with a date, a place and people. Ordinary life and planted groups make the same kinds, from the same texts.
 *
 * @param minute minute of the day, 0 to 1439
 * @param knownFrom when the agency recorded it, on or after the day it happened
 * @param authority whose agency records it
 * @param detail a code that the kind gives meaning to, such as an offence or a reason
 * @param chance a number of its own, from which whatever else the agency writes is drawn
 */
record Event(
        Kind kind,
        int authority,
        LocalDate occurred,
        int minute,
        LocalDate knownFrom,
        List<Part> parts,
        @Nullable Place place,
        @Nullable Vehicle vehicle,
        @Nullable String phone,
        String detail,
        String text,
        long chance) {

    Event {
        if (knownFrom.isBefore(occurred)) {
            throw new IllegalArgumentException("expected known from " + occurred + " or later, found " + knownFrom);
        }
    }

    /** What agencies record. */
    enum Kind {
        CRIME,
        STOP_CHECK,
        MISSING_REPORT,
        INTELLIGENCE,
        CONTACT,
        ASSESSMENT,
        PLACEMENT,
        MISSING_FROM_CARE,
        EMERGENCY_ATTENDANCE,
        SEXUAL_HEALTH_CONCERN,
        SCHOOL_CONCERN,
        DRIVER_LICENCE,
        LICENSING_COMPLAINT,
        RETURN_INTERVIEW,
        SUPPORT_REFERRAL,
        JOURNEY
    }

    /** In what capacity somebody is in the event. */
    enum Role {
        CHILD,
        VICTIM,
        SUSPECT,
        WITNESS,
        SUBJECT,
        ASSOCIATE,
        CARER,
        DRIVER
    }

    /**
     * Somebody in the event.
     *
     * @param knownAs the only name the agency was told, when it does not know who this is
     */
    record Part(Person person, Role role, @Nullable String knownAs) {
        Part(Person person, Role role) {
            this(person, role, null);
        }
    }

    /** The same occasion as another kind, with other people and text. */
    Event as(Kind other, List<Part> people, String words) {
        return new Event(
                other, authority, occurred, minute, knownFrom, people, null, null, null, detail, words, chance);
    }

    LocalTime time() {
        return LocalTime.of(minute / 60, minute % 60);
    }

    Optional<Part> first(Role role) {
        return parts.stream().filter(part -> part.role() == role).findFirst();
    }

    List<Part> all(Role role) {
        return parts.stream().filter(part -> part.role() == role).toList();
    }
}
