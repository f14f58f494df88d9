package clew.core.linkage;

import java.util.List;

/**
 * One normalised value a record: its number in a dictionary, 0 when missing, and how many records hold it.
 *
 * @param name in plain words
 * @param columns it was made from
 * @param dictionary of its values, perhaps shared with other fields
 * @param codes by record
 * @param counts by value
 */
record Field(String name, List<String> columns, Dictionary dictionary, int[] codes, int[] counts) {

    static Field of(String name, List<String> columns, Dictionary dictionary, int[] codes) {
        int[] counts = new int[dictionary.size()];
        for (int code : codes) {
            counts[code]++;
        }
        return new Field(name, columns, dictionary, codes, counts);
    }

    /** Number of records with a value. */
    int present() {
        return codes.length - counts[0];
    }

    /** How many records hold a value; words that only occur inside longer values count none. */
    int count(int code) {
        return code < counts.length ? counts[code] : 0;
    }
}
