package clew.core.standard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;

/**
 * A date as it is really known: a day, a month, a year, or a range, perhaps only about. Its text is that of ISO 8601-2 (EDTF):
 * {@code 2009-04-03}, {@code 2009-04}, {@code 2009}, {@code 2009~} (about), {@code 2009-04-03/2009-05-11}; reading the text gives an equal date.
 *
 * @param from the first day of the day, month, year or range as written
 * @param to the last day of it
 * @param precision how much of the date is known
 * @param about whether it is only about so: the true date may lie somewhat outside
 */
public record UncertainDate(LocalDate from, LocalDate to, Precision precision, boolean about) {
    /** The first year that is read as one. */
    public static final int FIRST_YEAR = 1850;
    /** The last year that is read as one. */
    public static final int LAST_YEAR = 2199;

    private static final int DAYS_AROUND_A_DAY = 3;
    private static final Set<LocalDate> CALENDAR_STARTS = Set.of(
            LocalDate.of(1899, 12, 30),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(1900, 1, 1),
            LocalDate.of(1901, 1, 1),
            LocalDate.of(1970, 1, 1));

    public UncertainDate {
        Objects.requireNonNull(from, "from is null");
        Objects.requireNonNull(to, "to is null");
        Objects.requireNonNull(precision, "precision is null");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("expected an end on or after " + from + ", found " + to);
        }
        if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "expected a year from " + FIRST_YEAR + " to " + LAST_YEAR + ", found " + from + " to " + to);
        }
        if (!fits(from, to, precision)) {
            throw new IllegalArgumentException(
                    "expected the days of one " + precision + ", found " + from + " to " + to);
        }
    }

    private static boolean fits(LocalDate from, LocalDate to, Precision precision) {
        return switch (precision) {
            case DAY -> from.equals(to);
            case MONTH ->
                from.getDayOfMonth() == 1 && to.equals(YearMonth.from(from).atEndOfMonth());
            case YEAR -> from.getDayOfYear() == 1 && to.equals(LocalDate.of(from.getYear(), 12, 31));
            case RANGE -> from.isBefore(to);
        };
    }

    /** A known day. */
    public static UncertainDate of(LocalDate day) {
        return new UncertainDate(day, day, Precision.DAY, false);
    }

    /** A day in a known month. */
    public static UncertainDate of(YearMonth month) {
        return new UncertainDate(month.atDay(1), month.atEndOfMonth(), Precision.MONTH, false);
    }

    /** A day in a known year. */
    public static UncertainDate ofYear(int year) {
        return new UncertainDate(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR, false);
    }

    /** A day from one to another; a known day when both are the same. */
    public static UncertainDate between(LocalDate from, LocalDate to) {
        return from.equals(to) ? of(from) : new UncertainDate(from, to, Precision.RANGE, false);
    }

    /** The same date, only about. */
    public UncertainDate asAbout() {
        return new UncertainDate(from, to, precision, true);
    }

    /** Reads what people and systems write; see {@link DateReader} for the forms. */
    public static Reading<UncertainDate> read(String text) {
        return DateReader.read(text);
    }

    /** The first day it can have been. An "about" reaches one year, one month or three days further, by its precision. */
    public LocalDate earliest() {
        return about ? from.minus(1, unit()).minusDays(extraDays()) : from;
    }

    /** The last day it can have been. */
    public LocalDate latest() {
        if (!about) {
            return to;
        }
        return precision == Precision.MONTH
                ? YearMonth.from(to).plusMonths(1).atEndOfMonth()
                : to.plus(1, unit()).plusDays(extraDays());
    }

    private ChronoUnit unit() {
        return switch (precision) {
            case DAY -> ChronoUnit.DAYS;
            case MONTH, RANGE -> ChronoUnit.MONTHS;
            case YEAR -> ChronoUnit.YEARS;
        };
    }

    private int extraDays() {
        return precision == Precision.DAY ? DAYS_AROUND_A_DAY - 1 : 0;
    }

    /** The year as written: of its first day. */
    public int year() {
        return from.getYear();
    }

    /** Whether one day is known, and not only about. */
    public boolean isExact() {
        return precision == Precision.DAY && !about;
    }

    /** Whether, as a date of birth, it looks like a default. */
    public DefaultDate defaultSuspicion() {
        if (precision != Precision.DAY) {
            return DefaultDate.NO;
        }
        if (CALENDAR_STARTS.contains(from)) {
            return DefaultDate.START_OF_A_CALENDAR;
        }
        return from.getDayOfYear() == 1 ? DefaultDate.FIRST_OF_JANUARY : DefaultDate.NO;
    }

    /** What may be kept of it as evidence: the year alone when it looks like a default, else the date itself. */
    public UncertainDate withoutDefault() {
        return defaultSuspicion() == DefaultDate.NO ? this : ofYear(year());
    }

    @Override
    public String toString() {
        String text = switch (precision) {
            case DAY -> from.toString();
            case MONTH -> YearMonth.from(from).toString();
            case YEAR -> Integer.toString(from.getYear());
            case RANGE -> from + "/" + to;
        };
        return about ? text + "~" : text;
    }
}
