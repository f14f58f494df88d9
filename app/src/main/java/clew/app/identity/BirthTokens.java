package clew.app.identity;

import clew.core.standard.UncertainDate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Dates of birth as tokens, so that "born between" is a few equalities. A record known to the day has a token for its day, month and year; a vaguer one has
 * those of its month or year, and one that says that no more is known, by which whoever seeks a day inside finds it too.
 */
final class BirthTokens {
    private static final String BORN = "born:";
    private static final String ONLY = "born-in:";
    private static final int MOST_YEARS = 30;

    private BirthTokens() {}

    /** The tokens of a recorded date. */
    static List<String> of(UncertainDate date) {
        LocalDate from = date.earliest();
        LocalDate to = date.latest();
        if (from.equals(to)) {
            return List.of(BORN + from, BORN + YearMonth.from(from), BORN + from.getYear());
        }
        List<String> tokens = new ArrayList<>();
        if (YearMonth.from(from).equals(YearMonth.from(to))) {
            tokens.add(BORN + YearMonth.from(from));
            tokens.add(ONLY + YearMonth.from(from));
            tokens.add(BORN + from.getYear());
            return tokens;
        }
        for (int year = from.getYear(); year <= Math.min(to.getYear(), from.getYear() + MOST_YEARS); year++) {
            tokens.add(BORN + year);
            tokens.add(ONLY + year);
        }
        return tokens;
    }

    /**
     * The tokens of which a record must have one, to be perhaps born between two days. Whole years and months count as such; any other range is as wide as
     * the months it touches, or the years when it touches more than a year.
     */
    static List<String> sought(LocalDate from, LocalDate to) {
        List<String> tokens = new ArrayList<>();
        if (from.equals(to)) {
            tokens.add(BORN + from);
            tokens.add(ONLY + YearMonth.from(from));
            tokens.add(ONLY + from.getYear());
            return tokens;
        }
        if (coversYears(from, to)) {
            years(from, to).forEach(year -> tokens.add(BORN + year));
            return tokens;
        }
        for (YearMonth month = YearMonth.from(from); !month.isAfter(YearMonth.from(to)); month = month.plusMonths(1)) {
            tokens.add(BORN + month);
        }
        years(from, to).forEach(year -> tokens.add(ONLY + year));
        return tokens;
    }

    private static boolean coversYears(LocalDate from, LocalDate to) {
        return from.plusYears(1).isBefore(to)
                || (from.getDayOfYear() == 1 && to.plusDays(1).getDayOfYear() == 1);
    }

    private static IntStream years(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), Math.min(to.getYear(), from.getYear() + MOST_YEARS));
    }
}
