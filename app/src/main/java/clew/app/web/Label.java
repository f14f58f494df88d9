package clew.app.web;

import java.util.List;

/**
 * Words in a picture that the server draws, in as much room as there is. The server knows no font: a letter counts as wide as in the widest of the common fonts without serifs
 * (DejaVu Sans), so that words fit in Arial as well.
 */
final class Label {
    private static final String NARROW = "fijlrtI .,:;'’|!-/()[]";
    private static final String WIDEST = "MWmw@%&+—…";

    private Label() {}

    /** How wide at the most, in the units of its size. */
    static double width(String words, double size) {
        return size * words.chars().mapToDouble(Label::em).sum();
    }

    private static double em(int letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 0.42;
        }
        if (WIDEST.indexOf(letter) >= 0 || letter > 0x24F) {
            return 1;
        }
        return Character.isUpperCase(letter) ? 0.79 : 0.65;
    }

    /** As much of it as there is room for, with an ellipsis where something is left out. */
    static String cut(String words, double room, double size) {
        if (width(words, size) <= room) {
            return words;
        }
        int length = words.length();
        while (length > 1 && width(words.substring(0, length).strip() + "…", size) > room) {
            length--;
        }
        return words.substring(0, length).strip() + "…";
    }

    /** On one line where there is room, else on two, parted after a space or a hyphen where they are most alike; each cut to the room. */
    static List<String> lines(String words, double room, double size) {
        List<String> lines = List.of(words);
        if (width(words, size) > room) {
            for (int at = 1; at < words.length(); at++) {
                boolean mayPart = words.charAt(at - 1) == ' ' || words.charAt(at - 1) == '-';
                List<String> two = List.of(words.substring(0, at).strip(), words.substring(at));
                if (mayPart && longest(two, size) < longest(lines, size)) {
                    lines = two;
                }
            }
        }
        return lines.stream().map(line -> cut(line, room, size)).toList();
    }

    private static double longest(List<String> lines, double size) {
        return lines.stream().mapToDouble(line -> width(line, size)).max().orElse(0);
    }
}
