package clew.core.standard;

import org.jspecify.annotations.Nullable;

/**
 * A unique learner number: nine digits weighted 10 to 2, modulus 11, and a check digit of 10 less the remainder.
 *
 * @param text 10 digits
 */
public record Uln(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<Uln> TYPE = IdentifierType.of(
            "uln",
            Uln.class,
            "a unique learner number of 10 digits with a right check digit",
            "[1-9]\\d{9}",
            "1234567899",
            Identifier::compact,
            Uln::fault,
            Uln::new);

    public Uln {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<Uln> read(String text) {
        return TYPE.read(text);
    }

    private static @Nullable String fault(String text) {
        if (!CheckDigits.allDigits(text, 10) || text.charAt(0) == '0') {
            return "a unique learner number of 10 digits that does not start with 0";
        }
        int remainder = CheckDigits.weighted(text, 0, 9, 10, -1) % 11;
        boolean right = remainder != 0 && 10 - remainder == text.charAt(9) - '0';
        return right ? null : "a unique learner number with a right check digit";
    }

    @Override
    public String toString() {
        return text;
    }
}
