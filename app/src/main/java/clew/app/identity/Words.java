package clew.app.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names as words for searching: lower case, without accents or apostrophes, cut at everything that is neither letter nor digit. */
final class Words {
    private Words() {}

    /** The words of a name in its order, such as {@code [siobhan, obrien, kelly]} for {@code Siobhán O'Brien-Kelly}. */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String plain =
                isLowerAscii(name) ? name : Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        plain.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                append(word, c);
            } else if (!isInsideWord(c) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isLowerAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80 && !(c >= 'A' && c <= 'Z'));
    }

    private static boolean isInsideWord(int c) {
        return c == '\''
                || c == '\u2019'
                || c == '\u2018'
                || c == '`'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    // Letters that Unicode does not take apart.
    private static void append(StringBuilder word, int c) {
        switch (c) {
            case 'ł' -> word.append('l');
            case 'ø' -> word.append('o');
            case 'đ', 'ð' -> word.append('d');
            case 'ħ' -> word.append('h');
            case 'ı' -> word.append('i');
            case 'ß' -> word.append("ss");
            case 'æ' -> word.append("ae");
            case 'œ' -> word.append("oe");
            case 'þ' -> word.append("th");
            default -> word.appendCodePoint(c);
        }
    }
}
