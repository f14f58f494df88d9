package clew.app.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The case that an accepted line or pattern opened, or that somebody opened on a vehicle, phone or place: who leads it, by when its strategy meeting is due, what is planned, which tools were used and with what outcome.
 *
 * @param about {@code line}, {@code thing} or the kind of a pattern
 * @param reason why it was opened
 * @param evidence records that it rested on then; of a thing all of its own
 * @param entries what was done, oldest first
 * @param meetingDue the day by which the first strategy meeting is to be held
 * @param reviewDue the day by which it is to be reviewed
 */
public record CaseFile(
        UUID id,
        Instant openedAt,
        String openedBy,
        String about,
        String reason,
        List<UUID> evidence,
        List<Entry> entries,
        LocalDate meetingDue,
        LocalDate reviewDue) {

    public CaseFile {
        evidence = List.copyOf(evidence);
        entries = List.copyOf(entries);
    }

    /** What people call it by: the beginning of its id, since a running number would tell how many cases there are. */
    public String reference() {
        return reference(id);
    }

    /** The same of a case of which no more than the id is at hand. */
    public static String reference(UUID id) {
        return id.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    /** What can be done in a case. */
    public enum Kind {
        LEAD,
        MEETING,
        PLAN,
        TOOL,
        OUTCOME,
        REVIEW,
        CLOSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose lead somebody is. */
    public enum Side {
        POLICE,
        AUTHORITY,
        HEALTH
    }

    /** The strands of a plan. */
    public enum Strand {
        PREPARE,
        PREVENT,
        PROTECT,
        PURSUE
    }

    /**
     * Something done.
     *
     * @param by name of who did it
     * @param words as typed
     * @param what a side, a strand, the code of a tool, or the entry that an outcome is of; empty for others
     * @param on what a tool is used on, in words; or who leads, by name
     */
    public record Entry(
            UUID id,
            Kind kind,
            Instant at,
            String by,
            String words,
            String what,
            String on,
            @Nullable LocalDate day) {}

    public Stream<Entry> of(Kind kind) {
        return entries.stream().filter(entry -> entry.kind == kind);
    }

    /** Whether it is of a vehicle, phone or place: no clock of a strategy meeting runs then. */
    public boolean isOfThing() {
        return about.equals(Matter.THING);
    }

    public boolean isClosed() {
        return of(Kind.CLOSED).findAny().isPresent();
    }

    /** Who leads for a side: whom the last entry names. */
    public Optional<Entry> lead(Side side) {
        return of(Kind.LEAD)
                .filter(entry -> entry.what.equalsIgnoreCase(side.name()))
                .reduce((one, other) -> other);
    }

    public boolean hasMet() {
        return of(Kind.MEETING).findAny().isPresent();
    }
}
