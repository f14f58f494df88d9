package clew.app.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Limits SMALL = new Limits(1_000, 50, 3, 1 << 20, 1 << 16, 100);

    @TempDir
    Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path csv(String text) throws IOException {
        return file("a.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Format in(Charset charset) {
        return new Format(charset, ',', null);
    }

    private static List<Line> read(Path file, Format format, Limits limits) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Rows rows = SourceFile.check(file, format, limits).open()) {
            for (Line line = rows.next(); line != null; line = rows.next()) lines.add(line);
        }
        return lines;
    }

    private static List<Line> read(Path file) throws IOException {
        return read(file, Format.ORDINARY, Limits.ORDINARY);
    }

    private static String words(Line line) {
        return switch (line) {
            case Row row -> row.line() + Arrays.toString(row.values());
            case BrokenRow broken -> broken.line() + "!" + broken.expected() + ", found " + broken.found();
        };
    }

    private static void refused(Path file, Format format, Limits limits, String message) {
        assertThatThrownBy(() -> read(file, format, limits))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining(message);
    }

    private static void refused(Path file, String message) {
        refused(file, Format.ORDINARY, SMALL, message);
    }

    @Test
    void rowsCarryTheirLineEvenBehindQuotedLineEndsAndBlankLines() throws IOException {
        assertThat(read(csv("A,B\n1,\"x\ny\"\n\n\r\n2,z\r\n3,\"a \"\"b\"\"\"")))
                .extracting(ReadersTest::words)
                .containsExactly("2[1, x\ny]", "6[2, z]", "7[3, a \"b\"]");
    }

    @Test
    void theBodyIsAJsonObjectOfTheSendersColumnsThatReadsBackAsTheSameRow() throws IOException {
        Line line = read(csv("A b,\"C\"\"d\"\n\" x\t\",\"\\ \u0001 é\"\n")).getFirst();
        assertThat(line.body()).isEqualTo("{\"A b\":\" x\\t\",\"C\\\"d\":\"\\\\ \\u0001 é\"}");
        Row again = (Row) new JsonRow(Limits.ORDINARY).read(2, line.body());
        assertThat(again.columns().names()).isEqualTo(((Row) line).columns().names());
        assertThat(again.values()).isEqualTo(((Row) line).values());
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,",
        "UTF-8,UTF-8",
        "UTF-16,",
        "UTF-16,UTF-16",
        "windows-1252,windows-1252",
        "ISO-8859-1,ISO-8859-1"
    })
    void everyEncodingThatIsDeclaredOrMarkedIsRead(String written, String declared) throws IOException {
        Path file = file("a.csv", "A,B\nZoë,Ü\n".getBytes(Charset.forName(written)));
        Format format = declared == null ? Format.ORDINARY : in(Charset.forName(declared));
        assertThat(read(file, format, Limits.ORDINARY))
                .extracting(ReadersTest::words)
                .containsExactly("2[Zoë, Ü]");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        assertThat(read(csv("\ufeffA,B\n1,2\n")).getFirst().body()).isEqualTo("{\"A\":\"1\",\"B\":\"2\"}");
    }

    @Test
    void aWrongEncodingIsFoundWithItsLine() throws IOException {
        Path west = file("west.csv", "A,B\n1,2\nZoë,x\n".getBytes(WINDOWS));
        refused(
                west,
                "expected text in UTF-8, found bytes that are none (declare another encoding as format: encoding), in west.csv:3");
        Path utf8 = file("utf8.csv", "A,B\nZoë,x\n".getBytes(StandardCharsets.UTF_8));
        refused(utf8, in(WINDOWS), SMALL, "expected windows-1252, as the mapping declares, found UTF-8");
        Path marked = file("marked.csv", "\ufeffA,B\n".getBytes(StandardCharsets.UTF_8));
        refused(marked, in(WINDOWS), SMALL, "found the byte-order mark of UTF-8");
        Path unmarked = file("unmarked.csv", "A,B\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
        refused(
                unmarked,
                "found a NUL character (binary data, or UTF-16 without a byte-order mark), in unmarked.csv:1");
        Path half = file("half.csv", new byte[] {'A', '\n', (byte) 0xC3});
        refused(half, "in half.csv:2");
    }

    @Test
    void aRaggedRowIsBrokenAndTheNextIsRead() throws IOException {
        assertThat(read(csv("A,B\n1\n1,2,3\n4,5\n")))
                .extracting(ReadersTest::words)
                .containsExactly(
                        "2!2 fields, as in the header, found 1 fields",
                        "3!2 fields, as in the header, found 3 fields",
                        "4[4, 5]");
        assertThat(read(csv("A,B\n1,2,3\n")).getFirst().body())
                .isEqualTo("{\"A\":\"1\",\"B\":\"2\",\"clew_extra_3\":\"3\"}");
    }

    @Test
    void aStrayQuotationMarkBreaksItsOwnLineOnly() throws IOException {
        List<Line> lines = read(csv("A,B\n1,2\n\"x\"y,2\r\n3,\"open\n4,5\n6,7\n"));
        assertThat(lines).extracting(Line::line).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(lines).extracting(line -> line instanceof Row).containsExactly(true, false, false, true, true);
        assertThat(lines.get(2).body()).isEqualTo("{\"clew_as_received\":\"3,\\\"open\"}");
    }

    @Test
    void moreBrokenQuotationMarksThanAnyFileHasMeanThatItIsNoCsv() throws IOException {
        refused(csv("A,B\n" + "\"x\"y,2\n".repeat(5)), "more than 3 lines with broken quotation marks, in a.csv:5");
    }

    @Test
    void aFieldOfAHundredMegabytesIsRefusedInLittleMemory() throws IOException {
        Path file = folder.resolve("huge.csv");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("A,B\n1,2\n3,\"".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) out.write(block);
            out.write("\"\n".getBytes(StandardCharsets.UTF_8));
        }
        refused(
                file,
                Format.ORDINARY,
                Limits.ORDINARY,
                "expected fields of at most 1,000,000 characters, found a longer line, in huge.csv:3");
    }

    @Test
    void aHeaderMustNameEachColumnOnce() throws IOException {
        refused(
                csv("A,B,A,C,B\n1,2,3,4,5\n"),
                "expected each column name once, found more than once: A, B, in a.csv:1");
        refused(csv("A,,C\n1,2,3\n"), "expected a column name, found a blank one, in a.csv:1, field column 2");
        refused(csv(" , ,\n1,2,3\n"), "expected a header of column names, found a blank line");
        refused(csv("A;B;C\n1;2;3\n"), "expected columns separated by ',', found columns separated by ';'");
        refused(csv("\n\n"), "expected a header and rows, found nothing");
    }

    @Test
    void whatIsNoExtractIsRefusedByItsKind() throws IOException {
        refused(folder.resolve("nothing.csv"), "expected a file, found nothing of that name");
        refused(folder, "expected a file, found a directory");
        refused(csv(""), "expected rows, found an empty file");
        refused(file("a.doc", new byte[] {1}), "expected a file ending in .csv, .jsonl or .xlsx");
        refused(file("zip.csv", new byte[] {'P', 'K', 3, 4, 0}), "expected text, found a ZIP archive or workbook");
        refused(
                file("old.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}),
                "an old Excel or Word file");
        refused(
                file("text.xlsx", "A,B\n".getBytes(StandardCharsets.UTF_8)),
                "expected a workbook (.xlsx), found something else");
        refused(
                file("cut.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}),
                "expected a workbook (.xlsx), found a damaged archive");
        refused(
                file("rubbish.csv", new byte[] {'A', ',', 'B', '\n', 7, 0, 1, 2}),
                "expected text, found a NUL character");
    }

    @Test
    void jsonLinesBecomeColumnsAndABrokenLineStandsAlone() throws IOException {
        Path file = file("a.jsonl", """
                {"id":7,"name":{"given":"Sam"},"tags":["a","b"],"phones":[{"n":"1"},{"n":"2"}],"none":null}
                {"id":8,

                {"id":9,"id":10}
                [1]
                {"id":"\\u0000"}
                {"id":11} {"id":12}
                {"id":13}
                """.getBytes(StandardCharsets.UTF_8));
        List<Line> lines = read(file);
        assertThat(lines).extracting(Line::line).containsExactly(1L, 2L, 4L, 5L, 6L, 7L, 8L);
        Row first = (Row) lines.getFirst();
        assertThat(first.columns().names())
                .containsExactly("id", "name.given", "tags", "phones.0.n", "phones.1.n", "none");
        assertThat(first.values()).containsExactly("7", "Sam", "a;b", "1", "2", "");
        assertThat(lines.subList(1, 6)).allMatch(line -> line instanceof BrokenRow);
        assertThat(words(lines.get(6))).isEqualTo("8[13]");
        refused(
                file("list.jsonl", "[{\"id\":1}]".getBytes(StandardCharsets.UTF_8)),
                "expected a JSON object on each line, found something else, in list.jsonl:1");
        refused(
                file("long.jsonl", ("{\"id\":\"" + "x".repeat(3_000) + "\"}").getBytes(StandardCharsets.UTF_8)),
                "expected lines of at most 1,000 characters, found a longer one, in long.jsonl:1");
    }

    @Test
    void aWorkbookIsReadWithItsDatesNumbersAndEmptyCells() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("People");
            sheet.value(0, 0, "ID");
            sheet.value(0, 1, "DOB");
            sheet.value(0, 2, "Name");
            sheet.value(1, 0, 9434765919L);
            sheet.value(1, 1, java.time.LocalDate.of(2009, 4, 3));
            sheet.style(1, 1).format("dd/mm/yyyy").set();
            sheet.value(1, 2, "Zoë");
            sheet.value(3, 0, 1.5);
            sheet.value(3, 2, true);
            sheet.value(4, 3, "too far right");
            workbook.newWorksheet("Other").value(0, 0, "X");
        }
        assertThat(read(file))
                .extracting(ReadersTest::words)
                .containsExactly(
                        "2[9434765919, 2009-04-03, Zoë]",
                        "4[1.5, , true]",
                        "5!3 cells, as in the header, found 4 cells");
        refused(
                file,
                new Format(null, ',', "Missing"),
                Limits.ORDINARY,
                "expected a sheet named Missing, found sheets: People, Other");
    }

    @Test
    void bombsInAWorkbookAreRefusedBeforeTheyAreRead() throws IOException {
        refused(
                workbook("<c>" + " ".repeat(500_000) + "</c>", 4),
                Format.ORDINARY,
                Limits.ORDINARY,
                "which inflates more (a ZIP bomb)");
        refused(
                workbook("<c>x</c>", 200_000),
                "expected parts of at most 1,048,576 bytes, found a bigger one: xl/worksheets/sheet1.xml");
        refused(workbook("<c>" + "abcdefgh".repeat(200) + "</c>", 1), "expected cells of at most 1,000 characters");
        refused(workbook("<c r=\"ZZZZZZ1\"/>", 1), "expected columns up to XFD, found a column of 6 letters");
    }

    private Path workbook(String cell, int times) throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < times; i++) zip.write(cell.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
