package clew.core.standard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as they are written in England and Wales and in ISO 8601: {@code 03/04/2009} (day first), {@code 2009-04-03}, {@code 20090403},
 * {@code 3 Apr 2009}, {@code 3rd April 2009}, {@code Apr 2009}, {@code 04/2009}, {@code 2009}, {@code 00/04/2009} and {@code xx/xx/2009} (parts not
 * known), ranges ({@code 2009/2011}, {@code between 2009 and 2011}), each with "about", "c.", "~" or "?". Month names may be English or Welsh. A clock time
 * behind a full date is dropped. Two-digit years are not read, because the century would be a guess; an impossible date is unreadable.
 */
final class DateReader {
    private static final String EXPECTED =
            "a date, month, year or range, such as 03/04/2009, Apr 2009, 2009 or about 2009";
    private static final String SEPARATOR = "\\s*[-/.\\s]\\s*";
    private static final String UNKNOWN_PART = "00|xx|\\?\\?|--";
    private static final Pattern ABOUT_BEFORE =
            Pattern.compile("(?:about|abt\\.?|approx\\.?|approximately|around|circa|ca\\.?|c\\.?|~)\\s*(?=\\S)");
    private static final Pattern ABOUT_BEHIND = Pattern.compile("\\s*(?:~|\\?|\\(approx\\.?\\)|approx\\.?)$");
    private static final Pattern RANGE_WORDS =
            Pattern.compile("(?:between|from)?\\s*(.{4,18}?)\\s*(?: and | to | until | - | – |–)\\s*(.{4,18})");
    private static final Pattern ISO_RANGE = Pattern.compile("([0-9-]{4,10})/([0-9-]{4,10})");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})\\s*[-/]\\s*(\\d{4})");
    private static final Pattern CLOCK =
            Pattern.compile("(?<=\\d)[t ]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?\\s*(z|[+-]\\d{2}:?\\d{2})?$");
    private static final Pattern WEEKDAY =
            Pattern.compile("^(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(day|sday|nesday|rsday|urday)?,?\\s+");
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2}|" + UNKNOWN_PART + ")(?:[-/.](\\d{1,2}|" + UNKNOWN_PART + "))?");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(\\d{1,2}|" + UNKNOWN_PART + ")" + SEPARATOR + "(\\d{1,2}|" + UNKNOWN_PART + ")" + SEPARATOR + "(\\d{4})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{4})");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern DAY_AND_NAME = Pattern.compile("(?:(\\d{1,2}|" + UNKNOWN_PART
            + ")(?:st|nd|rd|th)?[-/.\\s]*)?(?:of )?(\\p{L}{3,10})\\.?,?[-/.\\s]*(\\d{4})");
    private static final Pattern NAME_AND_DAY =
            Pattern.compile("(\\p{L}{3,10})\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
    private static final Set<String> NEVER = Set.of("9999-12-31", "31/12/9999", "0001-01-01", "01/01/0001");
    private static final Map<String, Integer> MONTHS = months();

    private DateReader() {}

    static Reading<UncertainDate> read(String text) {
        UncertainDate plain = plainIso(text);
        if (plain != null) {
            return Reading.known(plain);
        }
        String bare = text.strip().toLowerCase(Locale.ROOT);
        if (NEVER.contains(CLOCK.matcher(bare).replaceFirst(""))) {
            return Reading.absent(WhyMissing.NOT_KNOWN);
        }
        return Unknowns.whyMissing(bare)
                .<Reading<UncertainDate>>map(Reading::absent)
                .orElseGet(() -> judge(bare, text));
    }

    private static Reading<UncertainDate> judge(String bare, String text) {
        try {
            UncertainDate date = perhapsAbout(bare);
            return date == null ? Reading.unreadable(EXPECTED, text) : Reading.known(date);
        } catch (DateTimeException e) {
            return Reading.unreadable("a date that exists", text);
        } catch (IllegalArgumentException e) {
            return Reading.unreadable(
                    "a year from " + UncertainDate.FIRST_YEAR + " to " + UncertainDate.LAST_YEAR
                            + " and an end on or after the start",
                    text);
        }
    }

    /** The canonical form of a full day, by far the most frequent, without a regular expression. */
    private static @Nullable UncertainDate plainIso(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        boolean inRange = year >= UncertainDate.FIRST_YEAR && year <= UncertainDate.LAST_YEAR;
        boolean exists = inRange && month >= 1 && month <= 12 && day >= 1 && day <= 28;
        return exists ? UncertainDate.of(LocalDate.of(year, month, day)) : null;
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static @Nullable UncertainDate perhapsAbout(String bare) {
        Matcher before = ABOUT_BEFORE.matcher(bare);
        String rest = before.lookingAt() ? bare.substring(before.end()) : bare;
        String core = ABOUT_BEHIND.matcher(rest).replaceFirst("");
        UncertainDate date = perhapsRange(core);
        return date == null || core.equals(bare) ? date : date.asAbout();
    }

    private static @Nullable UncertainDate perhapsRange(String text) {
        UncertainDate one = single(text);
        if (one != null) {
            return one;
        }
        Matcher years = YEARS.matcher(text);
        Matcher iso = ISO_RANGE.matcher(text);
        Matcher range = years.matches() ? years : iso.matches() ? iso : RANGE_WORDS.matcher(text);
        if (!range.matches()) {
            return null;
        }
        UncertainDate from = single(range.group(1));
        UncertainDate to = single(range.group(2));
        return from == null || to == null ? null : UncertainDate.between(from.from(), to.to());
    }

    private static @Nullable UncertainDate single(String text) {
        String date = WEEKDAY.matcher(CLOCK.matcher(text).replaceFirst("")).replaceFirst("");
        if (YEAR.matcher(date).matches()) {
            return UncertainDate.ofYear(Integer.parseInt(date));
        }
        UncertainDate numeric = numeric(date);
        return numeric != null ? numeric : named(date);
    }

    private static @Nullable UncertainDate numeric(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return parts(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return parts(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches()) {
            return parts(monthFirst.group(2), monthFirst.group(1), null);
        }
        Matcher digits = EIGHT_DIGITS.matcher(text);
        return digits.matches() ? parts(digits.group(1), digits.group(2), digits.group(3)) : null;
    }

    private static @Nullable UncertainDate named(String text) {
        Matcher dayFirst = DAY_AND_NAME.matcher(text);
        if (dayFirst.matches() && MONTHS.containsKey(dayFirst.group(2))) {
            return parts(dayFirst.group(3), String.valueOf(MONTHS.get(dayFirst.group(2))), dayFirst.group(1));
        }
        Matcher nameFirst = NAME_AND_DAY.matcher(text);
        if (nameFirst.matches() && MONTHS.containsKey(nameFirst.group(1))) {
            return parts(nameFirst.group(3), String.valueOf(MONTHS.get(nameFirst.group(1))), nameFirst.group(2));
        }
        return null;
    }

    private static @Nullable UncertainDate parts(String year, String month, @Nullable String day) {
        if (!isKnown(month)) {
            return isKnown(day) ? null : UncertainDate.ofYear(Integer.parseInt(year));
        }
        YearMonth yearMonth = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
        return isKnown(day)
                ? UncertainDate.of(LocalDate.of(yearMonth.getYear(), yearMonth.getMonthValue(), Integer.parseInt(day)))
                : UncertainDate.of(yearMonth);
    }

    private static boolean isKnown(@Nullable String part) {
        return part != null && Character.isDigit(part.charAt(0)) && !part.equals("00");
    }

    private static Map<String, Integer> months() {
        String[][] names = {
            {"jan", "january", "ionawr"},
            {"feb", "february", "chwefror"},
            {"mar", "march", "mawrth"},
            {"apr", "april", "ebrill"},
            {"may", "mai"},
            {"jun", "june", "mehefin"},
            {"jul", "july", "gorffennaf"},
            {"aug", "august", "awst"},
            {"sep", "sept", "september", "medi"},
            {"oct", "october", "hydref"},
            {"nov", "november", "tachwedd"},
            {"dec", "december", "rhagfyr"}
        };
        Map<String, Integer> months = new HashMap<>();
        for (int month = 0; month < names.length; month++) {
            for (String name : names[month]) {
                months.put(name, month + 1);
            }
        }
        return Map.copyOf(months);
    }
}
