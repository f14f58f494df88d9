package clew.app.intake.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Rows of a JSON Lines file: one JSON object a line. A line that is none is a broken row. */
final class JsonLines implements Rows {

    private final String file;
    private final Text text;
    private final Limits limits;
    private final DoubleSupplier portion;
    private final JsonRow json;
    private @Nullable Line ahead;
    private Columns columns = new Columns(java.util.List.of());
    private long line;

    JsonLines(String file, Reader in, Limits limits, DoubleSupplier portion) throws IOException {
        this.file = file;
        this.text = new Text(new BufferedReader(in));
        this.limits = limits;
        this.portion = portion;
        this.json = new JsonRow(limits);
        this.ahead = read();
        if (ahead == null) throw new UnreadableInput("a JSON object on each line", "nothing", file, 0);
        if (ahead instanceof BrokenRow broken)
            throw new UnreadableInput("a JSON object on each line", broken.found(), file, broken.line());
        if (ahead instanceof Row row) columns = row.columns();
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
        Line now = ahead;
        ahead = now == null ? null : read();
        return now;
    }

    private @Nullable Line read() throws IOException {
        while (!text.atEnd()) {
            line++;
            String one = text.takeLine(limits.characters());
            if (one == null)
                throw new UnreadableInput(
                        "lines of at most %,d characters".formatted(limits.characters()), "a longer one", file, line);
            if (!one.isBlank()) return json.read(line, one);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
