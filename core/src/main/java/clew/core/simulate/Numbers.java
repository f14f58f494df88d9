package clew.core.simulate;

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
        String nine = "999" + Digits.padded(serial, 6);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (nine.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? null : nine + check;
    }

    /** Unique pupil number; authority 0 to 99 becomes the unused codes 100 to 199; serial below 1 000 000 000 fills school, year and number. */
    static String upn(int authority, long serial) {
        String digits = (100 + authority % 100) + Digits.padded(serial % 1_000_000_000L, 9);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (i + 2) * (digits.charAt(i) - '0');
        }
        return UPN_LETTERS.charAt(sum % 23) + digits;
    }

    /** PNC id {@code YYYY/NNNNNNNL} with serials from 9 000 000, which no year reaches; null past a million. */
    static @Nullable String pnc(int year, long serial) {
        if (serial >= 1_000_000) {
            return null;
        }
        long number = 9_000_000 + serial;
        char check = PNC_LETTERS.charAt((int) ((year % 100 * 10_000_000L + number) % 23));
        return year + "/" + number + check;
    }

    /** CRO number {@code NNNNNN/YYL}, with serials from 900 000; null past a hundred thousand. */
    static @Nullable String cro(int year, long serial) {
        if (serial >= 100_000) {
            return null;
        }
        long number = 900_000 + serial;
        char check = PNC_LETTERS.charAt((int) ((year % 100 * 1_000_000L + number) % 23));
        return number + "/" + Digits.padded(year % 100, 2) + check;
    }

    /** National Insurance number with prefix QQ, or null past the four million there are. */
    static @Nullable String nino(long serial) {
        return serial >= 4_000_000 ? null : "QQ" + Digits.padded(serial / 4, 6) + "ABCD".charAt((int) (serial % 4));
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
