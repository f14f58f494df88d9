package clew.core.standard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An arrest or summons number: YY/FFUU/SS/NNNNNNNNNNNC for year, force, unit, system, serial number and check letter. The letter is the number
 * made of force, system, year and the 11 digits of the serial, modulus 23; a force or system written with letters is left out of that number.
 *
 * @param text with its slashes and a serial of 11 digits
 */
public record ArrestSummonsNumber(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<ArrestSummonsNumber> TYPE = IdentifierType.of(
            "arrest_summons_number",
            ArrestSummonsNumber.class,
            "an arrest or summons number such as 26/13XX/01/00000000123R with a right check letter",
            "\\d{2}/[0-9A-Z]{4}/[0-9A-Z]{2}/\\d{11}[A-HJ-NP-RT-Z]",
            "26/13XX/01/00000000123R",
            ArrestSummonsNumber::canonical,
            ArrestSummonsNumber::fault,
            ArrestSummonsNumber::new);

    private static final Pattern FORM =
            Pattern.compile("(\\d{2})/?([0-9A-Z]{2})([0-9A-Z]{2})/?([0-9A-Z]{2})/?(\\d{1,11})([A-HJ-NP-RT-Z])");
    private static final Pattern CANONICAL =
            Pattern.compile("(\\d{2})/([0-9A-Z]{2})([0-9A-Z]{2})/([0-9A-Z]{2})/(\\d{11})([A-HJ-NP-RT-Z])");

    public ArrestSummonsNumber {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<ArrestSummonsNumber> read(String text) {
        return TYPE.read(text);
    }

    private static String canonical(String written) {
        String bare = Identifier.compact(written);
        Matcher parts = FORM.matcher(bare);
        if (!parts.matches()) {
            return bare;
        }
        return parts.group(1) + "/" + parts.group(2) + parts.group(3) + "/" + parts.group(4) + "/"
                + CheckDigits.padded(parts.group(5), 11) + parts.group(6);
    }

    private static @Nullable String fault(String text) {
        Matcher parts = CANONICAL.matcher(text);
        if (!parts.matches()) {
            return "an arrest or summons number such as 26/13XX/01/00000000123R";
        }
        String number = numeric(parts.group(2)) + numeric(parts.group(4)) + parts.group(1) + parts.group(5);
        boolean right = CheckDigits.policeLetter(number) == parts.group(6).charAt(0);
        return right ? null : "an arrest or summons number with a right check letter";
    }

    private static String numeric(String part) {
        return part.chars().allMatch(Character::isDigit) ? part : "";
    }

    @Override
    public String toString() {
        return text;
    }
}
