package clew.core.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a subject: by when it is certainly of age, as epoch days. Of several tellings what all allow is kept; where they contradict each other,
 * everything that one of them allows.
 */
record Told(SubjectKind kind, int latestFrom, int earliestTo, int earliestFrom, int latestTo) {
    private static final int YEARS_OF_CHILDHOOD = 18;

    /** First and last day on which it can have been born; null where not known. */
    Told(SubjectKind kind, @Nullable LocalDate bornFrom, @Nullable LocalDate bornTo) {
        this(
                kind,
                ofAge(bornFrom, Integer.MIN_VALUE),
                ofAge(bornTo, Integer.MAX_VALUE),
                ofAge(bornFrom, Integer.MAX_VALUE),
                ofAge(bornTo, Integer.MIN_VALUE));
    }

    /** What was settled before: of age from one day, and certainly from another. */
    static Told settled(SubjectKind kind, int adultFrom, int adultAtLatest) {
        return adultFrom == Integer.MAX_VALUE
                ? new Told(kind, null, null)
                : new Told(kind, adultFrom, adultAtLatest, adultFrom, adultAtLatest);
    }

    private static int ofAge(@Nullable LocalDate born, int unknown) {
        return born == null ? unknown : (int) born.plusYears(YEARS_OF_CHILDHOOD).toEpochDay();
    }

    Told with(String id, Told other) {
        if (kind != other.kind) {
            throw new IllegalArgumentException(
                    "expected one kind for each subject, found " + kind + " and " + other.kind + ", in: " + id);
        }
        return new Told(
                kind,
                Math.max(latestFrom, other.latestFrom),
                Math.min(earliestTo, other.earliestTo),
                Math.min(earliestFrom, other.earliestFrom),
                Math.max(latestTo, other.latestTo));
    }

    private boolean isKnown() {
        return earliestFrom != Integer.MAX_VALUE && latestTo != Integer.MIN_VALUE;
    }

    int adultFrom() {
        return isKnown() ? latestFrom <= earliestTo ? latestFrom : earliestFrom : Integer.MAX_VALUE;
    }

    int adultAtLatest() {
        return isKnown() ? latestFrom <= earliestTo ? earliestTo : latestTo : Integer.MAX_VALUE;
    }
}
