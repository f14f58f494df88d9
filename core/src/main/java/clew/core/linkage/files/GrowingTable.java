package clew.core.linkage.files;

import clew.core.linkage.RecordTable;
import clew.core.linkage.TextColumn;
import clew.core.linkage.TextPool;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The columns of a table while its sources are read. The columns may grow side by side. */
final class GrowingTable {
    private final List<RecordTable.Column> columns;
    private final List<String> sources;
    private final int[] rowsAfterSource;
    final TextPool ids = new TextPool();
    final List<TextColumn> values;
    final TextColumn truth = new TextColumn();

    GrowingTable(List<RecordTable.Column> columns, List<String> sources) {
        this.columns = columns;
        this.sources = sources;
        rowsAfterSource = new int[sources.size()];
        values = Stream.generate(TextColumn::new).limit(columns.size()).toList();
    }

    List<RecordTable.Column> columns() {
        return columns;
    }

    /** Makes room for so many rows in all, as far as those so far tell how much they need; more or fewer may come. */
    void expect(int rows) {
        if (ids.size() > 0) {
            // ids that are numbers grow longer by a letter
            ids.expect(rows, (long) ids.bytes() * rows / ids.size() + rows);
        }
        values.forEach(column -> column.expect(rows));
        if (truth.rows() > 0) {
            truth.expect(rows);
        }
    }

    /** Ends a source: rows up to here are its own, and columns that it does not have are empty in them. */
    void endSource(int source) {
        rowsAfterSource[source] = ids.size();
        values.forEach(column -> column.fill(ids.size()));
    }

    LinkInput input(boolean withTruth) {
        int[] sourceOfRow = new int[ids.size()];
        for (int source = 1; source < rowsAfterSource.length; source++) {
            Arrays.fill(sourceOfRow, rowsAfterSource[source - 1], rowsAfterSource[source], source);
        }
        RecordTable table = RecordTable.of(columns, sources, sourceOfRow, ids, values);
        if (!withTruth) {
            return new LinkInput(table, null);
        }
        int[] persons = new int[ids.size()];
        Arrays.setAll(persons, row -> truth.code(row) - 1);
        return new LinkInput(table, persons);
    }
}
