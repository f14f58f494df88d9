package clew.core.network;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One record on which an episode rests.
 *
 * @param record its id
 * @param agency who sent it
 * @param known the day on which they knew it
 * @param grade of intelligence, source before information, such as {@code 2B}; empty for a record that is not graded
 */
public record Source(String record, String agency, LocalDate known, String grade) {
    public Source {
        Objects.requireNonNull(record, "record is null");
        Objects.requireNonNull(agency, "agency is null");
        Objects.requireNonNull(known, "known is null");
        Objects.requireNonNull(grade, "grade is null");
    }
}
