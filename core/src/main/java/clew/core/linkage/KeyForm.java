package clew.core.linkage;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a part of a blocking key is made from a normalised value. Values from which none can be made give no key. */
public enum KeyForm {
    /** The value itself. */
    WHOLE(text -> text),
    /** The value itself, of three letters or more. */
    LONG(new Cut(3, 0, 0)),
    START_3(new Cut(3, 0, 3)),
    START_4(new Cut(4, 0, 4)),
    /** The last four letters of five or more. */
    END_4(new Cut(5, -4, 0)),
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
    SECTOR(new Cut(5, 0, -2));

    private final Function<String, @Nullable String> key;
    private final @Nullable Cut cut;

    KeyForm(Function<String, @Nullable String> key) {
        this.key = key;
        cut = null;
    }

    KeyForm(Cut cut) {
        key = cut::of;
        this.cut = cut;
    }

    /**
     * A run of letters of a text.
     *
     * @param least letters of a text that has one
     * @param from its first letter; below 0 counted from the end
     * @param to after its last letter; 0 or below counted from the end
     */
    record Cut(int least, int from, int to) {
        int start(int length) {
            return from < 0 ? length + from : from;
        }

        int stop(int length) {
            return to <= 0 ? length + to : to;
        }

        @Nullable
        String of(String text) {
            return text.length() < least ? null : text.substring(start(text.length()), stop(text.length()));
        }
    }

    /** The run of letters that is the key; null when it is made in another way. */
    @Nullable
    Cut cut() {
        return cut;
    }

    /** The key of a value; null or empty for none. */
    @Nullable
    String of(String text) {
        return key.apply(text);
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
