package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle identification number (ISO 3779): no I, O or Q. Its check digit is not used in the United Kingdom and is not checked.
 *
 * @param text 17 characters
 */
public record Vin(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<Vin> TYPE = IdentifierType.of(
            "vin",
            Vin.class,
            "a vehicle identification number of 17 letters and digits without I, O and Q",
            "[A-HJ-NPR-Z0-9]{17}",
            "SALEXAMPLE0000001",
            Identifier::compact,
            Vin::fault,
            Vin::new);

    private static final Pattern FORM = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");

    public Vin {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<Vin> read(String text) {
        return TYPE.read(text);
    }

    private static @Nullable String fault(String text) {
        return FORM.matcher(text).matches()
                ? null
                : "a vehicle identification number of 17 letters and digits without I, O and Q";
    }

    @Override
    public String toString() {
        return text;
    }
}
