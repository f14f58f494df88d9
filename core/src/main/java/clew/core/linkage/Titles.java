package clew.core.linkage;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Forms of address that are no part of a name: left out, so that all baronets are not one person. */
final class Titles {
    private static final Set<String> ALWAYS = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "mstr",
            "dr",
            "prof",
            "professor",
            "rev",
            "revd",
            "reverend",
            "sir",
            "bart",
            "baronet",
            "bt",
            "esq",
            "esquire",
            "hon",
            "rt",
            "phd",
            "obe",
            "mbe",
            "cbe",
            "qc",
            "kc",
            "jr",
            "jnr",
            "snr",
            "1st",
            "2nd",
            "3rd",
            "4th",
            "5th",
            "6th",
            "7th",
            "8th",
            "9th",
            "10th",
            "11th",
            "12th",
            "13th");

    /** Surnames too, so left out of other names only. */
    private static final Set<String> AMONG_OTHERS = Set.of(
            "lord",
            "lady",
            "dame",
            "baron",
            "baroness",
            "viscount",
            "viscountess",
            "earl",
            "count",
            "countess",
            "duke",
            "duchess",
            "marquess",
            "capt",
            "captain",
            "of",
            "the",
            "and",
            "de",
            "la",
            "von",
            "van",
            "der",
            "du",
            "le");

    private Titles() {}

    /** A folded name without titles; empty when it was nothing else. */
    static String dropped(String words) {
        return words.isEmpty() ? words : without(words, ALWAYS);
    }

    static String droppedAmongOthers(String words) {
        return without(words, AMONG_OTHERS);
    }

    private static String without(String words, Set<String> titles) {
        if (words.indexOf(' ') < 0) {
            return titles.contains(words) ? "" : words;
        }
        return Arrays.stream(words.split(" "))
                .filter(word -> !titles.contains(word))
                .collect(Collectors.joining(" "));
    }
}
