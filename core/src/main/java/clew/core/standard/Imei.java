package clew.core.standard;

import org.jspecify.annotations.Nullable;

/**
 * The number of a handset: 14 digits and a Luhn check digit. A 16-digit number with software version is read as the handset it names.
 *
 * @param text 15 digits
 */
public record Imei(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<Imei> TYPE = IdentifierType.of(
            "imei",
            Imei.class,
            "an IMEI of 15 digits with a right check digit",
            "\\d{15}",
            "490154203237518",
            Imei::canonical,
            Imei::fault,
            Imei::new);

    public Imei {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<Imei> read(String text) {
        return TYPE.read(text);
    }

    /** The model: the first eight digits. */
    public String typeAllocationCode() {
        return text.substring(0, 8);
    }

    private static String canonical(String written) {
        String bare = Identifier.compact(written);
        boolean withVersion = CheckDigits.allDigits(bare, 16);
        return withVersion ? bare.substring(0, 14) + CheckDigits.luhnDigit(bare.substring(0, 14)) : bare;
    }

    private static @Nullable String fault(String text) {
        if (!CheckDigits.allDigits(text, 15)) {
            return "an IMEI of 15 digits";
        }
        return CheckDigits.isLuhn(text) ? null : "an IMEI with a right check digit";
    }

    @Override
    public String toString() {
        return text;
    }
}
