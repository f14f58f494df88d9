package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a SIM card: 19 or 20 digits that start with 89, the last a Luhn check digit.
 *
 * @param text 19 or 20 digits
 */
public record Iccid(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<Iccid> TYPE = IdentifierType.of(
            "iccid",
            Iccid.class,
            "a SIM card number of 19 or 20 digits with a right check digit",
            "89\\d{17,18}",
            "8944000000000000001",
            Identifier::compact,
            Iccid::fault,
            Iccid::new);

    private static final Pattern FORM = Pattern.compile("89\\d{17,18}");

    public Iccid {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<Iccid> read(String text) {
        return TYPE.read(text);
    }

    private static @Nullable String fault(String text) {
        if (!FORM.matcher(text).matches()) {
            return "a SIM card number of 19 or 20 digits that starts with 89";
        }
        return CheckDigits.isLuhn(text) ? null : "a SIM card number with a right check digit";
    }

    @Override
    public String toString() {
        return text;
    }
}
