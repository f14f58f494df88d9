package clew.core.simulate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers that cannot belong to anybody: NHS numbers in the test range 999, pupil numbers of local authorities that do not exist (100 to 199), PNC and CRO serials far
 * above what a year brings, National Insurance numbers with the never-issued prefix QQ, plates due in 2045 or later, phone numbers that Ofcom keeps for drama. Check digits and
 * letters are right, except where an agency mistypes them.
 */
final class Numbers {

    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final String PNC_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";
    private static final String PLATE_LETTERS = "BCDFGHJKLMNPRSTVWXY";
    private static final int NHS_SERIALS = 1_000_000;

    private Numbers() {}

    /** NHS number 999 xxx xxxx, or null for the tenth or so whose check digit would be 10 and for serials past the range. */
    static @Nullable String nhs(long serial) {
        if (serial >= NHS_SERIALS) {
            return null;
        }
        String nine = String.format(Locale.ROOT, "999%06d", serial);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (nine.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? null : nine + check;
    }

    /** Unique pupil number; authority 0 to 99 becomes the unused codes 100 to 199; serial below 1 000 000 000 fills school, year and number. */
    static String upn(int authority, long serial) {
        String digits = String.format(Locale.ROOT, "%03d%09d", 100 + authority % 100, serial % 1_000_000_000L);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (i + 2) * (digits.charAt(i) - '0');
        }
        return UPN_LETTERS.charAt(sum % 23) + digits;
    }

    /** PNC id {@code YYYY/NNNNNNNL} with serials from 9 000 000, which no year reaches. */
    static String pnc(int year, long serial) {
        long number = 9_000_000 + serial % 1_000_000;
        return String.format(Locale.ROOT, "%04d/%07d%c", year, number, PNC_LETTERS.charAt((int)
                ((year % 100 * 10_000_000L + number) % 23)));
    }

    /** CRO number {@code NNNNNN/YYL}. */
    static String cro(int year, long serial) {
        long number = 900_000 + serial % 100_000;
        return String.format(Locale.ROOT, "%06d/%02d%c", number, year % 100, PNC_LETTERS.charAt((int)
                ((year % 100 * 1_000_000L + number) % 23)));
    }

    /** National Insurance number with prefix QQ, or null past the four million there are. */
    static @Nullable String nino(long serial) {
        return serial >= 4_000_000
                ? null
                : String.format(Locale.ROOT, "QQ%06d%c", serial / 4, "ABCD".charAt((int) (serial % 4)));
    }

    /** A plate of current style whose age identifier (45 to 49, 95 to 99) is not due before 2045; serial below 24 million. Consonants only, so that no word appears. */
    static String plate(long serial) {
        long rest = serial;
        StringBuilder letters = new StringBuilder(7);
        for (int i = 0; i < 5; i++) {
            letters.append(PLATE_LETTERS.charAt((int) (rest % PLATE_LETTERS.length())));
            rest /= PLATE_LETTERS.length();
        }
        long age = rest % 10;
        return letters.insert(2, age < 5 ? 45 + age : 90 + age).toString();
    }
}
