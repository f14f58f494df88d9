package clew.app.intake.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one sheet of a workbook; its first row that is not blank is the header. Dates are written as {@code 2026-04-03} or {@code
 * 2026-04-03T14:30}, numbers plainly without exponent, truth as {@code true} or {@code false}.
 */
final class XlsxRows implements Rows {

    private final String file;
    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final Columns columns;
    private final Body body;
    private long line;

    XlsxRows(Path path, String file, Format format, Limits limits) throws IOException {
        this.file = file;
        try {
            workbook = new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
        try {
            stream = sheet(format).openStream();
            rows = stream.iterator();
            columns = header(limits);
            body = new Body(columns);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e instanceof UnreadableInput known ? known : unreadable(e);
        }
    }

    private Sheet sheet(Format format) throws UnreadableInput {
        String wanted = format.sheet();
        Optional<Sheet> sheet = wanted == null ? workbook.getSheets().findFirst() : workbook.findSheet(wanted);
        if (sheet.isPresent()) return sheet.get();
        String there = workbook.getSheets().map(Sheet::getName).collect(Collectors.joining(", "));
        throw new UnreadableInput("a sheet named " + wanted, "sheets: " + there, file, 0);
    }

    private Columns header(Limits limits) throws IOException {
        String[] header = nextFilled();
        if (header == null) throw new UnreadableInput("a header and rows", "an empty sheet", file, 0);
        int width = header.length;
        while (width > 0 && header[width - 1].isBlank()) width--;
        if (width > limits.columns())
            throw new UnreadableInput(
                    "at most %,d columns".formatted(limits.columns()), width + " columns", file, line);
        return new Columns(Header.checked(Arrays.copyOf(header, width), file, ','));
    }

    @Override
    public Columns columns() {
        return columns;
    }

    /** Not known of a sheet until its end: half. */
    @Override
    public double portionRead() {
        return 0.5;
    }

    @Override
    public @Nullable Line next() throws IOException {
        String[] values = nextFilled();
        if (values == null) return null;
        int width = columns.names().size();
        int filled = values.length;
        while (filled > 0 && values[filled - 1].isEmpty()) filled--;
        if (filled > width)
            return BrokenRow.of(
                    line, String.join(" | ", values), width + " cells, as in the header", filled + " cells");
        String[] padded = new String[width];
        for (int i = 0; i < width; i++) padded[i] = i < values.length ? values[i] : "";
        return new Row(line, body.of(padded), columns, padded);
    }

    private String @Nullable [] nextFilled() throws IOException {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = rows.next();
                line = row.getRowNum();
                String[] values = values(row);
                if (Arrays.stream(values).anyMatch(value -> !value.isBlank())) return values;
            }
            return null;
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static String[] values(org.dhatim.fastexcel.reader.Row row) {
        List<String> values = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) values.add(text(row.getCell(i)));
        return values.toArray(String[]::new);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getValue() == null) return "";
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case BOOLEAN -> cell.getRawValue().equals("1") ? "true" : "false";
            case FORMULA -> cell.getText();
            default -> cell.getValue().toString();
        };
    }

    private static String number(Cell cell) {
        if (isDate(cell.getDataFormatString())) {
            LocalDateTime date = cell.asDate();
            boolean midnight = date.toLocalTime().toSecondOfDay() == 0;
            return midnight ? date.toLocalDate().toString() : date.withNano(0).toString();
        }
        BigDecimal number = cell.asNumber();
        if (Math.abs((long) number.scale()) > 400)
            return cell.getRawValue(); // no number of a workbook; plainly written it would fill the memory
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(@Nullable String format) {
        if (format == null) return false;
        String bare = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return bare.contains("yy") || bare.contains("dd") || bare.contains("d/m") || bare.contains("d-m");
    }

    private UnreadableInput unreadable(Exception e) {
        if (e instanceof UnreadableInput known) return known;
        String found = e instanceof ExcelReaderException || e instanceof IOException
                ? String.valueOf(e.getMessage())
                : "one with a damaged part";
        return new UnreadableInput("a workbook (.xlsx)", found, file, line);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
