package clew.core.linkage.files;

import clew.core.linkage.Kind;
import clew.core.linkage.RecordTable;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a link run reads: the table of records and, where a column of truth was named, the true person of each.
 *
 * @param table the records, in the order of the files
 * @param truth a number for each true person, by row; null when no column was named
 */
@SuppressWarnings("ArrayRecordComponent")
public record LinkInput(RecordTable table, int @Nullable [] truth) {

    /**
     * Reads all sources.
     *
     * @param sources in order; their names must differ
     * @param map of their columns; null when headers are named as in the standard
     * @param truthColumn that names the true person, never compared; null for none
     * @throws UnreadableInput with file and line, when anything is not as it must be
     */
    public static LinkInput read(List<SourceFile> sources, @Nullable ColumnMap map, @Nullable String truthColumn) {
        return new Reading(sources, map, truthColumn).read();
    }

    /** One reading of all sources. */
    private static final class Reading {
        private final List<SourceFile> sources;
        private final @Nullable ColumnMap map;
        private final @Nullable String truthColumn;
        private final Map<String, Integer> truthNumbers = new HashMap<>();
        private int[] truth = new int[1 << 10];
        private int rows;

        Reading(List<SourceFile> sources, @Nullable ColumnMap map, @Nullable String truthColumn) {
            this.sources = sources;
            this.map = map;
            this.truthColumn = truthColumn;
        }

        LinkInput read() {
            requireDifferentNames();
            List<Layout> layouts = sources.stream().map(this::layout).toList();
            List<RecordTable.Column> columns = merged(layouts);
            RecordTable.Builder table = RecordTable.builder(columns);
            for (int i = 0; i < sources.size(); i++) {
                addRows(sources.get(i), layouts.get(i), places(layouts.get(i), columns), table);
            }
            return new LinkInput(table.build(), truthColumn == null ? null : Arrays.copyOf(truth, rows));
        }

        private void requireDifferentNames() {
            Set<String> names = new HashSet<>();
            for (SourceFile source : sources) {
                if (!names.add(source.name())) {
                    throw new UnreadableInput(
                            "files whose names differ", "a second " + source.name(), source.shownAs());
                }
            }
            for (String named : map == null ? List.<String>of() : map.sourcesNamed()) {
                if (!names.contains(named)) {
                    throw new UnreadableInput(
                            "a file for each source of the map", "none for " + named, "the map, field sources");
                }
            }
        }

        private Layout layout(SourceFile source) {
            try (CsvReader<CsvRecord> reader = open(source)) {
                Iterator<CsvRecord> records = reader.iterator();
                if (!records.hasNext()) {
                    throw new UnreadableInput("a header and records", "an empty file", source.shownAs() + ":1");
                }
                List<String> header = records.next().getFields();
                ColumnMap.Section section = map == null
                        ? StandardColumns.sectionOf(header, source.shownAs())
                        : map.sectionOf(source.name());
                return layout(source, header, section);
            } catch (IOException | CsvParseException | UncheckedIOException e) {
                throw unreadable(source, 1, e);
            }
        }

        private Layout layout(SourceFile source, List<String> header, ColumnMap.Section section) {
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
        private static List<RecordTable.Column> merged(List<Layout> layouts) {
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
        private static int[] places(Layout layout, List<RecordTable.Column> columns) {
            Map<Kind, List<Integer>> byKind = new EnumMap<>(Kind.class);
            layout.kinds().forEach((column, kind) -> {
                Integer place = layout.places().get(column);
                if (place != null) {
                    byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(place);
                }
            });
            int[] places = new int[columns.size()];
            for (int i = 0; i < places.length; i++) {
                List<Integer> left = byKind.getOrDefault(columns.get(i).kind(), new ArrayList<>());
                places[i] = left.isEmpty() ? -1 : left.remove(0);
            }
            return places;
        }

        private void addRows(SourceFile source, Layout layout, int[] places, RecordTable.Builder table) {
            long line = 1;
            int before = rows;
            Set<String> ids = new HashSet<>();
            try (CsvReader<CsvRecord> reader = open(source)) {
                boolean header = true;
                for (CsvRecord row : reader) {
                    if (header) {
                        header = false;
                        continue;
                    }
                    line = row.getStartingLineNumber();
                    addRow(source, layout, places, row, ids, table);
                }
            } catch (IOException | CsvParseException | UncheckedIOException e) {
                throw unreadable(source, line, e);
            }
            if (rows == before) {
                throw new UnreadableInput("records below the header", "none", source.shownAs() + ":1");
            }
        }

        private void addRow(
                SourceFile source,
                Layout layout,
                int[] places,
                CsvRecord row,
                Set<String> ids,
                RecordTable.Builder table) {
            String where = source.shownAs() + ":" + row.getStartingLineNumber();
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
            String[] values = new String[places.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = places[i] < 0 ? "" : row.getField(places[i]);
            }
            table.add(source.name(), id, values);
            if (layout.truth() >= 0) {
                addTruth(row.getField(layout.truth()));
            }
            rows++;
        }

        private void addTruth(String person) {
            if (rows == truth.length) {
                truth = Arrays.copyOf(truth, rows * 2);
            }
            truth[rows] = truthNumbers.computeIfAbsent(person, key -> truthNumbers.size());
        }

        private static CsvReader<CsvRecord> open(SourceFile source) throws IOException {
            InputStream stream = withoutByteOrderMark(source.opening().open());
            return CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(256 * 1024 * 1024)
                    .ofCsvRecord(new BufferedReader(
                            new InputStreamReader(
                                    stream,
                                    StandardCharsets.UTF_8
                                            .newDecoder()
                                            .onMalformedInput(CodingErrorAction.REPORT)
                                            .onUnmappableCharacter(CodingErrorAction.REPORT)),
                            1 << 16));
        }

        private static InputStream withoutByteOrderMark(InputStream stream) throws IOException {
            PushbackInputStream pushback = new PushbackInputStream(stream, 3);
            byte[] start = pushback.readNBytes(3);
            boolean mark =
                    start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
            if (!mark) {
                pushback.unread(start);
            }
            return pushback;
        }

        private static UnreadableInput unreadable(SourceFile source, long line, Exception failure) {
            Throwable cause = failure instanceof UncheckedIOException && failure.getCause() != null
                    ? failure.getCause()
                    : failure;
            if (cause instanceof CsvParseException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof CharacterCodingException) {
                return new UnreadableInput("text in UTF-8", "other bytes", source.shownAs() + ", after line " + line);
            }
            if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
                return new UnreadableInput("a file", "none", source.shownAs());
            }
            return new UnreadableInput(
                    "a CSV file", String.valueOf(cause.getMessage()), source.shownAs() + ", after line " + line);
        }
    }

    /**
     * Where things stand in one file.
     *
     * @param width fields a row
     * @param id place of the id
     * @param truth place of the truth, or -1
     * @param kinds by column
     * @param places by column
     */
    private record Layout(int width, int id, int truth, Map<String, Kind> kinds, Map<String, Integer> places) {}
}
