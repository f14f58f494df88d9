package clew.app.intake.source;

/**
 * What a file may at most hold, so that no file takes the memory of the machine. Excel's own cell limit is 32,767 characters and its own
 * column limit 16,384.
 *
 * @param characters in one field, and in one row of JSON Lines
 * @param columns in one row
 * @param brokenRows that a quotation mark may break before the file is refused as no CSV at all
 * @param entryBytes of one inflated part of an XLSX file
 * @param sharedBytes of the inflated table of shared texts of an XLSX file, which is held in memory
 * @param ratio of inflated to deflated bytes of a part of an XLSX file above one megabyte
 */
public record Limits(int characters, int columns, int brokenRows, long entryBytes, long sharedBytes, int ratio) {

    /** The limits in force unless a test asks for smaller ones. */
    public static final Limits ORDINARY = new Limits(1_000_000, 4_096, 10_000, 8L << 30, 64L << 20, 100);

    public Limits {
        if (characters < 1 || columns < 1 || brokenRows < 0 || entryBytes < 1 || sharedBytes < 1 || ratio < 1)
            throw new IllegalArgumentException("expected limits above zero");
    }
}
