package clew.core.linkage;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Brings texts that differ only in writing to one form: small letters, no accents, no punctuation, single spaces; unknown markers become the empty text. */
final class Folding {
    /** Written where a value is not known. Compared in small letters with single spaces, punctuation kept, so that the surnames Na and None stay. */
    private static final Set<String> UNKNOWN = Set.of(
            "unknown",
            "unk",
            "unkn",
            "not known",
            "notknown",
            "n/k",
            "n.k.",
            "nk",
            "not given",
            "not stated",
            "not provided",
            "not recorded",
            "not available",
            "not applicable",
            "n/a",
            "n.a.",
            "null",
            "nil",
            "nan",
            "missing",
            "blank",
            "tbc",
            "tba",
            "to be confirmed",
            "refused",
            "declined",
            "withheld",
            "anonymous",
            "anon",
            "unspecified",
            "undefined",
            "no data",
            "no fixed abode",
            "nfa",
            "zz99 3vz",
            "zz99 3wz",
            "zz993vz",
            "zz993wz",
            "xx",
            "xxx",
            "xxxx",
            "x",
            "?",
            "??",
            "-",
            "--",
            ".",
            "*",
            "test",
            "no name",
            "unnamed",
            "name unknown",
            "name not known",
            "none given",
            "not disclosed",
            "prefer not to say",
            "do not know",
            "don't know",
            "baby",
            "baby boy",
            "baby girl",
            "infant",
            "unborn",
            "unborn baby",
            "unborn child");

    /** Digits that are typed where no number is known: counted up or down. */
    private static final String COUNTED = "01234567890123456789";

    private Folding() {}

    /** Small letters and digits of any script, words apart by one space; the empty text when the value says that it is unknown. */
    static String words(String raw) {
        String text = raw.strip().toLowerCase(Locale.ROOT);
        return isUnknown(text) ? "" : letters(text);
    }

    /** {@link #words} without the spaces. */
    static String joined(String raw) {
        return words(raw).replace(" ", "");
    }

    /** The digits alone; empty when unknown or when all are the same, as in a placeholder. */
    static String digits(String raw) {
        String digits = digits(raw, raw.length());
        return isOneCharacter(digits) ? "" : digits;
    }

    /** The first four digits, or fewer; empty when there is none. */
    static String digits4(String raw) {
        return digits(raw, 4);
    }

    /** Whether a text is empty or one character again and again. */
    static boolean isOneCharacter(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != text.charAt(0)) {
                return false;
            }
        }
        return true;
    }

    private static String digits(String raw, int most) {
        StringBuilder digits = new StringBuilder(most);
        for (int i = 0; i < raw.length() && digits.length() < most; i++) {
            char c = raw.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    /** Whether digits are a placeholder: counted up or down, or all the same but for those in front, as in 07000 000000. */
    static boolean isPlaceholder(String digits) {
        String back = new StringBuilder(digits).reverse().toString();
        return COUNTED.contains(digits)
                || COUNTED.contains(back)
                || digits.substring(digits.length() / 4).chars().distinct().count() <= 1;
    }

    /** What is written, in small letters, where a value is not known. */
    static Set<String> unknownMarkers() {
        return UNKNOWN;
    }

    static boolean isUnknown(String lowerCase) {
        return lowerCase.isEmpty() || UNKNOWN.contains(lowerCase);
    }

    private static String letters(String text) {
        if (isPlain(text)) {
            return text;
        }
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                if (gap && out.length() > 0) {
                    out.append(' ');
                }
                gap = false;
                appendPlain(out, c);
            } else {
                gap |= !joins(c);
            }
        }
        return out.toString();
    }

    /** Apostrophes and accents join what stands around them: O'Brien is obrien. */
    private static boolean joins(char c) {
        return c == '\''
                || c == '’'
                || c == '`'
                || c == '´'
                || c == 'ʼ'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static void appendPlain(StringBuilder out, char c) {
        switch (c) {
            case 'ß' -> out.append("ss");
            case 'æ' -> out.append("ae");
            case 'œ' -> out.append("oe");
            case 'ø' -> out.append('o');
            case 'đ', 'ð' -> out.append('d');
            case 'ł' -> out.append('l');
            case 'ı' -> out.append('i');
            case 'þ' -> out.append("th");
            default -> out.append(c);
        }
    }

    /** Whether a text is in its folded form already: small Latin letters and digits with single spaces between. */
    private static boolean isPlain(String text) {
        char last = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == ' ' && last != ' ';
            if (!plain) {
                return false;
            }
            last = c;
        }
        return last != ' ';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
