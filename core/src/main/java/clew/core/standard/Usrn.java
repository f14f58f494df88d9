package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unique street reference number. It has no check digit.
 *
 * @param text 8 digits
 */
public record Usrn(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<Usrn> TYPE = IdentifierType.of(
            "usrn",
            Usrn.class,
            "a unique street reference number of 8 digits",
            "\\d{8}",
            "20499999",
            Identifier::compact,
            Usrn::fault,
            Usrn::new);

    private static final Pattern FORM = Pattern.compile("\\d{8}");

    public Usrn {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<Usrn> read(String text) {
        return TYPE.read(text);
    }

    private static @Nullable String fault(String text) {
        return FORM.matcher(text).matches() ? null : "a unique street reference number of 8 digits";
    }

    @Override
    public String toString() {
        return text;
    }
}
