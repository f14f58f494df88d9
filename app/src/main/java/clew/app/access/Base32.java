package clew.app.access;

/** Bytes as letters and digits that are hard to mistake for each other: RFC 4648 section 6, without padding. */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = held << Byte.SIZE | next & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(LETTERS.charAt(held >> bits & 0x1f));
            }
        }
        if (bits > 0) {
            text.append(LETTERS.charAt(held << BITS - bits & 0x1f));
        }
        return text.toString();
    }

    /** In groups of four, to be read and typed. */
    static String spaced(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
