package clew.core.simulate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Collectors;

/** One file of one agency, written row by row in its layout, with the truth of each row's records beside. Not thread-safe. */
final class Extract implements Closeable {

    private final String agency;
    private final Layout layout;
    private final Writer writer;
    private final Truth truth;
    private long rows;

    Extract(String agency, Layout layout, OutputStream out, Truth truth) {
        this.agency = agency;
        this.layout = layout;
        this.writer = new BufferedWriter(new OutputStreamWriter(out, layout.charset()), 8_192);
        this.truth = truth;
        begin();
    }

    private void begin() {
        if (layout.byteOrderMark()) {
            write("\uFEFF");
        }
        if (!layout.jsonLines()) {
            write(layout.columns().stream()
                    .map(Layout.Column::header)
                    .collect(Collectors.joining(String.valueOf(layout.delimiter()))));
            write("\r\n");
        }
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
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
