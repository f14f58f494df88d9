package clew.core.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Given, family and other names of every record. Where a record has a full name only, its first word is taken for the given name and its last for the family name;
 * what a full name holds beyond them are other names.
 */
final class NameReading {
    private static final int NOT_YET = -1;
    private static final List<Kind> KINDS =
            List.of(Kind.GIVEN_NAME, Kind.FAMILY_NAME, Kind.MIDDLE_NAME, Kind.FULL_NAME);
    private final Columns columns;
    private final Columns.Values given;
    private final Columns.Values family;
    private final Columns.Values middle;
    private final Columns.Values full;
    /** By code of the full name: "Smith, John" is "john smith". */
    private final String[] inOrder;

    private NameReading(Columns columns) {
        this.columns = columns;
        given = columns.first(Kind.GIVEN_NAME, Normalising::name);
        family = columns.first(Kind.FAMILY_NAME, Normalising::name);
        middle = columns.first(Kind.MIDDLE_NAME, Normalising::name);
        full = columns.first(Kind.FULL_NAME, Normalising::name);
        inOrder = columns.first(Kind.FULL_NAME, Normalising::nameInOrder).texts();
    }

    /** The names, or null when no column holds any. */
    static @Nullable Names of(Columns columns) {
        return KINDS.stream().anyMatch(columns::has) ? new NameReading(columns).read() : null;
    }

    /** How many texts there are to deal with. */
    static long texts(Columns columns) {
        return KINDS.stream()
                .flatMap(kind -> columns.of(kind).stream())
                .mapToLong(columns::texts)
                .sum();
    }

    private Names read() {
        Dictionary dictionary = new Dictionary();
        int[] givenCodes = numbers(dictionary, given, NameReading::firstWord);
        int[] familyCodes = numbers(dictionary, family, NameReading::lastWord);
        Dictionary otherTexts = new Dictionary();
        int[] otherCodes = others(otherTexts);
        int[][] words = new int[otherTexts.size()][];
        for (int code = 0; code < words.length; code++) {
            words[code] = Names.wordsOf(otherTexts.text(code), dictionary);
        }
        dictionary.freeze();
        otherTexts.freeze();
        return new Names(
                Field.of("given name", columns.namesOf(Kind.GIVEN_NAME, Kind.FULL_NAME), dictionary, givenCodes),
                Field.of("family name", columns.namesOf(Kind.FAMILY_NAME, Kind.FULL_NAME), dictionary, familyCodes),
                Field.of("other names", columns.namesOf(Kind.MIDDLE_NAME, Kind.FULL_NAME), otherTexts, otherCodes),
                words,
                Nicknames.shipped());
    }

    /** Numbers of a name, in the order of the first record that has it; of records with a full name only, of a part of that. */
    private int[] numbers(Dictionary dictionary, Columns.Values names, UnaryOperator<String> part) {
        int[] known = unknown(names.texts().length);
        int[] knownParts = unknown(inOrder.length);
        int[] codes = new int[columns.rows()];
        for (int row = 0; row < codes.length; row++) {
            boolean fullOnly = isFullOnly(row);
            int[] numbers = fullOnly ? knownParts : known;
            int code = fullOnly ? full.code(row) : names.code(row);
            if (numbers[code] == NOT_YET) {
                numbers[code] = dictionary.number(fullOnly ? part.apply(inOrder[code]) : names.texts()[code]);
            }
            codes[row] = numbers[code];
        }
        return codes;
    }

    private static int[] unknown(int size) {
        int[] numbers = new int[size];
        Arrays.fill(numbers, NOT_YET);
        return numbers;
    }

    private boolean isFullOnly(int row) {
        return !inOrder[full.code(row)].isEmpty()
                && given.text(row).isEmpty()
                && family.text(row).isEmpty();
    }

    private int[] others(Dictionary dictionary) {
        int[] codes = new int[columns.rows()];
        for (int row = 0; row < codes.length; row++) {
            if (full.code(row) != 0 || middle.code(row) != 0) {
                codes[row] = dictionary.number(others(row));
            }
        }
        return codes;
    }

    private String others(int row) {
        boolean fullOnly = isFullOnly(row);
        String whole = fullOnly ? inOrder[full.code(row)] : full.text(row);
        String rest = whole.isEmpty()
                ? ""
                : Names.without(
                        whole,
                        fullOnly ? firstWord(whole) : given.text(row),
                        fullOnly ? lastWord(whole) : family.text(row),
                        middle.text(row));
        return (middle.text(row) + " " + Titles.droppedAmongOthers(rest)).strip();
    }

    private static String firstWord(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    /** The last word of several; nothing when there is only one. */
    private static String lastWord(String name) {
        int space = name.lastIndexOf(' ');
        return space < 0 ? "" : name.substring(space + 1);
    }
}
