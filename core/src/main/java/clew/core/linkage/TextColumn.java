package clew.core.linkage;

import java.util.Arrays;

/** One text a row: each distinct text is held once and each row holds its number. Not thread-safe while growing; different columns may grow side by side. */
public final class TextColumn {
    private final Texts texts = new Texts();
    private int[] codes = new int[1 << 10];
    private int rows;

    /** Adds the value of the next row; empty when missing. */
    public void add(String text) {
        addCode(texts.number(text));
    }

    /**
     * Adds the value of the next row from bytes.
     *
     * @param utf8 holds it
     * @param from its first byte
     * @param to after its last byte
     * @param hash as given by {@link #hash} for the sum of its bytes
     */
    public void add(byte[] utf8, int from, int to, int hash) {
        addCode(from == to ? 0 : texts.number(utf8, from, to, hash));
    }

    /**
     * Fetches what adding some values will look at; what it gives back means nothing.
     *
     * @param hashes as given by {@link #hash}
     * @param from the first of them
     * @param to after the last
     * @param step from each to the next
     */
    public int fetch(int[] hashes, int from, int to, int step) {
        return texts.fetch(hashes, from, to, step);
    }

    /** The hash of a text, from the sum of its bytes: begun at 0, for each byte multiplied by 31 and added to. */
    public static int hash(int sum) {
        return Texts.scrambled(sum);
    }

    /** Adds empty values up to this number of rows. */
    public void fill(int upTo) {
        while (rows < upTo) {
            addCode(0);
        }
    }

    public int rows() {
        return rows;
    }

    /** How many rows have no value. Looks at every row once. */
    int missing() {
        int missing = 0;
        for (int row = 0; row < rows; row++) {
            missing += codes[row] == 0 ? 1 : 0;
        }
        return missing;
    }

    /** The number of a row's text, in the order of first use; 0 for the empty text. */
    public int code(int row) {
        return codes[row];
    }

    /** The value of a row. */
    public String text(int row) {
        return texts.text(codes[row]);
    }

    Texts texts() {
        return texts;
    }

    /** Gives back what only adding needs. */
    TextColumn frozen() {
        texts.freeze();
        codes = Arrays.copyOf(codes, rows);
        return this;
    }

    private void addCode(int code) {
        if (rows == codes.length) {
            codes = Arrays.copyOf(codes, rows + (rows >> 1));
        }
        codes[rows++] = code;
    }
}
