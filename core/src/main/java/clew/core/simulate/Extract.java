package clew.core.simulate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One file of one agency, written row by row in its layout, with the truth of each row's records beside. Not thread-safe. */
final class Extract implements Closeable {

    private final String agency;
    private final Layout layout;
    private final Opening opening;
    private final Truth truth;
    private @Nullable Writer writer;
    private long rows;

    /** Opens the file when there is something to write: an agency with nothing to say sends no file. */
    interface Opening {
        OutputStream open() throws IOException;
    }

    Extract(String agency, Layout layout, Opening opening, Truth truth) {
        this.agency = agency;
        this.layout = layout;
        this.opening = opening;
        this.truth = truth;
    }

    private Writer begun() throws IOException {
        Writer begun = writer;
        if (begun == null) {
            begun = new BufferedWriter(new OutputStreamWriter(opening.open(), layout.charset()), 8_192);
            writer = begun;
            begun.write(beginning());
        }
        return begun;
    }

    private String beginning() {
        String mark = layout.byteOrderMark() ? "\uFEFF" : "";
        if (layout.jsonLines()) {
            return mark;
        }
        String delimiter = String.valueOf(layout.delimiter());
        return mark + layout.columns().stream().map(Layout.Column::header).collect(Collectors.joining(delimiter))
                + "\r\n";
    }

    Layout layout() {
        return layout;
    }

    long rows() {
        return rows;
    }

    void write(Row row) {
        write(layout.jsonLines() ? json(row) : csv(row));
        rows++;
        for (Layout.Subject subject : layout.subjects()) {
            Object is = row.get(subject.of() + ".truth");
            if (is != null) {
                truth.record(
                        agency, layout.system(), subject.shape(), subject.role(), key(subject, row), is.toString());
            }
        }
    }

    private String key(Layout.Subject subject, Row row) {
        return subject.key().stream()
                .map(name -> layout.text(name, row.get(name)))
                .collect(Collectors.joining("|"));
    }

    private String csv(Row row) {
        StringBuilder line = new StringBuilder(200);
        for (Layout.Column column : layout.columns()) {
            if (line.length() > 0 || column != layout.columns().get(0)) {
                line.append(layout.delimiter());
            }
            Delimited.append(line, layout.text(column.value(), row.get(column.value())), layout.delimiter());
        }
        return line.append("\r\n").toString();
    }

    private String json(Row row) {
        StringBuilder line = new StringBuilder(300).append('{');
        for (Layout.Column column : layout.columns()) {
            String value = layout.text(column.value(), row.get(column.value()));
            if (!value.isEmpty()) {
                line.append(line.length() > 1 ? "," : "")
                        .append('"')
                        .append(column.header())
                        .append("\":\"");
                line.append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
            }
        }
        return line.append("}\n").toString();
    }

    private void write(String text) {
        try {
            begun().write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
