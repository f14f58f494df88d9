package clew.core.standard;

import clew.core.standard.ValueType.JsonForm;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The value types that are not identifiers or codes. */
public final class Types {
    /** The civil time of England and Wales: dates and clock times without a zone are read in it. */
    public static final ZoneId CIVIL_TIME = ZoneId.of("Europe/London");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,12})?");
    private static final Pattern CLOCK = Pattern.compile("([01]?[0-9]|2[0-3]):?([0-5][0-9])(:[0-5][0-9])?");

    /** One line of text: composed letters, single spaces. A marker such as "n/k" is kept, because it may be a word of the text. */
    public static final ValueType<String> TEXT = SimpleType.of(
            "text", String.class, "one line of text", "Blue door beside the bakery", Types::line, Function.identity());

    /** A name of a person, place or thing: as text, but "UNKNOWN" and its like are no name. */
    public static final ValueType<String> NAME =
            SimpleType.of("name", String.class, "a name", "Example", Types::name, Function.identity());

    /** Text of several lines, kept as written but for trailing blanks and line ends. */
    public static final ValueType<String> NOTE =
            SimpleType.of("note", String.class, "text", "Seen twice this week.", Types::note, Function.identity());

    /** A date as it is really known. */
    public static final ValueType<UncertainDate> UNCERTAIN_DATE = SimpleType.of(
            "uncertain_date",
            UncertainDate.class,
            "a date, month, year or range, such as 2009-04-03, 2009-04, 2009 or about 2009",
            "2009-04",
            UncertainDate::read,
            UncertainDate::toString);

    /** A full civil date. */
    public static final ValueType<LocalDate> DAY = SimpleType.of(
            "day", LocalDate.class, "a full date, such as 2009-04-03", "2026-03-31", Days::read, LocalDate::toString);

    /** A moment; a clock time without a zone is read as civil time. */
    public static final ValueType<Instant> MOMENT = SimpleType.of(
            "moment",
            Instant.class,
            "a date and time, such as 2026-03-31T18:05:00Z or 31/03/2026 18:05",
            "2026-03-31T17:05:00Z",
            Days::readMoment,
            Instant::toString);

    /** A time of day in civil time. */
    public static final ValueType<LocalTime> CLOCK_TIME = SimpleType.of(
            "clock_time", LocalTime.class, "a time of day, such as 18:05", "18:05", Types::clock, LocalTime::toString);

    /** A count or an age: a whole number of 0 or more. */
    public static final ValueType<Integer> WHOLE_NUMBER_TYPE = SimpleType.of(
                    "whole_number", Integer.class, "a whole number of 0 or more", "2", Types::whole, String::valueOf)
            .as(JsonForm.INTEGER);

    /** A coordinate: a number with a decimal point. */
    public static final ValueType<Double> DECIMAL_TYPE = SimpleType.of(
                    "decimal", Double.class, "a number such as 53.4084", "53.4084", Types::decimal, Types::plain)
            .as(JsonForm.NUMBER);

    /** Yes or no. */
    public static final ValueType<Boolean> YES_NO = SimpleType.of(
                    "yes_no", Boolean.class, "yes or no", "true", Types::yesNo, String::valueOf)
            .as(JsonForm.BOOLEAN);

    private Types() {}

    /** The value type of a field that points to a record of a shape. */
    public static ValueType<Reference> reference(String shape) {
        return SimpleType.of(
                "reference:" + shape,
                Reference.class,
                "the record id of a " + shape.replace('_', ' '),
                "0f8fad5b-d9cb-469f-a165-70867728950e",
                text -> Types.pointer(shape, text),
                reference -> reference.record().toString());
    }

    private static Reading<Reference> pointer(String shape, String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return Reading.absent(WhyMissing.NOT_RECORDED);
        }
        if (bare.length() == 36) {
            try {
                return Reading.known(new Reference(shape, UUID.fromString(bare)));
            } catch (IllegalArgumentException e) {
                return Reading.unreadable("the record id of a " + shape.replace('_', ' '), text);
            }
        }
        return Reading.unreadable("the record id of a " + shape.replace('_', ' '), text);
    }

    private static Reading<String> line(String text) {
        String tidy = tidy(text);
        return tidy.isEmpty() ? Reading.absent(WhyMissing.NOT_RECORDED) : Reading.known(tidy);
    }

    private static Reading<String> name(String text) {
        return Unknowns.whyMissing(text)
                .<Reading<String>>map(Reading::absent)
                .orElseGet(() -> Reading.known(tidy(text)));
    }

    private static Reading<String> note(String text) {
        String tidy = Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .strip();
        return tidy.isEmpty() ? Reading.absent(WhyMissing.NOT_RECORDED) : Reading.known(tidy);
    }

    private static String tidy(String text) {
        if (isTidyAscii(text)) {
            return text;
        }
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    private static boolean isTidyAscii(String text) {
        char previous = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && previous == ' ')) {
                return false;
            }
            previous = c;
        }
        return previous != ' ';
    }

    private static Reading<Integer> whole(String text) {
        String bare = text.strip();
        if (WHOLE_NUMBER.matcher(bare).matches()) {
            return Reading.known(Integer.valueOf(bare));
        }
        return absentOr("a whole number of 0 or more", text);
    }

    private static Reading<Double> decimal(String text) {
        String bare = text.strip();
        if (DECIMAL.matcher(bare).matches()) {
            return Reading.known(Double.valueOf(bare));
        }
        return absentOr("a number such as 53.4084", text);
    }

    private static String plain(Double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    private static Reading<Boolean> yesNo(String text) {
        switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "t", "1":
                return Reading.known(Boolean.TRUE);
            case "no", "n", "false", "f", "0":
                return Reading.known(Boolean.FALSE);
            default:
                return absentOr("yes or no", text);
        }
    }

    private static Reading<LocalTime> clock(String text) {
        var matcher = CLOCK.matcher(text.strip());
        if (!matcher.matches()) {
            return absentOr("a time of day, such as 18:05", text);
        }
        return Reading.known(LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }

    static <T> Reading<T> absentOr(String expected, String text) {
        return Unknowns.whyMissing(text)
                .<Reading<T>>map(Reading::absent)
                .orElseGet(() -> Reading.unreadable(expected, text));
    }
}
