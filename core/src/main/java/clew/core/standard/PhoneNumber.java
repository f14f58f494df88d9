package clew.core.standard;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number in E.164 form. A number without a country is read as British. A British number must have the form of a mobile or
 * landline (which lets the ranges kept for drama through, so that demonstrations have numbers); any other must be valid by libphonenumber.
 *
 * @param text a plus sign and up to 15 digits
 */
public record PhoneNumber(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<PhoneNumber> TYPE = IdentifierType.of(
            "phone_number",
            PhoneNumber.class,
            "a telephone number, such as 07700 900123 or +447700900123",
            "\\+[1-9]\\d{6,14}",
            "+447700900123",
            PhoneNumber::canonical,
            PhoneNumber::fault,
            PhoneNumber::new);

    private static final Pattern BRITISH_MOBILE = Pattern.compile("\\+447(?:[1-57-9]\\d{8}|624\\d{6})");
    private static final Pattern BRITISH_LANDLINE = Pattern.compile("\\+44[123]\\d{8,9}");
    private static final Pattern PLAIN_BRITISH = Pattern.compile("0[1237]\\d{8,9}");
    private static final Pattern DRAMA = Pattern.compile("\\+44(7700900|1632960)\\d{3}");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    public PhoneNumber {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<PhoneNumber> read(String text) {
        return TYPE.read(text);
    }

    /** Whether it is a British mobile: personal (070) and pager (076) numbers are not. */
    public boolean isBritishMobile() {
        return BRITISH_MOBILE.matcher(text).matches();
    }

    /** Whether it is in a range that Ofcom keeps for drama: no one has it. */
    public boolean isDemonstration() {
        return DRAMA.matcher(text).matches();
    }

    private static String canonical(String written) {
        String bare = Identifier.compact(written).replace("(0)", "").replaceAll("[().]", "");
        if (PLAIN_BRITISH.matcher(bare).matches()) {
            return "+44" + bare.substring(1);
        }
        try {
            return NUMBERS.format(NUMBERS.parse(bare, "GB"), PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            return bare;
        }
    }

    private static @Nullable String fault(String text) {
        if (BRITISH_MOBILE.matcher(text).matches()
                || BRITISH_LANDLINE.matcher(text).matches()) {
            return null;
        }
        return isValidAbroad(text) ? null : "a telephone number, such as 07700 900123 or +447700900123";
    }

    private static boolean isValidAbroad(String text) {
        if (!text.startsWith("+")) {
            return false;
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(text, "GB");
            return NUMBERS.isValidNumber(number)
                    && NUMBERS.format(number, PhoneNumberFormat.E164).equals(text);
        } catch (NumberParseException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
