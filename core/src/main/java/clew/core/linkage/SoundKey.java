package clew.core.linkage;

/** A rough key of how a folded name sounds, for blocking: first sound, then up to four groups of consonants, vowels left out; after Soundex, with common English openings mended. */
final class SoundKey {
    private static final String GROUPS = "01230120022455012623010202"; // b=1 c=2 d=3 ... as in Soundex, letters a to z
    private static final int LENGTH = 5;

    private SoundKey() {}

    /** The key, or the empty text for a name without a Latin letter (then the name itself has to serve). */
    static String of(String name) {
        String word = opening(name.replace(" ", ""));
        StringBuilder key = new StringBuilder();
        char last = 0;
        for (int i = 0; i < word.length() && key.length() < LENGTH; i++) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                continue;
            }
            char group = GROUPS.charAt(c - 'a');
            if (key.length() == 0) {
                key.append(first(c));
            } else if (group != '0' && group != last) {
                key.append(group);
            }
            if (c != 'h' && c != 'w') {
                last = group;
            }
        }
        return key.toString();
    }

    private static String opening(String word) {
        if (word.startsWith("kn") || word.startsWith("gn") || word.startsWith("pn") || word.startsWith("wr")) {
            return word.substring(1);
        }
        if (word.startsWith("mac")) {
            return "mc" + word.substring(3);
        }
        return word.startsWith("ph") ? "f" + word.substring(2) : word;
    }

    private static char first(char c) {
        return switch (c) {
            case 'c', 'q' -> 'k';
            case 'j' -> 'g';
            case 'z' -> 's';
            case 'y', 'e' -> 'i';
            case 'v' -> 'w';
            default -> c;
        };
    }
}
