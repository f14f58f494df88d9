package clew.core.linkage;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a part of a blocking key is made from a normalised value. Values from which none can be made give no key. */
public enum KeyForm {
    /** The value itself. */
    WHOLE(text -> text),
    /** The value itself, of three letters or more. */
    LONG(text -> text.length() < 3 ? null : text),
    START_3(text -> start(text, 3)),
    START_4(text -> start(text, 4)),
    /** The last four letters of five or more. */
    END_4(text -> text.length() < 5 ? null : text.substring(text.length() - 4)),
    /** How a name sounds, roughly. */
    SOUND(SoundKey::of),
    /** What most forms of one given name share. */
    FORM(text -> Nicknames.shipped().keyOf(text)),
    /** A date with the smaller of day and month first, so that swapped dates share a key; a year where only that is known. */
    DATE(text -> isYearOnly(text) ? text : unordered(number(text))),
    YEAR(text -> Integer.toString(DateParts.year(number(text)))),
    YEAR_MONTH(text -> isYearOnly(text) ? null : Integer.toString(number(text) / 100)),
    MONTH_DAY(text -> isYearOnly(text) ? null : Integer.toString(number(text) % 10_000)),
    /** A postcode without its last two characters. */
    SECTOR(text -> text.length() < 5 ? null : text.substring(0, text.length() - 2));

    private final Function<String, @Nullable String> key;

    KeyForm(Function<String, @Nullable String> key) {
        this.key = key;
    }

    /** The key of a value; null or empty for none. */
    @Nullable
    String of(String text) {
        return key.apply(text);
    }

    private static @Nullable String start(String text, int letters) {
        return text.length() < letters ? null : text.substring(0, letters);
    }

    private static boolean isYearOnly(String packed) {
        return DateParts.isYearOnly(number(packed));
    }

    private static int number(@Nullable String packed) {
        return Integer.parseInt(requireNonNull(packed));
    }

    private static String unordered(int date) {
        int month = DateParts.month(date);
        int day = DateParts.day(date);
        return DateParts.year(date) + "-" + Math.min(month, day) + "-" + Math.max(month, day);
    }
}
