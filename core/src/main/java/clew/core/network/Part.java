package clew.core.network;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One subject in one episode.
 *
 * @param subject its id
 * @param bearing what being there means
 * @param role a code of the list of roles in an event, such as {@code driver}, or several with commas between; empty where none is told
 * @param known the day on which the sender knew of this part; {@link LocalDate#MIN}: as early as of the episode
 */
public record Part(String subject, Bearing bearing, String role, LocalDate known) {
    public Part {
        Objects.requireNonNull(subject, "subject is null");
        Objects.requireNonNull(bearing, "bearing is null");
        Objects.requireNonNull(role, "role is null");
        Objects.requireNonNull(known, "known is null");
    }

    /** A part of which no role is told, known with the episode. */
    public Part(String subject, Bearing bearing) {
        this(subject, bearing, "", LocalDate.MIN);
    }

    /** The same, meaning something else for ties. */
    Part with(Bearing other) {
        return new Part(subject, other, role, known);
    }

    /** Somebody or something that was there. */
    public static Part of(String subject) {
        return new Part(subject, Bearing.THERE);
    }
}
