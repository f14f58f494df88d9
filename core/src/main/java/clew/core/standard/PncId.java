package clew.core.standard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Police National Computer identifier: year, serial number and check letter (the number made of the last two digits of the year and the
 * seven of the serial, modulus 23). A two-digit year of 00 to 49 is read as 20xx, else as 19xx: the computer began in 1974.
 *
 * @param text YYYY/NNNNNNNL
 */
public record PncId(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<PncId> TYPE = IdentifierType.of(
            "pnc_id",
            PncId.class,
            "a PNC identifier such as 2003/1234567Q with a right check letter",
            "\\d{4}/\\d{7}[A-HJ-NP-RT-Z]",
            "2003/1234567Q",
            PncId::canonical,
            PncId::fault,
            PncId::new);

    private static final Pattern FORM = Pattern.compile("(19|20)\\d{2}/\\d{7}[A-HJ-NP-RT-Z]");
    private static final Pattern WITH_SLASH = Pattern.compile("(\\d{2}|\\d{4})/(\\d{1,7})([A-Z])");
    private static final Pattern RUN_TOGETHER = Pattern.compile("(\\d{2}|\\d{4})(\\d{7})([A-Z])");

    public PncId {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<PncId> read(String text) {
        return TYPE.read(text);
    }

    private static String canonical(String written) {
        String bare = Identifier.compact(written);
        Matcher parts = (bare.indexOf('/') < 0 ? RUN_TOGETHER : WITH_SLASH).matcher(bare);
        if (!parts.matches()) {
            return bare;
        }
        return CheckDigits.fullYear(parts.group(1)) + "/" + CheckDigits.padded(parts.group(2), 7) + parts.group(3);
    }

    private static @Nullable String fault(String text) {
        if (!FORM.matcher(text).matches()) {
            return "a PNC identifier such as 2003/1234567Q";
        }
        char check = CheckDigits.policeLetter(text.substring(2, 4) + text.substring(5, 12));
        return check == text.charAt(12) ? null : "a PNC identifier with a right check letter";
    }

    @Override
    public String toString() {
        return text;
    }
}
