package clew.core.standard;

import org.jspecify.annotations.Nullable;

/**
 * An NHS number: nine digits and a check digit, weighted 10 to 2, modulus 11. Numbers that start with 999 are the usual test range.
 *
 * @param text 10 digits
 */
public record NhsNumber(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<NhsNumber> TYPE = IdentifierType.of(
            "nhs_number",
            NhsNumber.class,
            "an NHS number of 10 digits with a right check digit",
            "\\d{10}",
            "9990000018",
            Identifier::compact,
            NhsNumber::fault,
            NhsNumber::new);

    public NhsNumber {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<NhsNumber> read(String text) {
        return TYPE.read(text);
    }

    /** Whether it is in the range kept for tests and demonstrations. */
    public boolean isDemonstration() {
        return text.startsWith("999");
    }

    /** As people read it: 3, 3 and 4 digits. */
    public String spaced() {
        return text.substring(0, 3) + " " + text.substring(3, 6) + " " + text.substring(6);
    }

    private static @Nullable String fault(String text) {
        if (!CheckDigits.allDigits(text, 10)) {
            return "an NHS number of 10 digits";
        }
        int rest = 11 - CheckDigits.weighted(text, 0, 9, 10, -1) % 11;
        int check = rest == 11 ? 0 : rest;
        return check == text.charAt(9) - '0' ? null : "an NHS number with a right check digit";
    }

    @Override
    public String toString() {
        return text;
    }
}
