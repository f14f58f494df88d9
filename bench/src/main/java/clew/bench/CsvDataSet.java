package clew.bench;

import clew.core.linkage.LinkSettings.Mode;
import clew.core.linkage.RecordTable;
import clew.core.linkage.files.ColumnMap;
import clew.core.linkage.files.LinkInput;
import clew.core.linkage.files.SourceFile;
import clew.core.measure.Partition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A data set in CSV files with one column that holds the truth, read as {@code clew link} reads it.
 *
 * @param files one source each
 * @param map which columns are compared
 * @param truthColumn the column that names the true person; never compared
 */
record CsvDataSet(String name, Mode mode, List<Path> files, Path map, String truthColumn) implements DataSet {

    @Override
    public RecordTable records() throws IOException {
        return read(null).table();
    }

    @Override
    public Partition truth(RecordTable records) throws IOException {
        return Partition.of(Objects.requireNonNull(read(truthColumn).truth()));
    }

    private LinkInput read(@Nullable String truth) throws IOException {
        try (InputStream columns = Files.newInputStream(map)) {
            return LinkInput.read(
                    files.stream()
                            .map(file -> SourceFile.of(file, () -> Files.newInputStream(file)))
                            .toList(),
                    ColumnMap.read(columns, map.toString()),
                    truth);
        }
    }
}
