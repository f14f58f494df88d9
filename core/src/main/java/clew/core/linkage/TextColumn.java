package clew.core.linkage;

import java.util.Arrays;

/** One text a row: each distinct text is held once and each row holds its number. Not thread-safe while growing; different columns may grow side by side. */
public final class TextColumn {
    /** So many values are added together at most. */
    public static final int TOGETHER = Texts.TOGETHER;

    /** One place in so many may stay unused. */
    private static final int SLACK = 16;

    private static final double FEWER = 0.9;

    private final Texts texts = new Texts();
    private int[] codes = new int[1 << 10];
    private int rows;

    /** Adds the value of the next row; empty when missing. */
    public void add(String text) {
        addCode(texts.number(text));
    }

    /**
     * Adds the values of the next rows from bytes.
     *
     * @param utf8 holds them
     * @param from the first byte of each
     * @param to after the last byte of each
     * @param size how many there are, at most {@link #TOGETHER}
     */
    public void add(byte[] utf8, int[] from, int[] to, int size) {
        makeRoom(size);
        texts.number(utf8, from, to, size, codes, rows);
        rows += size;
    }

    /** Adds empty values up to this number of rows. */
    public void fill(int upTo) {
        while (rows < upTo) {
            addCode(0);
        }
    }

    /**
     * Makes room for rows that are likely to come, and where most rows have a text of their own, for these: a little less than so far for each row, since the more
     * texts there are, the fewer are new.
     *
     * @param inAll how many rows in the end; more or fewer may come
     */
    public void expect(int inAll) {
        codes = inAll > codes.length ? Arrays.copyOf(codes, inAll) : codes;
        if (rows > 0 && texts.size() * 2L > rows) {
            double times = FEWER * inAll / rows;
            texts.expect((int) (texts.size() * times), (long) (texts.pool().bytes() * times));
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
        codes = codes.length - rows > rows / SLACK ? Arrays.copyOf(codes, rows) : codes;
        return this;
    }

    private void addCode(int code) {
        makeRoom(1);
        codes[rows++] = code;
    }

    private void makeRoom(int more) {
        if (codes.length - rows < more) {
            codes = Arrays.copyOf(codes, rows + more + (rows >> 1));
        }
    }
}
