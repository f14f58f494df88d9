package clew.core.linkage;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as year, month and day, each 0 when not known, packed as year * 10000 + month * 100 + day. Parts out of range are kept as written, because a
 * slip such as 1777-89-09 still tells much. Placeholders (1900-01-01, 9999) are read as not known.
 */
final class DateParts {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})(?:[-/. ](\\d{1,2})(?:[-/. ](\\d{1,2}))?)?(?:[T ].*)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?:(\\d{1,2})[-/. ])?(\\d{1,2})[-/. ](\\d{4})(?:[T ].*)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern NAMED =
            Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th)?[- ])?([a-z]{3,9})[-., ]+(\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private DateParts() {}

    /** The packed date, or 0 when none can be read. */
    static int parse(String raw) {
        int usual = yearMonthDay(raw);
        if (usual >= 0) {
            return usual;
        }
        String text = raw.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = DIGITS.matcher(text);
        if (matcher.matches()) {
            return digits(matcher);
        }
        matcher = YEAR_FIRST.matcher(text.replace('t', ' '));
        if (matcher.matches()) {
            return pack(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
        }
        matcher = DAY_FIRST.matcher(text.replace('t', ' '));
        if (matcher.matches()) {
            return pack(number(matcher.group(3)), number(matcher.group(2)), number(matcher.group(1)));
        }
        matcher = NAMED.matcher(text);
        return matcher.matches() ? named(matcher) : 0;
    }

    /** A date written as 2001-02-03, by far the most usual way, without the cost of patterns; -1 for any other. */
    private static int yearMonthDay(String raw) {
        if (raw.length() != 10 || raw.charAt(4) != '-' || raw.charAt(7) != '-') {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < 10; i++) {
            int digit = raw.charAt(i) - '0';
            if (i != 4 && i != 7) {
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                number = number * 10 + digit;
            }
        }
        return pack(number / 10_000, number / 100 % 100, number % 100);
    }

    static int pack(int year, int month, int day) {
        boolean placeholder = year == 9999 || year == 0 || year == 1900 && month <= 1 && day <= 1;
        return placeholder ? 0 : year * 10_000 + month * 100 + day;
    }

    static int year(int packed) {
        return packed / 10_000;
    }

    static int month(int packed) {
        return packed / 100 % 100;
    }

    static int day(int packed) {
        return packed % 100;
    }

    /** Whether only the year can be trusted: no month is given, or the date is 1 January, the usual default. */
    static boolean isYearOnly(int packed) {
        int rest = packed % 10_000;
        return rest == 0 || rest == 101 || rest == 100;
    }

    /** Eight digits are year first, unless only day first makes sense. */
    private static int digits(Matcher matcher) {
        int first = number(matcher.group(1));
        int yearLast = number(matcher.group(2)) * 100 + number(matcher.group(3));
        boolean yearFirstUnlikely = (first < 1000 || first > 2100) && yearLast >= 1500 && yearLast <= 2100;
        return yearFirstUnlikely
                ? pack(yearLast, first % 100, first / 100)
                : pack(first, number(matcher.group(2)), number(matcher.group(3)));
    }

    private static int named(Matcher matcher) {
        int month = MONTHS.indexOf(matcher.group(2).substring(0, 3)) + 1;
        return month == 0 ? 0 : pack(number(matcher.group(3)), month, number(matcher.group(1)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
