package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a subscriber on a mobile network. British ones start with 234 or 235.
 *
 * @param text 14 or 15 digits
 */
public record Imsi(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<Imsi> TYPE = IdentifierType.of(
            "imsi",
            Imsi.class,
            "an IMSI of 14 or 15 digits",
            "\\d{14,15}",
            "234159999999999",
            Identifier::compact,
            Imsi::fault,
            Imsi::new);

    private static final Pattern FORM = Pattern.compile("\\d{14,15}");

    public Imsi {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<Imsi> read(String text) {
        return TYPE.read(text);
    }

    private static @Nullable String fault(String text) {
        return FORM.matcher(text).matches() ? null : "an IMSI of 14 or 15 digits";
    }

    /** Whether the subscriber's network is British. */
    public boolean isBritish() {
        return text.startsWith("234") || text.startsWith("235");
    }

    @Override
    public String toString() {
        return text;
    }
}
