package clew.core.standard;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A driver number of Great Britain (16 characters, with or without the two of the issue) or Northern Ireland (8 digits). The two check
 * characters of the British form have no published rule; what can be checked is its form, and that it agrees with a surname and a date of birth.
 *
 * @param text 8 digits, or 16 or 18 characters
 */
public record DriverNumber(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<DriverNumber> TYPE = IdentifierType.of(
            "driver_number",
            DriverNumber.class,
            "a driver number such as MORGA657054SM9IJ, or 8 digits in Northern Ireland",
            "[A-Z9]{5}\\d{6}[A-Z9]{2}[A-Z0-9]{3}(\\d{2})?|\\d{8}",
            "MORGA657054SM9IJ",
            Identifier::compact,
            DriverNumber::fault,
            DriverNumber::new);

    private static final int SURNAME_LENGTH = 5;
    private static final Pattern BRITISH =
            Pattern.compile("(?=[A-Z9]{5}\\d{6}[A-Z])[A-Z]{1,5}9{0,4}\\d(0[1-9]|1[0-2]|5[1-9]|6[0-2])"
                    + "(0[1-9]|[12]\\d|3[01])\\d[A-Z][A-Z9][A-Z0-9][A-Z]{2}(\\d{2})?");
    private static final Pattern NORTHERN_IRISH = Pattern.compile("\\d{8}");

    public DriverNumber {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<DriverNumber> read(String text) {
        return TYPE.read(text);
    }

    /** Whether it is of Northern Ireland, and so says nothing of name or birth. */
    public boolean isNorthernIrish() {
        return text.length() == 8;
    }

    /** Whether its first five characters are those of a surname, by the rule that MAC is written MC. */
    public boolean agreesWithSurname(String surname) {
        if (isNorthernIrish()) {
            return true;
        }
        String letters =
                surname.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "").replaceFirst("^MAC", "MC");
        String padded = (letters + "99999").substring(0, SURNAME_LENGTH);
        return text.startsWith(padded);
    }

    /** Whether its date of birth is this day. */
    public boolean agreesWithBirth(LocalDate birth) {
        if (isNorthernIrish()) {
            return true;
        }
        int month = Integer.parseInt(text.substring(6, 8)) % 50;
        int day = Integer.parseInt(text.substring(8, 10));
        int shortYear = Integer.parseInt(text.substring(5, 6) + text.charAt(10));
        return birth.getMonthValue() == month && birth.getDayOfMonth() == day && birth.getYear() % 100 == shortYear;
    }

    private static @Nullable String fault(String text) {
        boolean good =
                BRITISH.matcher(text).matches() || NORTHERN_IRISH.matcher(text).matches();
        return good ? null : "a driver number such as MORGA657054SM9IJ, or 8 digits in Northern Ireland";
    }

    @Override
    public String toString() {
        return text;
    }
}
