package clew.core.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * The normalised form of plain values, which most are, from bytes to bytes without a text for each. Where it gives one it is that of {@link Normalising}; it declines
 * whatever it is not sure of.
 */
interface PlainForm {
    int DECLINED = -1;

    /**
     * Writes the form of a value.
     *
     * @param utf8 begins with the value
     * @param length of the value in bytes, at least 1
     * @param into takes the form, and has room for as many bytes
     * @param at where it is put
     * @return how many bytes it has, at least 1, or {@link #DECLINED}
     */
    int write(byte[] utf8, int length, byte[] into, int at);

    static PlainForm of(Kind kind) {
        return switch (kind) {
            case POSTCODE, HOUSE_NUMBER -> PlainForm::joined;
            case EMAIL -> PlainForm::email;
            case DATE_OF_BIRTH -> PlainForm::date;
            case STREET, PLACE, AREA, ADDRESS, ORGANISATION_NAME, CATEGORY, FREE_TEXT -> PlainForm::words;
            default -> (utf8, length, into, at) -> DECLINED;
        };
    }

    /** Letters and digits of ASCII with single spaces between. */
    private static int words(byte[] utf8, int length, byte[] into, int at) {
        int last = ' ';
        int hash = 0;
        for (int i = 0; i < length; i++) {
            int b = small(utf8[i]);
            if (!isLetterOrDigit(b) && (b != ' ' || last == ' ')) {
                return DECLINED;
            }
            into[at + i] = (byte) b;
            hash = hash * 31 + b;
            last = b;
        }
        return last == ' ' || Marks.UNKNOWN.mayHold(hash) ? DECLINED : length;
    }

    private static int joined(byte[] utf8, int length, byte[] into, int at) {
        int words = words(utf8, length, into, at);
        int joined = 0;
        for (int i = 0; i < words; i++) {
            if (into[at + i] != ' ') {
                into[at + joined++] = into[at + i];
            }
        }
        return words == DECLINED ? DECLINED : joined;
    }

    private static int email(byte[] utf8, int length, byte[] into, int at) {
        int sign = -1;
        int hash = 0;
        for (int i = 0; i < length; i++) {
            int b = small(utf8[i]);
            if (b == '@' && sign < 0) {
                sign = i;
                if (Marks.NOBODY.mayHold(hash)) {
                    return DECLINED;
                }
            } else if (!isLetterOrDigit(b) && b != '.' && b != '_' && b != '-' && b != '+') {
                return DECLINED;
            }
            into[at + i] = (byte) b;
            hash = hash * 31 + b;
        }
        return sign > 0 ? length : DECLINED;
    }

    /** A date such as 2001-02-03, but of no year that often stands for none. */
    private static int date(byte[] utf8, int length, byte[] into, int at) {
        if (length != 10 || utf8[4] != '-' || utf8[7] != '-' || utf8[0] == '0' || utf8[0] == '9') {
            return DECLINED;
        }
        int digits = at;
        for (int i = 0; i < length; i++) {
            if (i != 4 && i != 7) {
                if (utf8[i] < '0' || utf8[i] > '9') {
                    return DECLINED;
                }
                into[digits++] = utf8[i];
            }
        }
        boolean is1900 = utf8[0] == '1' && utf8[1] == '9' && utf8[2] == '0' && utf8[3] == '0';
        return is1900 ? DECLINED : digits - at;
    }

    private static int small(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }

    private static boolean isLetterOrDigit(int b) {
        return b >= 'a' && b <= 'z' || b >= '0' && b <= '9';
    }

    /** Texts that say that a value is not known, by hash: what may be one of them is left to who knows. */
    final class Marks {
        private static final int BITS = 12;
        private static final Marks UNKNOWN = new Marks(Folding.unknownMarkers());
        private static final Marks NOBODY = new Marks(Normalising.nobody());

        private final boolean[] held = new boolean[1 << BITS];

        private Marks(Collection<String> texts) {
            for (String text : texts) {
                int hash = 0;
                for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                    hash = hash * 31 + b;
                }
                held[place(hash)] = true;
            }
        }

        boolean mayHold(int hash) {
            return held[place(hash)];
        }

        private static int place(int hash) {
            return hash * 0x9E3779B9 >>> Integer.SIZE - BITS;
        }
    }
}
