package clew.core.linkage.report;

import clew.core.linkage.RecordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts records side by side: which columns hold anything, and which values are not what most of the records have. */
record RowsSideBySide(RecordTable table, int[] rows) {

    /** Columns that hold a value in any of the records, by place. */
    int[] columns() {
        return IntStream.range(0, table.columns().size())
                .filter(column ->
                        IntStream.of(rows).anyMatch(row -> !value(row, column).isEmpty()))
                .toArray();
    }

    List<String> titles() {
        return IntStream.of(columns())
                .mapToObj(column -> table.columns().get(column).name())
                .toList();
    }

    /** The records with their values; {@code parts} names the part of each. */
    List<PersonLook.Row> shown(List<String> parts) {
        int[] columns = columns();
        String[] usual = IntStream.of(columns).mapToObj(this::usual).toArray(String[]::new);
        List<PersonLook.Row> shown = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            List<PersonLook.Cell> cells = new ArrayList<>();
            for (int c = 0; c < columns.length; c++) {
                String value = value(row, columns[c]);
                boolean differs = !value.isEmpty() && !usual[c].equals(value.toLowerCase(Locale.ROOT));
                cells.add(new PersonLook.Cell(value, differs));
            }
            shown.add(new PersonLook.Row(address(table, row), parts.get(i), cells));
        }
        return shown;
    }

    /** What most of the records have here, the first of them where several are as frequent. */
    private String usual(int column) {
        Map<String, Integer> counts = new HashMap<>();
        String usual = "";
        for (int row : rows) {
            String value = value(row, column).toLowerCase(Locale.ROOT);
            if (!value.isEmpty()) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        for (int row : rows) {
            String value = value(row, column).toLowerCase(Locale.ROOT);
            if (counts.getOrDefault(value, 0) > counts.getOrDefault(usual, 0)) {
                usual = value;
            }
        }
        return usual;
    }

    private String value(int row, int column) {
        return table.valueOf(row, column).strip();
    }

    /** Where a record is found: its id, after its source where there are several. */
    static String address(RecordTable table, int row) {
        if (table.sources().size() == 1) {
            return table.idOf(row);
        }
        return table.sources().get(table.sourceOf(row)) + " / " + table.idOf(row);
    }
}
