package clew.core.linkage.files;

import clew.core.linkage.RecordTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a link run reads: the table of records and, where a column of truth was named, the true person of each.
 *
 * @param table the records, in the order of the files
 * @param truth a number for each true person, by row, -1 where none is named; null when no column was named
 */
@SuppressWarnings("ArrayRecordComponent")
public record LinkInput(RecordTable table, int @Nullable [] truth) {

    /** Reads all sources, as {@link #read(List, ColumnMap, String, int)}, with one thread a processor. */
    public static LinkInput read(List<SourceFile> sources, @Nullable ColumnMap map, @Nullable String truthColumn) {
        return read(sources, map, truthColumn, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Reads all sources. Each is opened two times, three times when something in it is not as it must be: files are read in pieces side by side, and only
     * when that meets anything odd once more row by row, to say what it is and where.
     *
     * @param sources in order; their names must differ
     * @param map of their columns; null when headers are named as in the standard
     * @param truthColumn that names the true person, never compared; null for none
     * @param threads that read, at least 1; never changes the result
     * @throws UnreadableInput with file and line, when anything is not as it must be
     */
    public static LinkInput read(
            List<SourceFile> sources, @Nullable ColumnMap map, @Nullable String truthColumn, int threads) {
        requireDifferentNames(sources, map);
        List<Layout> layouts = sources.stream()
                .map(source -> Layout.of(source, map, truthColumn))
                .toList();
        List<RecordTable.Column> columns = Layout.merged(layouts);
        List<String> names = sources.stream().map(SourceFile::name).toList();
        Optional<LinkInput> fast =
                new PieceReading(sources, layouts, new GrowingTable(columns, names), threads).read(truthColumn != null);
        return fast.orElseGet(
                () -> new RowReading(sources, layouts, new GrowingTable(columns, names)).read(truthColumn != null));
    }

    /**
     * The columns of a source that {@link #read} would not compare, in their order: neither its ids nor the truth, and not named in the map or the standard.
     *
     * @throws UnreadableInput as {@code read} does
     */
    public static List<String> notCompared(SourceFile source, @Nullable ColumnMap map, @Nullable String truthColumn) {
        return Layout.notCompared(source, map, truthColumn);
    }

    private static void requireDifferentNames(List<SourceFile> sources, @Nullable ColumnMap map) {
        Set<String> names = new HashSet<>();
        for (SourceFile source : sources) {
            if (!names.add(source.name())) {
                throw new UnreadableInput("files whose names differ", "a second " + source.name(), source.shownAs());
            }
        }
        for (String named : map == null ? List.<String>of() : map.sourcesNamed()) {
            if (!names.contains(named)) {
                throw new UnreadableInput(
                        "a file for each source of the map", "none for " + named, "the map, field sources");
            }
        }
    }
}
