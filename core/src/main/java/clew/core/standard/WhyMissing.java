package clew.core.standard;

import java.util.Locale;

/** Why a value is missing: the reasons of code list {@code why_missing}, in code because reading a blank must give one. */
public enum WhyMissing {
    /** The sender's field was blank. */
    NOT_RECORDED,
    /** The question was not put. */
    NOT_ASKED,
    /** The person chose not to say. */
    DECLINED,
    /** Asked, or looked for, and nobody knows. */
    NOT_KNOWN,
    /** The sender holds it and may not, or did not, send it. */
    WITHHELD,
    /** The question has no meaning here. */
    NOT_APPLICABLE;

    /** The code in the list, such as {@code not_asked}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words, such as {@code not asked}. */
    public String label() {
        return code().replace('_', ' ');
    }
}
