package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unique property reference number, which names one addressable place in Great Britain. It has no check digit.
 *
 * @param text 1 to 12 digits without leading noughts
 */
public record Uprn(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<Uprn> TYPE = IdentifierType.of(
            "uprn",
            Uprn.class,
            "a unique property reference number of 1 to 12 digits",
            "[1-9]\\d{0,11}",
            "100023336956",
            Uprn::canonical,
            Uprn::fault,
            Uprn::new);

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{0,11}");
    private static final Pattern LEADING_NOUGHTS = Pattern.compile("^0+(?=\\d)");

    public Uprn {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<Uprn> read(String text) {
        return TYPE.read(text);
    }

    /** With leading noughts to 12 digits, as some systems keep it. */
    public String padded() {
        return "0".repeat(12 - text.length()) + text;
    }

    private static String canonical(String written) {
        return LEADING_NOUGHTS.matcher(Identifier.compact(written)).replaceFirst("");
    }

    private static @Nullable String fault(String text) {
        return FORM.matcher(text).matches() ? null : "a unique property reference number of 1 to 12 digits";
    }

    @Override
    public String toString() {
        return text;
    }
}
