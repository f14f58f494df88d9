package clew.app.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The day as of which a page is shown. */
final class AsOn {

    private AsOn() {}

    /** A day on which something became known. */
    record Step(String day, String words, boolean chosen) {}

    static List<Step> steps(List<LocalDate> known, @Nullable LocalDate chosen) {
        return known.stream()
                .map(day -> new Step(day.toString(), Words.date(day), day.equals(chosen)))
                .toList();
    }

    /** The day asked for; null for today. */
    static @Nullable LocalDate day(String asOn) {
        try {
            return asOn.isEmpty() ? null : LocalDate.parse(asOn);
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "expected a day such as 2025-01-31, in as-on", e);
        }
    }
}
