package clew.app.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody decided about who is who.
 *
 * @param id of the decision
 * @param kind of it, as the store names it
 * @param at when
 * @param by the name of who decided
 * @param mine was it the viewer?
 * @param agency of who decided
 * @param reason as typed
 * @param records that it is about
 * @param one the records of one side; empty where it has no sides
 * @param other those of the other side
 * @param until the day until which it keeps a case out of the queue; null for others
 * @param withdrawn was it taken back?
 * @param reopened does it wait for somebody to look again?
 * @param answered is it a question that was answered?
 * @param overtaken has one of its records another version now?
 */
public record Decided(
        UUID id,
        String kind,
        Instant at,
        String by,
        boolean mine,
        String agency,
        String reason,
        List<UUID> records,
        List<UUID> one,
        List<UUID> other,
        @Nullable LocalDate until,
        boolean withdrawn,
        boolean reopened,
        boolean answered,
        boolean overtaken) {

    public Decided {
        records = List.copyOf(records);
        one = List.copyOf(one);
        other = List.copyOf(other);
    }

    /** Does it say that its records are one person? */
    public boolean saysSame() {
        return kind.equals("same_person") || kind.equals("identified");
    }

    /** Does it say that records of its two sides are not? */
    public boolean saysNotSame() {
        return kind.equals("not_same_person");
    }

    /** Can it be taken back? */
    public boolean canBeWithdrawn() {
        return !withdrawn && (saysSame() || saysNotSame() || kind.equals("same_person_proposed") || keepsOpen());
    }

    /** Does it leave a case open? */
    public boolean keepsOpen() {
        return kind.equals("unsure") || kind.equals("agency_asked");
    }

    /** Is it about a record of each of these two sides? A decision with sides: from one to the other. */
    boolean joins(Collection<UUID> left, Collection<UUID> right) {
        if (!one.isEmpty()) {
            return meets(one, left) && meets(other, right) || meets(one, right) && meets(other, left);
        }
        return meets(records, left) && meets(records, right);
    }

    private static boolean meets(List<UUID> some, Collection<UUID> others) {
        return some.stream().anyMatch(others::contains);
    }
}
