package clew.core.linkage.files;

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

/** The cells of one piece that a run needs, as UTF-8 bytes with their hashes; nothing is kept from one piece to the next. */
final class Cells extends AbstractBaseCsvCallbackHandler<Cells> {
    /** Larger pieces hold records of a size for which the reader has limits. */
    private static final int LARGEST_PLAIN = 64 << 20;

    /** Rows whose values are looked for together. */
    private static final int ROWS_AHEAD = 32;

    private final int width;
    /** By column of the file: whether it is needed. */
    private final boolean[] needed;

    private final int id;
    private final int cellsOfRow;
    private byte[] bytes = new byte[1 << 12];
    private int[] end = new int[1 << 8];
    private int[] hash = new int[1 << 8];
    private int cells;
    private int rows;
    private int fields;
    private boolean odd;
    /** Written only so that fetching is not left out as useless. */
    private int seen;

    Cells(Layout layout, int[] places) {
        width = layout.width();
        id = layout.id();
        needed = new boolean[width];
        needed[id] = true;
        if (layout.truth() >= 0) {
            needed[layout.truth()] = true;
        }
        Arrays.stream(places).filter(place -> place >= 0).forEach(place -> needed[place] = true);
        int count = 0;
        for (boolean one : needed) {
            count += one ? 1 : 0;
        }
        cellsOfRow = count;
    }

    /**
     * Takes in the records of a piece.
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
            return !odd && left == 0;
        } catch (IOException | CsvParseException | UncheckedIOException e) {
            return false;
        }
    }

    /**
     * Takes in records that need no decoding and no rules of quotes: letters of ASCII, no quotes, no empty lines, line feeds with or without a carriage return.
     *
     * @return whether that is what they are; if not, what was taken in means nothing
     */
    private boolean readPlain(byte[] piece, int size, int skipped) {
        if (bytes.length < size) {
            bytes = new byte[size];
        }
        int left = skipped;
        int at = 0;
        int sum = 0;
        int column = 0;
        int lineBegins = 0;
        boolean wanted = needed[0];
        for (int i = 0; i < size; i++) {
            byte b = piece[i];
            if (b > ',' || b == ' ') {
                if (wanted) {
                    bytes[at++] = b;
                    sum = sum * 31 + b;
                }
            } else if (b == ',') {
                endCell(wanted, column++, at, sum);
                wanted = column < width && needed[column];
                sum = 0;
            } else if (b == '\n' || b == '\r' && i + 1 < size && piece[i + 1] == '\n') {
                if (i == lineBegins) {
                    return false;
                }
                endCell(wanted, column, at, sum);
                at = endRow(column + 1, left > 0) ? at : 0;
                left = Math.max(0, left - 1);
                i += b == '\r' ? 1 : 0;
                lineBegins = i + 1;
                column = 0;
                wanted = needed[0];
                sum = 0;
            } else if (b < 0 || b == '"' || b == '\r') {
                return false;
            } else if (wanted) {
                bytes[at++] = b;
                sum = sum * 31 + b;
            }
        }
        if (lineBegins < size) {
            endCell(wanted, column, at, sum);
            endRow(column + 1, left > 0);
            left = Math.max(0, left - 1);
        }
        return left == 0;
    }

    private void endCell(boolean wanted, int column, int at, int sum) {
        if (!wanted) {
            return;
        }
        odd |= column == id && isBlank(start(cells), at);
        if (cells == end.length) {
            end = Arrays.copyOf(end, cells * 2);
            hash = Arrays.copyOf(hash, cells * 2);
        }
        end[cells] = at;
        hash[cells++] = TextColumn.hash(sum);
    }

    /** Ends a row, and says whether it is kept. */
    private boolean endRow(int found, boolean isSkipped) {
        if (isSkipped) {
            forgetRows();
            return false;
        }
        rows++;
        odd |= found != width;
        return true;
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
        cells = 0;
        rows = 0;
        odd = false;
    }

    int rows() {
        return rows;
    }

    /** Adds the ids of all rows. */
    void addIds(TextPool ids) {
        int place = cellOf(id);
        for (int cell = place; cell < cells; cell += cellsOfRow) {
            ids.add(bytes, start(cell), end[cell]);
        }
    }

    /** Adds the cells of one column of the file. */
    void add(int column, TextColumn values) {
        int ahead = ROWS_AHEAD * cellsOfRow;
        for (int from = cellOf(column); from < cells; from += ahead) {
            int to = Math.min(cells, from + ahead);
            seen = values.fetch(hash, from, to, cellsOfRow);
            for (int cell = from; cell < to; cell += cellsOfRow) {
                values.add(bytes, start(cell), end[cell], hash[cell]);
            }
        }
    }

    private int cellOf(int column) {
        int place = 0;
        for (int i = 0; i < column; i++) {
            place += needed[i] ? 1 : 0;
        }
        return place;
    }

    private int start(int cell) {
        return cell == 0 ? 0 : end[cell - 1];
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields = 0;
    }

    @Override
    protected void handleField(int field, char[] characters, int from, int length, boolean quoted) {
        fields++;
        if (field < width && needed[field]) {
            addCell(characters, from, length);
            odd |= field == id && isBlank(characters, from, length);
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

    private void addCell(char[] characters, int from, int length) {
        int start = start(cells);
        if (cells == end.length) {
            end = Arrays.copyOf(end, cells * 2);
            hash = Arrays.copyOf(hash, cells * 2);
        }
        if (bytes.length - start < length * 3L) {
            bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(start + length * 3L, bytes.length * 2L)));
        }
        int sum = 0;
        int at = start;
        for (int i = from; i < from + length; i++) {
            char c = characters[i];
            if (c >= 128) {
                addOther(new String(characters, from, length));
                return;
            }
            bytes[at++] = (byte) c;
            sum = sum * 31 + c;
        }
        end[cells] = at;
        hash[cells++] = TextColumn.hash(sum);
    }

    private void addOther(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int start = start(cells);
        System.arraycopy(utf8, 0, bytes, start, utf8.length);
        int sum = 0;
        for (byte b : utf8) {
            sum = sum * 31 + b;
        }
        end[cells] = start + utf8.length;
        hash[cells++] = TextColumn.hash(sum);
    }
}
