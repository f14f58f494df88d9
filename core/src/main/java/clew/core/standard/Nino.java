package clew.core.standard;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A National Insurance number. It has no check digit, but several prefixes were never issued. The prefix QQ was never issued either and is
 * kept for demonstration: it is read, and a record that is not marked as simulated is refused with it (a rule of the person shape).
 *
 * @param text two letters, 6 digits and, when known, a letter A to D
 */
public record Nino(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<Nino> TYPE = IdentifierType.of(
            "nino",
            Nino.class,
            "a National Insurance number of two letters, 6 digits and a letter A to D",
            "[A-Z]{2}\\d{6}[A-D]?",
            "QQ123456C",
            Identifier::compact,
            Nino::fault,
            Nino::new);

    private static final String DEMONSTRATION = "QQ";
    private static final Set<String> NEVER_ISSUED =
            Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ", "OO", "FY", "NC", "PZ");
    private static final Pattern PREFIX = Pattern.compile("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]");
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{6}[A-D]?");

    public Nino {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<Nino> read(String text) {
        return TYPE.read(text);
    }

    /** Whether it is a number that was never issued, for demonstrations. */
    public boolean isDemonstration() {
        return text.startsWith(DEMONSTRATION);
    }

    private static @Nullable String fault(String text) {
        if (!FORM.matcher(text).matches()) {
            return "a National Insurance number of two letters, 6 digits and a letter A to D";
        }
        String prefix = text.substring(0, 2);
        boolean issued = PREFIX.matcher(prefix).matches() && !NEVER_ISSUED.contains(prefix);
        return issued || prefix.equals(DEMONSTRATION) ? null : "a National Insurance number with a prefix in use";
    }

    @Override
    public String toString() {
        return text;
    }
}
