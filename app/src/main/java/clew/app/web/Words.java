package clew.app.web;

import clew.app.identity.HeldElsewhere;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Numbers and dates as they are read aloud: British English, London time. */
final class Words {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

    private Words() {}

    /** 14:05, in London. */
    static String time(Instant instant) {
        return TIME.format(instant.atZone(LONDON));
    }

    /** 3 March 2024 at 14:05, in London. */
    static String moment(Instant instant) {
        return date(instant) + " at " + time(instant);
    }

    /** 3 March 2024. */
    static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** The day in London: 3 March 2024. */
    static String date(Instant instant) {
        return DATE.format(day(instant));
    }

    /** The moment in London: 3 March 2024, 14:05; the end of a day, not the start of the next. */
    static String dateAndTime(Instant instant) {
        var there = instant.atZone(LONDON);
        return there.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
                ? "end of " + DATE.format(there.toLocalDate().minusDays(1))
                : DATE_AND_TIME.format(there);
    }

    /** The day in London on which an instant falls. */
    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, LONDON);
    }

    /** March 2024. */
    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** Mar 2024. */
    static String shortMonth(YearMonth month) {
        return SHORT_MONTH.format(month);
    }

    /** A text that is a date as machines write it, whole or in part, as it is read aloud; any other text as it is. */
    static String dates(String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return date(LocalDate.parse(text));
        }
        return text.matches("\\d{4}-\\d{2}") ? month(YearMonth.parse(text)) : text;
    }

    /** The first few of many, with how many more there are. */
    static String some(List<String> parts, int most) {
        return parts.size() <= most
                ? String.join("; ", parts)
                : String.join("; ", parts.subList(0, most)) + "; and " + number(parts.size() - most) + " more";
    }

    /** The text with its first letter large. */
    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** 12,345. */
    static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** 1 record; 2 records. */
    static String count(long number, String one, String several) {
        return number(number) + " " + (number == 1 ? one : several);
    }

    /** A share with one decimal, 34.2%; rounding never makes all of nearly all, nor none of a few. */
    static String percent(long part, long whole) {
        if (whole == 0) {
            return "no records";
        }
        double percent = Math.round(1000.0 * part / whole) / 10.0;
        if (percent == 100 && part < whole) {
            percent = 99.9;
        }
        if (percent == 0 && part > 0) {
            percent = 0.1;
        }
        return String.format(Locale.UK, percent == Math.rint(percent) ? "%.0f%%" : "%.1f%%", percent);
    }

    /** How long after one day another is: the same day; 1 day later; 12 days later; 3 months later. */
    static String later(LocalDate first, LocalDate second) {
        long days = ChronoUnit.DAYS.between(first, second);
        if (days == 0) {
            return "the same day";
        }
        if (days < 61) {
            return count(days, "day", "days") + " later";
        }
        long months = ChronoUnit.MONTHS.between(first, second);
        return months < 24 ? months + " months later" : months / 12 + " years later";
    }

    /** a; a and b; a, b and c. */
    static String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    /** Which agency holds something, and whom to call. */
    static String call(HeldElsewhere held) {
        return held.agency() + ": "
                + (held.callWhom() == null ? "ask for their safeguarding lead" : "call " + held.callWhom());
    }
}
