package clew.core.linkage.files;

import clew.core.linkage.EightBytes;
import clew.core.linkage.TextColumn;
import clew.core.linkage.TextPool;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the cells of one piece begin and end, as UTF-8 bytes: in the piece itself, or decoded and written once more where quotes or other letters than those of
 * ASCII ask for it. Nothing is kept from one piece to the next.
 */
final class Cells extends AbstractBaseCsvCallbackHandler<Cells> {
    /** Larger pieces hold records of a size for which the reader has limits. */
    private static final int LARGEST_PLAIN = 64 << 20;

    /** Instead of where a row ends, when it is not plain. */
    private static final int NOT_PLAIN = -1;

    /** Bytes below this one may mean something: commas, quotes, ends of lines. */
    private static final int AFTER_MARKS = ',' + 1;

    private final int width;
    /** By column of the file: whether it is needed. Cells that are not are empty when they had to be decoded. */
    private final boolean[] needed;

    private final int id;
    private byte[] decoded = {};
    private byte[] bytes = decoded;
    /** By row, where its first cell begins; every other begins one byte after the end of the one before. */
    private int[] begin = new int[1 << 8];
    /** Row by row, where each cell ends. */
    private int[] end;

    private int rows;
    private int fields;
    /** Where the next decoded cell goes. */
    private int at;

    private boolean odd;

    Cells(Layout layout, int[] places) {
        width = layout.width();
        end = new int[begin.length * width];
        id = layout.id();
        needed = new boolean[width];
        needed[id] = true;
        if (layout.truth() >= 0) {
            needed[layout.truth()] = true;
        }
        Arrays.stream(places).filter(place -> place >= 0).forEach(place -> needed[place] = true);
    }

    /**
     * Takes in the records of a piece, whose bytes must stay as they are until the cells were added.
     *
     * @param skipped how many of its records to leave out: 1 when it begins with the header
     * @return whether all of them are as they must be
     */
    boolean read(Piece piece, int skipped) {
        forgetRows();
        if (piece.end() <= LARGEST_PLAIN && readPlain(piece.bytes(), piece.end(), skipped)) {
            return !odd;
        }
        forgetRows();
        try (CsvReader<Cells> reader = SourceText.csv()
                .build(this, SourceText.characters(new ByteArrayInputStream(piece.bytes(), 0, piece.end())))) {
            int left = skipped;
            for (Cells row : reader) {
                if (left > 0) {
                    left--;
                    row.forgetRows();
                }
            }
            bytes = decoded;
            return !odd && left == 0;
        } catch (IOException | CsvParseException | UncheckedIOException e) {
            return false;
        }
    }

    /**
     * Takes in records that need no decoding and no rules of quotes: letters of ASCII, no quotes, no empty lines, line feeds with or without a carriage return. Stops
     * at the first that is odd.
     *
     * @return whether that is what they are; if not, what was taken in means nothing
     */
    private boolean readPlain(byte[] piece, int size, int skipped) {
        bytes = piece;
        int left = skipped;
        for (int from = 0; from < size && !odd; ) {
            from = rowEnd(from, size);
            if (from == NOT_PLAIN) {
                return false;
            }
            if (left > 0) {
                left--;
                forgetRows();
            }
        }
        return left == 0;
    }

    /** Takes in the row that begins at a byte of a plain piece, and gives the beginning of the next. */
    private int rowEnd(int from, int size) {
        int cell = beginRow(from);
        int last = cell + width - 1;
        for (int eight = from; eight < size; eight += Long.BYTES) {
            for (long marks = marks(eight, size); marks != 0; marks &= marks - 1) {
                int at = eight + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
                byte b = bytes[at];
                if (b == ',' && cell < last) {
                    end[cell++] = at;
                } else if (b == ',') {
                    odd = true;
                    return size;
                } else if (b == '\n') {
                    int stop = at > from && bytes[at - 1] == '\r' ? at - 1 : at;
                    return stop == from ? NOT_PLAIN : endRow(cell, stop, at + 1);
                } else if (b < 0 || b == '"' || b == '\r' && (at + 1 == size || bytes[at + 1] != '\n')) {
                    return NOT_PLAIN;
                }
            }
        }
        return endRow(cell, size, size);
    }

    /** The highest bit of each of eight bytes of a piece that may mean something. */
    private long marks(int from, int size) {
        int left = size - from;
        return left >= Long.BYTES
                ? EightBytes.belowOrForeign(EightBytes.at(bytes, from), AFTER_MARKS)
                : EightBytes.belowOrForeign(EightBytes.upTo(bytes, from, size), AFTER_MARKS)
                        & (1L << left * Byte.SIZE) - 1;
    }

    /** Makes room for a row, and gives the number of its first cell. */
    private int beginRow(int from) {
        if (rows == begin.length) {
            begin = Arrays.copyOf(begin, rows * 2);
            end = Arrays.copyOf(end, Math.multiplyExact(begin.length, width));
        }
        begin[rows] = from;
        return rows * width;
    }

    private int endRow(int cell, int stop, int next) {
        end[cell] = stop;
        odd |= cell != rows * width + width - 1 || isBlank(start(rows, id), end[rows * width + id]);
        rows++;
        return next;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private void forgetRows() {
        rows = 0;
        at = 0;
        odd = false;
    }

    int rows() {
        return rows;
    }

    /** Adds the ids of all rows. */
    void addIds(TextPool ids) {
        for (int row = 0; row < rows; row++) {
            ids.add(bytes, start(row, id), end[row * width + id]);
        }
    }

    /** Adds the cells of one column of the file. */
    void add(int column, TextColumn values) {
        int[] from = new int[TextColumn.TOGETHER];
        int[] to = new int[TextColumn.TOGETHER];
        for (int row = 0; row < rows; row += TextColumn.TOGETHER) {
            int some = Math.min(TextColumn.TOGETHER, rows - row);
            find(column, row, some, from, to);
            values.add(bytes, from, to, some);
        }
    }

    private void find(int column, int first, int some, int[] from, int[] to) {
        for (int i = 0; i < some; i++) {
            from[i] = start(first + i, column);
            to[i] = end[(first + i) * width + column];
        }
    }

    private int start(int row, int column) {
        return column == 0 ? begin[row] : end[row * width + column - 1] + 1;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields = 0;
        beginRow(at);
    }

    @Override
    protected void handleField(int field, char[] characters, int from, int length, boolean quoted) {
        fields++;
        if (field < width) {
            odd |= field == id && isBlank(characters, from, length);
            if (needed[field]) {
                decode(characters, from, length);
            }
            end[rows * width + field] = at++;
        }
    }

    @Override
    protected @Nullable Cells buildRecord() {
        rows++;
        odd |= fields != width;
        return this;
    }

    private static boolean isBlank(char[] characters, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (!Character.isWhitespace(characters[i])) {
                return false;
            }
        }
        return true;
    }

    private void decode(char[] characters, int from, int length) {
        if (decoded.length - at < length * 3L) {
            decoded = Arrays.copyOf(decoded, Math.toIntExact(Math.max(at + length * 3L, decoded.length * 2L)));
        }
        int start = at;
        for (int i = from; i < from + length; i++) {
            char c = characters[i];
            if (c >= 128) {
                byte[] utf8 = new String(characters, from, length).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(utf8, 0, decoded, start, utf8.length);
                at = start + utf8.length;
                return;
            }
            decoded[at++] = (byte) c;
        }
    }
}
