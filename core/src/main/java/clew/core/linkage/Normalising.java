package clew.core.linkage;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One form for the values of a kind that differ only in writing; the empty text where a value says nothing. */
final class Normalising {
    /** Written before the at-sign where there is no address. */
    private static final Set<String> NOBODY = Set.of(
            "none",
            "noemail",
            "no-email",
            "no.email",
            "no",
            "na",
            "n/a",
            "nobody",
            "unknown",
            "noreply",
            "no-reply",
            "x");

    private static final int SHORTEST_PHONE = 6;
    private static final int SIGNIFICANT_DIGITS = 10;

    private Normalising() {}

    /** What is written before the at-sign, in small letters, where there is no address. */
    static Set<String> nobody() {
        return NOBODY;
    }

    static UnaryOperator<String> of(Kind kind) {
        return switch (kind) {
            case SEX -> Normalising::sex;
            case POSTCODE, HOUSE_NUMBER -> Folding::joined;
            case PHONE -> Normalising::phone;
            case EMAIL -> Normalising::email;
            case IDENTIFIER -> Normalising::identifier;
            case GIVEN_NAME, MIDDLE_NAME, FAMILY_NAME, FULL_NAME -> Normalising::name;
            case DATE_OF_BIRTH -> raw -> date(DateParts.parse(raw));
            case YEAR_OF_BIRTH, MONTH_OF_BIRTH, DAY_OF_BIRTH -> Folding::digits4;
            case STREET, PLACE, AREA, ADDRESS, ORGANISATION_NAME, CATEGORY, FREE_TEXT -> Folding::words;
        };
    }

    static String name(String raw) {
        return Titles.dropped(Folding.words(raw));
    }

    /** "Smith, John" is "john smith". */
    static String nameInOrder(String raw) {
        int comma = raw.indexOf(',');
        return comma > 0 && comma == raw.lastIndexOf(',')
                ? name(raw.substring(comma + 1) + " " + raw.substring(0, comma))
                : name(raw);
    }

    /** A packed date as a text. */
    static String date(int packed) {
        return packed == 0 ? "" : Integer.toString(packed);
    }

    private static String sex(String raw) {
        return switch (Folding.words(raw)) {
            case "m", "male", "man", "boy", "1" -> "m";
            case "f", "female", "woman", "girl", "2" -> "f";
            default -> "";
        };
    }

    /** The last ten digits, so that +44 and 0 are one. */
    private static String phone(String raw) {
        String digits = Folding.digits(raw);
        return digits.length() < SHORTEST_PHONE || Folding.isPlaceholder(digits)
                ? ""
                : digits.substring(Math.max(0, digits.length() - SIGNIFICANT_DIGITS));
    }

    private static String email(String raw) {
        String text = raw.strip().toLowerCase(Locale.ROOT);
        int at = text.indexOf('@');
        return at > 0 && !NOBODY.contains(text.substring(0, at)) ? text : "";
    }

    private static String identifier(String raw) {
        String text = Folding.joined(raw);
        return Folding.isOneCharacter(text) ? "" : text;
    }
}
