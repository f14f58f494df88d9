package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A force's own crime number. Each force has its own form, so keep the force beside it.
 *
 * @param text 4 to 30 characters
 */
public record CrimeReference(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<CrimeReference> TYPE = IdentifierType.of(
            "crime_reference",
            CrimeReference.class,
            "a crime number of 4 to 30 characters",
            "\\S.{2,28}\\S",
            "13XX/0001/26",
            Identifier::upperLine,
            CrimeReference::fault,
            CrimeReference::new);

    private static final Pattern FORM = Pattern.compile("\\S.{2,28}\\S");

    public CrimeReference {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<CrimeReference> read(String text) {
        return TYPE.read(text);
    }

    private static @Nullable String fault(String text) {
        return FORM.matcher(text).matches() ? null : "a crime number of 4 to 30 characters";
    }

    @Override
    public String toString() {
        return text;
    }
}
