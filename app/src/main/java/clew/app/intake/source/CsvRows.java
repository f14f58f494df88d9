package clew.app.intake.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file (RFC 4180) with a header. A line whose quotation marks are broken is a broken row, and reading goes on at the line after
 * it, so that one stray mark does not swallow a file.
 */
final class CsvRows implements Rows {

    private final String file;
    private final Format format;
    private final Limits limits;
    private final Text text;
    private final DoubleSupplier portion;
    private final Columns columns;
    private final Body body;
    private Handler handler;
    private CloseableIterator<Fields> records;
    private long linesBefore; // of the file: lines ahead of where the parser was (re)started
    private long released; // of the file: lines that the text no longer keeps
    private int broken;

    CsvRows(String file, Reader in, Format format, Limits limits, DoubleSupplier portion) throws IOException {
        this.file = file;
        this.format = format;
        this.limits = limits;
        this.portion = portion;
        this.text = new Text(in);
        this.handler = new Handler(limits);
        this.records = parser();
        this.columns = new Columns(Header.checked(header(), file, format.delimiter()));
        this.body = new Body(columns);
    }

    private String[] header() throws IOException {
        try {
            if (!records.hasNext()) throw new UnreadableInput("a header and rows", "nothing", file, 0);
            Fields header = records.next();
            text.release(header.line - 1);
            released = header.line - 1;
            return header.values;
        } catch (CsvParseException e) {
            throw new UnreadableInput("a header of column names", cause(e), file, 1);
        }
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public double portionRead() {
        return portion.getAsDouble();
    }

    @Override
    public @Nullable Line next() throws IOException {
        try {
            if (!records.hasNext()) return null;
            return row(records.next());
        } catch (CsvParseException e) {
            return brokenLine(cause(e));
        } catch (UncheckedIOException e) {
            throw new UnreadableInput(
                    "the rest of the file", String.valueOf(e.getCause()), file, linesBefore + handler.beganAt());
        }
    }

    private Line row(Fields fields) throws IOException {
        long line = linesBefore + fields.line;
        text.release(line - 1 - released);
        released = line - 1;
        int width = columns.names().size();
        if (fields.values.length != width)
            return new BrokenRow(
                    line,
                    new Body(widened(fields.values.length)).of(fields.values),
                    width + " fields, as in the header",
                    fields.values.length + " fields");
        return new Row(line, body.of(fields.values), columns, fields.values);
    }

    private Columns widened(int width) {
        List<String> names = new ArrayList<>(columns.names());
        for (int i = names.size(); i < width; i++) names.add("clew_extra_" + (i + 1));
        return new Columns(names);
    }

    private BrokenRow brokenLine(String found) throws IOException {
        long line = linesBefore + handler.beganAt();
        text.release(line - 1 - released);
        String taken = text.takeLine(limits.characters());
        if (taken == null)
            throw new UnreadableInput(
                    "fields of at most %,d characters".formatted(limits.characters()), "a longer line", file, line);
        if (++broken > limits.brokenRows())
            throw new UnreadableInput(
                    "CSV with delimiter '%s'".formatted(format.delimiter()),
                    "more than %,d lines with broken quotation marks".formatted(limits.brokenRows()),
                    file,
                    line);
        released = line;
        linesBefore = line;
        handler = new Handler(limits);
        records = parser();
        return BrokenRow.of(line, taken, "a row of CSV", found);
    }

    private CloseableIterator<Fields> parser() {
        return CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .maxBufferSize(2 * limits.characters())
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, text)
                .iterator();
    }

    private static String cause(CsvParseException e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        String message = String.valueOf(cause.getMessage());
        return message.contains("buffer") ? "a field that is too long, or a quotation mark never closed" : message;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
    private record Fields(long line, String[] values) {}

    /** Collects the fields of one record, and remembers where it began even when it turns out to be broken. */
    private static final class Handler extends AbstractBaseCsvCallbackHandler<Fields> {

        private final Limits limits;
        private String[] fields = new String[32];
        private int count;

        Handler(Limits limits) {
            this.limits = limits;
        }

        long beganAt() {
            return getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long line) {
            count = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (length > limits.characters())
                throw new CsvParseException(
                        "a field of %,d characters, more than %,d".formatted(length, limits.characters()));
            if (index >= limits.columns())
                throw new CsvParseException("more than %,d fields".formatted(limits.columns()));
            if (index == fields.length) fields = Arrays.copyOf(fields, index * 2);
            fields[index] = new String(buffer, offset, length);
            count = index + 1;
        }

        @Override
        protected Fields buildRecord() {
            return new Fields(getStartingLineNumber(), Arrays.copyOf(fields, count));
        }
    }
}
