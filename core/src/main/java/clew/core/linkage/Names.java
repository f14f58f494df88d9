package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names of every record: given, family, and all others. Given and family names share one dictionary, so that they can be compared with each other. */
final class Names {
    private static final int[] NONE = {};
    private final Field given;
    private final Field family;
    private final Field others;
    /** By value of {@link #others}: numbers of its words in the dictionary of names. */
    private final int[][] words;

    private final int[][] formsOf;
    private final Nicknames nicknames;

    Names(Field given, Field family, Field others, int[][] words, Nicknames nicknames) {
        this.given = given;
        this.family = family;
        this.others = others;
        this.words = words;
        this.nicknames = nicknames;
        formsOf = new int[given.dictionary().size()][];
        for (int code = 0; code < formsOf.length; code++) {
            formsOf[code] = nicknames.familiesOf(given.dictionary().text(code));
        }
    }

    private Names(Names names, int[] cells, int width) {
        given = names.given.movedTo(cells, width, 0);
        family = names.family.movedTo(cells, width, 1);
        others = names.others.movedTo(cells, width, 2);
        words = names.words;
        formsOf = names.formsOf;
        nicknames = names.nicknames;
    }

    /** The same names with their codes in the first three places of these cells. */
    Names movedTo(int[] cells, int width) {
        return new Names(this, cells, width);
    }

    Field given() {
        return given;
    }

    Field family() {
        return family;
    }

    Field others() {
        return others;
    }

    Dictionary dictionary() {
        return given.dictionary();
    }

    /** A key that most forms of one name share. */
    String formKey(String name) {
        return nicknames.keyOf(name);
    }

    boolean areForms(int a, int b) {
        return Nicknames.overlap(formsOf[a], formsOf[b]);
    }

    /** One bit for each family of forms that a name belongs to, each bit shared by some families; forms of one name have one in common. */
    long formBits(int name) {
        long bits = 0;
        for (int family : formsOf[name]) {
            bits |= 1L << family;
        }
        return bits;
    }

    /** Whether one is an initial or the beginning of the other, or of its first word. */
    boolean isShortForm(int a, int b) {
        return dictionary().length(a) <= dictionary().length(b)
                ? dictionary().isPrefix(a, b)
                : dictionary().isPrefix(b, a);
    }

    boolean hasOther(int other, int name) {
        return name != 0 && Likeness.contains(words[other], name);
    }

    boolean sharesOther(int a, int b) {
        for (int word : words[a]) {
            if (Likeness.contains(words[b], word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one holds a single letter with which a word of the other begins. */
    boolean initialAgrees(int a, int b) {
        return hasInitialOf(words[a], words[b]) || hasInitialOf(words[b], words[a]);
    }

    private boolean hasInitialOf(int[] initials, int[] whole) {
        for (int initial : initials) {
            for (int word : whole) {
                if (dictionary().length(initial) == 1 && dictionary().isPrefix(initial, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The words of {@code all} without one occurrence of each word of {@code used}, in their order. */
    static String without(String all, String... used) {
        List<String> words = new ArrayList<>(Arrays.asList(all.split(" ")));
        for (String name : used) {
            for (String word : name.split(" ")) {
                words.remove(word);
            }
        }
        return String.join(" ", words);
    }

    static int[] wordsOf(String text, Dictionary dictionary) {
        return text.isEmpty()
                ? NONE
                : Arrays.stream(text.split(" ")).mapToInt(dictionary::number).toArray();
    }
}
