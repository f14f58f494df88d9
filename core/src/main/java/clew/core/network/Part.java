package clew.core.network;

import java.util.Objects;

/**
 * One subject in one episode.
 *
 * @param subject its id
 * @param bearing what being there means
 */
public record Part(String subject, Bearing bearing) {
    public Part {
        Objects.requireNonNull(subject, "subject is null");
        Objects.requireNonNull(bearing, "bearing is null");
    }

    /** Somebody or something that was there. */
    public static Part of(String subject) {
        return new Part(subject, Bearing.THERE);
    }
}
