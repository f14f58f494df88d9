package clew.core.linkage.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads sources row by row, so that the first thing that is not as it must be is said with its line. */
final class RowReading {
    private final List<SourceFile> sources;
    private final List<Layout> layouts;
    private final GrowingTable table;

    RowReading(List<SourceFile> sources, List<Layout> layouts, GrowingTable table) {
        this.sources = sources;
        this.layouts = layouts;
        this.table = table;
    }

    LinkInput read(boolean withTruth) {
        for (int i = 0; i < sources.size(); i++) {
            addRows(sources.get(i), layouts.get(i));
            table.endSource(i);
        }
        return table.input(withTruth);
    }

    private void addRows(SourceFile source, Layout layout) {
        long line = 1;
        int before = table.ids.size();
        int[] places = layout.placesOf(table.columns());
        Set<String> ids = new HashSet<>();
        try (CsvReader<CsvRecord> reader =
                SourceText.csv().ofCsvRecord(SourceText.characters(SourceText.bytes(source)))) {
            boolean header = true;
            for (CsvRecord row : reader) {
                if (!header) {
                    line = row.getStartingLineNumber();
                    addRow(row, layout, places, ids, source.shownAs() + ":" + line);
                }
                header = false;
            }
        } catch (IOException | CsvParseException | UncheckedIOException e) {
            throw SourceText.unreadable(source, line, e);
        }
        if (table.ids.size() == before) {
            throw new UnreadableInput("records below the header", "none", source.shownAs() + ":1");
        }
    }

    private void addRow(CsvRecord row, Layout layout, int[] places, Set<String> ids, String where) {
        if (row.getFieldCount() != layout.width()) {
            throw new UnreadableInput(
                    layout.width() + " fields, as in the header", String.valueOf(row.getFieldCount()), where);
        }
        String id = row.getField(layout.id());
        if (id.isBlank()) {
            throw new UnreadableInput("an id", "none", where);
        }
        if (!ids.add(id)) {
            throw new UnreadableInput("each id once", "'" + id + "' again", where);
        }
        table.ids.add(id);
        for (int i = 0; i < places.length; i++) {
            table.values.get(i).add(places[i] < 0 ? "" : row.getField(places[i]));
        }
        if (layout.truth() >= 0) {
            table.truth.add(row.getField(layout.truth()));
        }
    }
}
