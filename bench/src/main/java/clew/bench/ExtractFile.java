package clew.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of an agency's extract, CSV or JSON Lines. */
final class ExtractFile {

    private ExtractFile() {}

    /** Takes rows in, one after the other. */
    interface Rows {
        void next(ExtractMap.Row row);
    }

    /** Reads the rows of the file beside a map: {@code .jsonl} where there is one, else {@code .csv}. */
    static void read(Path map, ExtractMap extract, Rows rows) throws IOException {
        String stem = map.getFileName().toString().replaceFirst("\\.map\\.yaml$", "");
        Path lines = map.resolveSibling(stem + ".jsonl");
        if (Files.exists(lines)) {
            readLines(lines, extract, rows);
        } else {
            readCsv(map.resolveSibling(stem + ".csv"), extract, rows);
        }
    }

    private static void readLines(Path file, ExtractMap extract, Rows rows) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, extract.charset())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode object = JsonMapper.shared().readTree(line);
                rows.next(column -> object.path(column).asString(""));
            }
        }
    }

    private static void readCsv(Path file, ExtractMap extract, Rows rows) throws IOException {
        try (Reader text = new InputStreamReader(Files.newInputStream(file), extract.charset());
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().fieldSeparator(extract.delimiter()).ofNamedCsvRecord(text)) {
            Map<String, Integer> places = new HashMap<>();
            for (NamedCsvRecord row : csv) {
                rows.next(column -> value(row, column, places));
            }
        }
    }

    private static String value(NamedCsvRecord row, String column, Map<String, Integer> places) {
        int place = places.computeIfAbsent(column, name -> place(row.getHeader(), name));
        return place < 0 || place >= row.getFieldCount() ? "" : row.getField(place);
    }

    /** The place of a column; a byte order mark before the first one is passed over. */
    private static int place(List<String> header, String column) {
        int place = header.indexOf(column);
        return place < 0 && header.get(0).equals("\uFEFF" + column) ? 0 : place;
    }
}
