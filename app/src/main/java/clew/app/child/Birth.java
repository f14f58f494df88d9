package clew.app.child;

import clew.core.standard.UncertainDate;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a person may have been born, at the latest, by any of their records. Under 18 on the day of the event is a child first; unknown or disputed age
 * is a child (Children Act 1989, s105; the design's rules that do not bend).
 *
 * @param latest null when no record says
 */
record Birth(@Nullable LocalDate latest) {

    private static final int ADULT_AT = 18;

    static Birth of(List<UncertainDate> dates) {
        return new Birth(dates.stream()
                .map(UncertainDate::latest)
                .max(Comparator.naturalOrder())
                .orElse(null));
    }

    /** Could the person have been under 18 on the first day it can have been? */
    boolean childOn(@Nullable UncertainDate when) {
        return latest == null || when == null || when.earliest().isBefore(latest.plusYears(ADULT_AT));
    }
}
