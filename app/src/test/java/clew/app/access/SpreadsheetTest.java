package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.access.Spreadsheet.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class SpreadsheetTest {

    private static final Spreadsheet TABLE = new Spreadsheet(
            "People found",
            List.of("Name", "Places"),
            List.of(List.of("Zoë, \"Zee\" Hart", "=HYPERLINK(\"x\")"), List.of("@SUM(A1)", "-5")));

    @Test
    void a_comma_separated_file_opens_as_text_and_runs_nothing() {
        assertThat(new String(TABLE.in(Format.CSV), StandardCharsets.UTF_8))
                .isEqualTo(
                        "\uFEFFName,Places\r\n\"Zoë, \"\"Zee\"\" Hart\",\"'=HYPERLINK(\"\"x\"\")\"\r\n'@SUM(A1),-5\r\n");
    }

    @Test
    void a_workbook_holds_the_same_cells_as_text_and_no_formula() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(TABLE.in(Format.XLSX)))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.stream().flatMap(Row::stream).map(Cell::getType)).containsOnly(CellType.STRING);
            assertThat(rows.get(1).getCellAsString(1)).contains("'=HYPERLINK(\"x\")");
            assertThat(rows.get(2).getCellAsString(1)).contains("-5");
        }
    }

    @Test
    void every_row_carries_the_mark_of_its_share() {
        assertThat(TABLE.with("Share", "s-1").rows())
                .allSatisfy(row -> assertThat(row).endsWith("s-1"));
    }

    @Test
    void a_row_with_too_few_cells_is_refused() {
        assertThatThrownBy(() -> new Spreadsheet("x", List.of("a", "b"), List.of(List.of("1"))))
                .hasMessage("expected 2 cells in each row, found 1");
    }
}
