package clew.core.standard;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text that names a thing and obeys a rule: none can be made that breaks its rule. */
public interface Identifier {

    /** The canonical text. */
    String text();

    /** A text without blanks and hyphens, in capitals: how most identifiers compare. */
    static String compact(String written) {
        return Separators.BLANKS_AND_HYPHENS.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** A text with single blanks, in capitals. */
    static String upperLine(String written) {
        return Separators.BLANKS.matcher(written.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
    }

    /** Throws when a constructor is given a text with a fault. */
    static void refuse(@Nullable String fault, String found) {
        if (fault != null) {
            throw new IllegalArgumentException("expected " + fault + ", found " + found);
        }
    }

    /** What people put between the characters of an identifier. */
    final class Separators {
        private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
        private static final Pattern BLANKS_AND_HYPHENS = Pattern.compile("[\\s\\u00a0\\u2010-\\u2013-]+");

        private Separators() {}
    }
}
