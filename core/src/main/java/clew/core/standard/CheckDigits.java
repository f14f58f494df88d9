package clew.core.standard;

/** The arithmetic of check digits and letters. */
final class CheckDigits {
    /** Letters of police identifiers, by remainder modulus 23: no I, O or S, and Z stands first. */
    private static final String POLICE_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

    private static final int LAST_SHORT_YEAR_OF_THIS_CENTURY = 49;

    private CheckDigits() {}

    static boolean allDigits(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Sum of digits times weight; the weight starts at {@code weight} and changes by {@code step}. */
    static int weighted(String text, int from, int to, int weight, int step) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += (text.charAt(i) - '0') * (weight + step * (i - from));
        }
        return sum;
    }

    /** The check letter of a number of up to 18 digits. */
    static char policeLetter(String digits) {
        return POLICE_LETTERS.charAt((int) (Long.parseLong(digits) % 23));
    }

    static boolean isLuhn(String digits) {
        int last = digits.length() - 1;
        return luhnDigit(digits.substring(0, last)) == digits.charAt(last);
    }

    /** The digit that, put behind, makes the sum divisible by ten when every second digit from the right is doubled. */
    static char luhnDigit(String digits) {
        int sum = 0;
        boolean twice = true;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int value = twice ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    static String padded(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    static String fullYear(String year) {
        if (year.length() == 4) {
            return year;
        }
        return (Integer.parseInt(year) <= LAST_SHORT_YEAR_OF_THIS_CENTURY ? "20" : "19") + year;
    }
}
