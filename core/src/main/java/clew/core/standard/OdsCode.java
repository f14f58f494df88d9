package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code of the NHS Organisation Data Service. Whether it is in use is not checked.
 *
 * @param text 3 to 8 letters and digits
 */
public record OdsCode(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<OdsCode> TYPE = IdentifierType.of(
            "ods_code",
            OdsCode.class,
            "an NHS organisation code of 3 to 8 letters and digits",
            "[A-Z0-9]{3,8}",
            "A99999",
            Identifier::compact,
            OdsCode::fault,
            OdsCode::new);

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{3,8}");

    public OdsCode {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<OdsCode> read(String text) {
        return TYPE.read(text);
    }

    private static @Nullable String fault(String text) {
        return FORM.matcher(text).matches() ? null : "an NHS organisation code of 3 to 8 letters and digits";
    }

    @Override
    public String toString() {
        return text;
    }
}
