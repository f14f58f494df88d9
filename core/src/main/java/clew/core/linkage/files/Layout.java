package clew.core.linkage.files;

import clew.core.linkage.Kind;
import clew.core.linkage.RecordTable;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand in one file.
 *
 * @param width fields a row
 * @param id place of the id
 * @param truth place of the truth, or -1
 * @param kinds by column
 * @param places by column
 */
record Layout(int width, int id, int truth, Map<String, Kind> kinds, Map<String, Integer> places) {

    /** The layout that the header of a source has under a map, or under the names of the standard when there is none. */
    static Layout of(SourceFile source, @Nullable ColumnMap map, @Nullable String truthColumn) {
        List<String> header = header(source);
        ColumnMap.Section section =
                map == null ? StandardColumns.sectionOf(header, source.shownAs()) : map.sectionOf(source.name());
        String where = source.shownAs() + ":1";
        if (section.id() == null || section.kinds().isEmpty()) {
            throw new UnreadableInput("id and columns for source " + source.name(), "neither or one", "the map");
        }
        requireUnique(header, section, where);
        int truthPlace = truthColumn == null ? -1 : place(header, truthColumn, where);
        Map<String, Integer> places = new HashMap<>();
        for (String column : section.kinds().keySet()) {
            if (column.equals(truthColumn)) {
                throw new UnreadableInput(
                        "a column of truth that is not compared", "'" + column + "' with a kind", "the map");
            }
            places.put(column, place(header, column, where));
        }
        return new Layout(header.size(), place(header, section.id(), where), truthPlace, section.kinds(), places);
    }

    /** The columns of a source that hold neither its ids nor the truth and are not compared, in their order. */
    static List<String> notCompared(SourceFile source, @Nullable ColumnMap map, @Nullable String truthColumn) {
        Layout layout = of(source, map, truthColumn);
        List<String> header = header(source);
        return IntStream.range(0, header.size())
                .filter(place -> place != layout.id && place != layout.truth && !layout.places.containsValue(place))
                .mapToObj(header::get)
                .toList();
    }

    private static List<String> header(SourceFile source) {
        try (CsvReader<CsvRecord> reader =
                SourceText.csv().ofCsvRecord(SourceText.characters(SourceText.bytes(source)))) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw new UnreadableInput("a header and records", "an empty file", source.shownAs() + ":1");
            }
            return records.next().getFields();
        } catch (IOException | CsvParseException | UncheckedIOException e) {
            throw SourceText.unreadable(source, 1, e);
        }
    }

    private static void requireUnique(List<String> header, ColumnMap.Section section, String where) {
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!seen.add(column) && (section.kinds().containsKey(column) || column.equals(section.id()))) {
                throw new UnreadableInput("one column '" + column + "'", "two", where);
            }
        }
    }

    private static int place(List<String> header, String column, String where) {
        int place = header.indexOf(column);
        if (place < 0) {
            throw new UnreadableInput("a column '" + column + "'", header.toString(), where);
        }
        return place;
    }

    /** Columns of the first source, then those that others have more of; met by kind and order. */
    static List<RecordTable.Column> merged(List<Layout> layouts) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        List<RecordTable.Column> columns = new ArrayList<>();
        for (Layout layout : layouts) {
            Map<Kind, Integer> own = new EnumMap<>(Kind.class);
            layout.kinds().forEach((column, kind) -> {
                if (own.merge(kind, 1, Integer::sum) > counts.getOrDefault(kind, 0)) {
                    counts.merge(kind, 1, Integer::sum);
                    columns.add(new RecordTable.Column(column, kind));
                }
            });
        }
        return columns;
    }

    /** For each column of the table its place in the file, or -1. */
    int[] placesOf(List<RecordTable.Column> columns) {
        Map<Kind, List<Integer>> byKind = new EnumMap<>(Kind.class);
        kinds.forEach((column, kind) -> {
            Integer place = places.get(column);
            if (place != null) {
                byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(place);
            }
        });
        int[] found = new int[columns.size()];
        for (int i = 0; i < found.length; i++) {
            List<Integer> left = byKind.getOrDefault(columns.get(i).kind(), new ArrayList<>());
            found[i] = left.isEmpty() ? -1 : left.remove(0);
        }
        return found;
    }
}
