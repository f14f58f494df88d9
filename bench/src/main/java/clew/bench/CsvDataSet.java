package clew.bench;

import clew.core.linkage.LinkSettings.Mode;
import clew.core.linkage.RecordTable;
import clew.core.measure.Partition;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A data set in CSV files with one column that holds the truth.
 *
 * @param files one source each
 * @param map which columns are compared
 * @param truthColumn the column that names the true person; never compared
 */
record CsvDataSet(String name, Mode mode, List<Path> files, Path map, String truthColumn) implements DataSet {

    @Override
    public RecordTable records() throws IOException {
        ColumnMap columns = ColumnMap.read(map);
        RecordTable.Builder table = RecordTable.builder(columns.columns().entrySet().stream()
                .map(column -> new RecordTable.Column(column.getKey(), column.getValue()))
                .toList());
        for (Path file : files) {
            String source = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
            addRows(table, columns, file, source);
        }
        return table.build();
    }

    private static void addRows(RecordTable.Builder table, ColumnMap columns, Path file, String source)
            throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            String[] names = columns.columns().keySet().toArray(String[]::new);
            int[] places = new int[names.length];
            int id = -1;
            for (NamedCsvRecord row : rows) {
                if (id < 0) {
                    id = place(row, columns.id(), file);
                    for (int i = 0; i < places.length; i++) {
                        places[i] = place(row, names[i], file);
                    }
                }
                String[] values = new String[places.length];
                for (int i = 0; i < places.length; i++) {
                    values[i] = row.getField(places[i]);
                }
                table.add(source, row.getField(id), values);
            }
        }
    }

    private static int place(NamedCsvRecord row, String column, Path file) throws IOException {
        int place = row.getHeader().indexOf(column);
        if (place < 0) {
            throw new IOException("expected a column %s, found %s, in %s".formatted(column, row.getHeader(), file));
        }
        return place;
    }

    @Override
    public Partition truth(RecordTable records) throws IOException {
        List<String> persons = new ArrayList<>(records.rows());
        for (Path file : files) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                rows.forEach(row -> persons.add(row.getField(truthColumn)));
            }
        }
        return Partition.ofTexts(persons);
    }
}
