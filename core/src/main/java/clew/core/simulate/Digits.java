package clew.core.simulate;

/** Numbers with leading noughts, without the cost of a format string: a region writes tens of millions. */
final class Digits {

    private Digits() {}

    /** At least {@code width} digits. Number 0 or more. */
    static String padded(long number, int width) {
        String digits = Long.toString(number);
        return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
    }

    /** Exactly 16 hexadecimal digits. */
    static String hex(long number) {
        String digits = Long.toHexString(number);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
