package clew.core.linkage;

import java.util.List;

/**
 * One normalised value a record: its number in a dictionary, 0 when missing, and how many records hold it.
 *
 * @param name in plain words
 * @param columns it was made from
 * @param dictionary of its values, perhaps shared with other fields
 * @param cells codes of all fields, those of one record side by side, so that one look at memory serves a whole comparison
 * @param width fields a record
 * @param place of this field among them
 * @param counts by value
 */
@SuppressWarnings("ArrayRecordComponent")
record Field(
        String name, List<String> columns, Dictionary dictionary, int[] cells, int width, int place, int[] counts) {

    /** A field whose codes stand alone. */
    static Field of(String name, List<String> columns, Dictionary dictionary, int[] codes) {
        int[] counts = new int[dictionary.size()];
        for (int code : codes) {
            counts[code]++;
        }
        return new Field(name, columns, dictionary, codes, 1, 0, counts);
    }

    /** The same field with its codes among those of others, where {@link #copy} puts them. */
    Field movedTo(int[] newCells, int newWidth, int newPlace) {
        return new Field(name, columns, dictionary, newCells, newWidth, newPlace, counts);
    }

    /** Copies the codes of some records among those of other fields. */
    void copy(int from, int to, int[] newCells, int newWidth, int newPlace) {
        int at = from * newWidth + newPlace;
        for (int row = from; row < to; row++) {
            newCells[at] = code(row);
            at += newWidth;
        }
    }

    /** Number of the record's value. */
    int code(int row) {
        return cells[row * width + place];
    }

    /** Number of records with a value. */
    int present() {
        return cells.length / width - counts[0];
    }

    /** How many records hold a value; words that only occur inside longer values count none. */
    int count(int code) {
        return code < counts.length ? counts[code] : 0;
    }
}
