package clew.app.web;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date as somebody typed it into three boxes: a whole date, a month and year, or a year alone.
 *
 * @param day as typed
 * @param month as typed: a number, or the name of a month
 * @param year as typed
 */
record EnteredDate(String day, String month, String year) implements Serializable {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    static EnteredDate of(@Nullable String day, @Nullable String month, @Nullable String year) {
        return new EnteredDate(strip(day), strip(month), strip(year));
    }

    boolean isBlank() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /**
     * What was typed, read.
     *
     * @param field the beginning of the boxes' ids on the page: field-day, field-month, field-year
     * @param title of the date, as it begins a sentence
     */
    Read read(String field, String title) {
        if (isBlank()) {
            return new Read.Nothing();
        }
        if (!year.matches("\\d{4}")) {
            return new Read.Wrong(
                    new Mistake(field + "-year", title + " must have a year with 4 digits, for example 2010"));
        }
        if (!day.isEmpty() && month.isEmpty()) {
            return new Read.Wrong(new Mistake(field + "-month", title + " must have a month when it has a day"));
        }
        return month.isEmpty() ? days(Year.of(Integer.parseInt(year))) : month(field, title);
    }

    private static Read days(Year year) {
        return new Read.Days(year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    private Read month(String field, String title) {
        int number = monthNumber();
        if (number < 1 || number > 12) {
            return new Read.Wrong(
                    new Mistake(field + "-month", title + " must have a real month, for example 3 or March"));
        }
        YearMonth whole = YearMonth.of(Integer.parseInt(year), number);
        if (day.isEmpty()) {
            return new Read.Days(whole.atDay(1), whole.atEndOfMonth());
        }
        try {
            LocalDate date = whole.atDay(Integer.parseInt(day));
            return new Read.Days(date, date);
        } catch (DateTimeException | NumberFormatException e) {
            return new Read.Wrong(new Mistake(
                    field + "-day",
                    title + " must have a real day: " + Words.month(whole) + " has " + whole.lengthOfMonth()));
        }
    }

    private int monthNumber() {
        if (month.matches("\\d{1,2}")) {
            return Integer.parseInt(month);
        }
        String name = month.toLowerCase(Locale.ROOT);
        return name.length() < 3 ? 0 : MONTHS.indexOf(name.substring(0, 3)) + 1;
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** What the three boxes say. */
    sealed interface Read {

        /** All boxes are empty. */
        record Nothing() implements Read {}

        /**
         * A date as exact as it was typed.
         *
         * @param from the first day meant
         * @param to the last day meant; the same for a whole date
         */
        record Days(LocalDate from, LocalDate to) implements Read {

            /** 27 March 2010; March 2010; 2010. */
            String words() {
                if (from.equals(to)) {
                    return Words.date(from);
                }
                return YearMonth.from(from).equals(YearMonth.from(to))
                        ? Words.month(YearMonth.from(from))
                        : String.valueOf(from.getYear());
            }
        }

        /** No date, and what is wrong. */
        record Wrong(Mistake mistake) implements Read {}
    }
}
