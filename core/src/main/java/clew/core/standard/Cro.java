package clew.core.standard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Criminal Records Office number: NNNNNN/YYL, or SFYY/NNNNNNL for a file without fingerprints. The check letter is the number made of
 * year and serial, modulus 23; the serial of the first form is padded to six digits, that of the second is not.
 *
 * @param text NNNNNN/YYL or SFYY/NNNNNNL
 */
public record Cro(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<Cro> TYPE = IdentifierType.of(
            "cro_number",
            Cro.class,
            "a CRO number such as 123456/99L or SF83/12345G with a right check letter",
            "(\\d{6}/\\d{2}|SF\\d{2}/\\d{1,6})[A-HJ-NP-RT-Z]",
            "123456/99L",
            Cro::canonical,
            Cro::fault,
            Cro::new);

    private static final Pattern PRINTED = Pattern.compile("(\\d{1,6})/(\\d{2})([A-Z])");
    private static final Pattern FILE_ONLY = Pattern.compile("SF(\\d{2})/(\\d{1,6})([A-Z])");

    public Cro {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<Cro> read(String text) {
        return TYPE.read(text);
    }

    /** Whether it names a file without fingerprints. */
    public boolean isFileOnly() {
        return text.startsWith("SF");
    }

    private static String canonical(String written) {
        String bare = Identifier.compact(written);
        Matcher parts = PRINTED.matcher(bare);
        return parts.matches() ? CheckDigits.padded(parts.group(1), 6) + "/" + parts.group(2) + parts.group(3) : bare;
    }

    private static @Nullable String fault(String text) {
        Matcher printed = PRINTED.matcher(text);
        if (printed.matches() && printed.group(1).length() == 6) {
            return judge(printed.group(2) + printed.group(1), printed.group(3));
        }
        Matcher fileOnly = FILE_ONLY.matcher(text);
        if (fileOnly.matches()) {
            return judge(fileOnly.group(1) + fileOnly.group(2), fileOnly.group(3));
        }
        return "a CRO number such as 123456/99L or SF83/12345G";
    }

    private static @Nullable String judge(String number, String letter) {
        return CheckDigits.policeLetter(number) == letter.charAt(0) ? null : "a CRO number with a right check letter";
    }

    @Override
    public String toString() {
        return text;
    }
}
