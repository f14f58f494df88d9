package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A British postcode: the outward part, a blank, and the three characters of the inward part.
 *
 * @param text such as SW1A 1AA
 */
public record Postcode(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<Postcode> TYPE = IdentifierType.of(
            "postcode",
            Postcode.class,
            "a postcode such as SW1A 1AA",
            "[A-Z]{1,2}\\d[0-9A-Z]? \\d[A-Z]{2}|GIR 0AA",
            "SW1A 1AA",
            Postcode::canonical,
            Postcode::fault,
            Postcode::new);

    private static final Pattern FORM =
            Pattern.compile("GIR 0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d(?:[0-9ABEHMNPRV-Y])?"
                    + "|\\d[A-HJKPS-UW]) \\d[ABD-HJLNP-UW-Z]{2}");

    public Postcode {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<Postcode> read(String text) {
        return TYPE.read(text);
    }

    /** The part before the blank: the post town's district. */
    public String outward() {
        return text.substring(0, text.length() - 4);
    }

    /** The three characters after the blank. */
    public String inward() {
        return text.substring(text.length() - 3);
    }

    private static String canonical(String written) {
        String bare = Identifier.compact(written);
        int cut = bare.length() - 3;
        return cut < 2 ? bare : bare.substring(0, cut) + " " + bare.substring(cut);
    }

    private static @Nullable String fault(String text) {
        return FORM.matcher(text).matches() ? null : "a postcode such as SW1A 1AA";
    }

    @Override
    public String toString() {
        return text;
    }
}
