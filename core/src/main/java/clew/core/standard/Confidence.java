package clew.core.standard;

import java.util.Locale;

/** How far a row of a code list was checked against a source. */
public enum Confidence {
    /** Seen in the source named. */
    VERIFIED("verified"),
    /** Partly seen, partly from general knowledge: the row's own words say which. */
    PARTLY_VERIFIED("partly verified"),
    /** From general knowledge: not checked against a source. */
    UNVERIFIED("unverified"),
    /** A list of Clew's own: there is no other source. */
    OWN("Clew's own list");

    private final String label;

    Confidence(String label) {
        this.label = label;
    }

    /** The words shown to readers. */
    public String label() {
        return label;
    }

    /** Reads the confidence column of a code list: anything that is not plainly verified is not called so. */
    public static Confidence read(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        if (words.equals("own")) {
            return OWN;
        }
        if (words.equals("verified")) {
            return VERIFIED;
        }
        if (words.isEmpty() || words.startsWith("unverified")) {
            return UNVERIFIED;
        }
        return words.contains("verified") ? PARTLY_VERIFIED : UNVERIFIED;
    }
}
