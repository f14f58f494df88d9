package clew.core.simulate;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;

/** Letters with marks, as systems keep or lose them. */
final class Fold {

    private Fold() {}

    /** The text in plain letters: Wójcik becomes Wojcik, Łukasz Lukasz. */
    static String plain(String text) {
        if (isAscii(text)) {
            return text;
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char letter = apart.charAt(i);
            if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                plain.append(base(letter));
            }
        }
        return plain.toString();
    }

    private static char base(char letter) {
        return switch (letter) {
            case 'ł' -> 'l';
            case 'Ł' -> 'L';
            case 'ı' -> 'i';
            default -> letter;
        };
    }

    /** The text as a system with this character set can hold it: what it cannot encode is written plain. */
    static String encodable(String text, Charset charset) {
        if (isAscii(text)) {
            return text;
        }
        CharsetEncoder encoder = charset.newEncoder();
        return encoder.canEncode(text) ? text : plain(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
