package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unique pupil number: a check letter, the authority (3 digits), the school (4), the year (2) and a serial number (3); a temporary one ends in a letter.
 * The check letter is the sum of the other characters weighted 2 to 13, modulus 23, in an alphabet without I, O and S.
 *
 * @param text a letter and 12 characters
 */
public record Upn(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<Upn> TYPE = IdentifierType.of(
            "upn",
            Upn.class,
            "a unique pupil number of a letter and 12 digits with a right check letter",
            "[A-HJ-NP-RT-Z]\\d{11}[0-9A-HJ-NP-RT-Z]",
            "A950000178301",
            Identifier::compact,
            Upn::fault,
            Upn::new);

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final Pattern FORM = Pattern.compile("[A-HJ-NP-RT-Z]\\d{11}[0-9A-HJ-NP-RT-Z]");

    public Upn {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<Upn> read(String text) {
        return TYPE.read(text);
    }

    /** Whether the school gave it for the time being. */
    public boolean isTemporary() {
        return Character.isLetter(text.charAt(12));
    }

    private static @Nullable String fault(String text) {
        if (!FORM.matcher(text).matches()) {
            return "a unique pupil number of a letter and 12 digits";
        }
        int sum = CheckDigits.weighted(text, 1, 12, 2, 1) + 13 * lastValue(text.charAt(12));
        char check = ALPHABET.charAt(sum % 23);
        return check == text.charAt(0) ? null : "a unique pupil number with a right check letter";
    }

    private static int lastValue(char last) {
        return Character.isDigit(last) ? last - '0' : ALPHABET.indexOf(last);
    }

    @Override
    public String toString() {
        return text;
    }
}
