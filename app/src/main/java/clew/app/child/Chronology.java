package clew.app.child;

import clew.app.store.Rights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a person, from every agency whose records the viewer may see.
 *
 * <p>Reads as {@code clew_app} with the rights given. The entry point that calls it writes the ledger's row.
 */
public interface Chronology {

    /**
     * The events in which the person took part.
     *
     * @param rights of who is looking
     * @param record any of the person's records
     * @param knownOn only what an agency knew by the end of this day; null for all
     * @return oldest first by the earliest day it can have been, undated last; empty when there is none or the viewer may see none
     */
    List<Entry> of(Rights rights, UUID record, @Nullable LocalDate knownOn);

    /**
     * One event, as one agency recorded it.
     *
     * @param record of the event
     * @param kind of event, in words: missing episode, recorded crime, school absence
     * @param title what is recorded, in one line of plain words
     * @param role the person's role in it, in words; empty when none is recorded
     * @param agency name of the agency that recorded it
     * @param system name of the agency's system
     * @param occurred when it happened
     * @param knownFrom when the agency knew; null when it did not say
     * @param receivedAt when it was received here
     * @param place where, in words; empty when none is recorded
     * @param grade of the source, where it has one; otherwise empty
     * @param handling how it may be handled, in words
     * @param childOnTheDate the person was under 18, or their age is unknown, on the date
     * @param labels what the law wants told apart, in words: fact or opinion, and the category of who is named (DPA 2018 section 38); that it is the
     *     sanitised version of another item, for who may see both
     */
    record Entry(
            UUID record,
            String kind,
            String title,
            String role,
            String agency,
            String system,
            Occurred occurred,
            @Nullable LocalDate knownFrom,
            Instant receivedAt,
            String place,
            String grade,
            String handling,
            boolean childOnTheDate,
            List<String> labels) {

        public Entry {
            labels = List.copyOf(labels);
        }
    }

    /**
     * When something happened, as exactly as it is known.
     *
     * @param earliest the first day it can have been; null when unknown
     * @param latest the last day it can have been; null when unknown
     * @param words the date with its precision in words: 3 March 2024; in March 2024; about 2024; date not known
     */
    record Occurred(@Nullable LocalDate earliest, @Nullable LocalDate latest, String words) {}
}
