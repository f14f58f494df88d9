package clew.app.access;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table that leaves Clew: CSV (UTF-8 with its mark, so that spreadsheets read it right; lines end as RFC 4180 has them) or a workbook. Every cell is text
 * and none can be run as a formula: see {@link ExportCell}.
 *
 * @param name of the sheet, at most 31 letters
 * @param columns their headings
 * @param rows as many cells each as there are columns
 */
public record Spreadsheet(String name, List<String> columns, List<List<String>> rows) {

    /** A file's format. */
    public enum Format {
        CSV("csv", "text/csv;charset=UTF-8"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String ending;
        private final String type;

        Format(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        public String ending() {
            return ending;
        }

        public String type() {
            return type;
        }
    }

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public Spreadsheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "expected " + columns.size() + " cells in each row, found " + row.size());
            }
        }
    }

    /** The same with one more column that says the same in each row: the mark by which a stray file is traced. */
    public Spreadsheet with(String column, String value) {
        return new Spreadsheet(
                name,
                plus(columns, column),
                rows.stream().map(row -> plus(row, value)).toList());
    }

    public byte[] in(Format format) {
        return switch (format) {
            case CSV -> csv();
            case XLSX -> xlsx();
        };
    }

    private byte[] csv() {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(safe(columns));
            rows.forEach(row -> csv.writeRecord(safe(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] xlsx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Clew", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            write(sheet, 0, columns);
            sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
            for (int row = 0; row < rows.size(); row++) {
                write(sheet, row + 1, rows.get(row));
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, ExportCell.of(cells.get(column)));
        }
    }

    private static List<String> safe(List<String> cells) {
        return cells.stream().map(ExportCell::of).toList();
    }

    private static List<String> plus(List<String> list, String last) {
        return java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(last))
                .toList();
    }
}
