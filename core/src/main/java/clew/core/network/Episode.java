package clew.core.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on a day with some subjects, as one record tells it.
 *
 * @param id of the record that tells it
 * @param day the first day on which it can have happened
 * @param known the day on which the sender knew it; not before {@code day}
 * @param agency who sent it
 * @param place id of the subject that is the place, or null; a sensitive place (worship, clinic, refuge, school, food bank) is given only where the record
 *     states an incident there
 * @param parts who and what was there, each subject once
 */
public record Episode(
        String id,
        LocalDate day,
        LocalDate known,
        String agency,
        @Nullable String place,
        List<Part> parts) {
    public Episode {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(agency, "agency is null");
        known = known.isBefore(day) ? day : known;
        parts = List.copyOf(parts);
        if (parts.stream().map(Part::subject).distinct().count() != parts.size()) {
            throw new IllegalArgumentException("expected each subject once in an episode, found one twice, in: " + id);
        }
    }
}
