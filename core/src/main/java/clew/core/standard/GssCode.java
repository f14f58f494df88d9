package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code of the Government Statistical Service for an area, such as E08 for a metropolitan district.
 *
 * @param text a letter and 8 digits
 */
public record GssCode(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<GssCode> TYPE = IdentifierType.of(
            "gss_code",
            GssCode.class,
            "an area code of a letter and 8 digits, such as E08000025",
            "[ENSWKJ]\\d{8}",
            "E08000025",
            Identifier::compact,
            GssCode::fault,
            GssCode::new);

    private static final Pattern FORM = Pattern.compile("[ENSWKJ]\\d{8}");

    public GssCode {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<GssCode> read(String text) {
        return TYPE.read(text);
    }

    private static @Nullable String fault(String text) {
        return FORM.matcher(text).matches() ? null : "an area code of a letter and 8 digits, such as E08000025";
    }

    /** The kind of area: its first three characters. */
    public String entity() {
        return text.substring(0, 3);
    }

    @Override
    public String toString() {
        return text;
    }
}
