package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unique reference number of a school in England. It has no check digit.
 *
 * @param text 6 digits
 */
public record SchoolUrn(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<SchoolUrn> TYPE = IdentifierType.of(
            "school_urn",
            SchoolUrn.class,
            "a school number (URN) of 6 digits",
            "\\d{6}",
            "999901",
            Identifier::compact,
            SchoolUrn::fault,
            SchoolUrn::new);

    private static final Pattern FORM = Pattern.compile("\\d{6}");

    public SchoolUrn {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<SchoolUrn> read(String text) {
        return TYPE.read(text);
    }

    private static @Nullable String fault(String text) {
        return FORM.matcher(text).matches() ? null : "a school number (URN) of 6 digits";
    }

    @Override
    public String toString() {
        return text;
    }
}
