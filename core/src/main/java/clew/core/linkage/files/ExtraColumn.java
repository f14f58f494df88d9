package clew.core.linkage.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one more column of the sources that is never compared, to judge a run apart by its values. */
public final class ExtraColumn {

    private ExtraColumn() {}

    /**
     * The values of a column, one for each record in the order of the sources; empty for all records of a source that has no such column.
     *
     * @throws UnreadableInput when a source cannot be read, or none has the column
     */
    public static List<String> read(List<SourceFile> sources, String column) {
        List<String> values = new ArrayList<>();
        boolean found = false;
        for (SourceFile source : sources) {
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                    .ofNamedCsvRecord(new InputStreamReader(source.opening().open(), StandardCharsets.UTF_8))) {
                for (NamedCsvRecord row : reader) {
                    found |= row.getHeader().contains(column);
                    values.add(row.findField(column).orElse(""));
                }
            } catch (IOException | CsvParseException | UncheckedIOException e) {
                throw new UnreadableInput("a CSV file", String.valueOf(e.getMessage()), source.shownAs());
            }
        }
        if (!found) {
            throw new UnreadableInput("a column '" + column + "'", "none", "any of the sources");
        }
        return values;
    }
}
