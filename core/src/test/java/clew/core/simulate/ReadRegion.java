package clew.core.simulate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A simulated region read back by nothing but its files: extracts through their maps, and the truth. */
final class ReadRegion {

    static final int PEOPLE = 20_000;

    /** One extract with its map. */
    record Source(String agency, String file, JsonNode map, List<String> columns, List<Map<String, String>> rows) {
        List<JsonNode> records() {
            return map.path("records").valueStream().toList();
        }
    }

    private static final Map<Long, ReadRegion> READ = new TreeMap<>();

    private final MemoryOutput output;
    private final List<Source> sources = new ArrayList<>();

    private ReadRegion(MemoryOutput output) {
        this.output = output;
        for (String name : output.files().keySet()) {
            if (name.startsWith("extracts/") && !name.endsWith(".yaml")) {
                sources.add(source(name));
            }
        }
    }

    /** A region of 20,000 people in which something of each kind recurs, made once a seed. */
    static synchronized ReadRegion ofSeed(long seed) throws Exception {
        ReadRegion region = READ.get(seed);
        if (region == null) {
            region = new ReadRegion(MemoryOutput.of(new RegionSettings(PEOPLE, seed).withRecurring(1)));
            READ.put(seed, region);
        }
        return region;
    }

    List<Source> sources() {
        return sources;
    }

    MemoryOutput output() {
        return output;
    }

    Source source(String agencyEnding, String file) {
        return sources.stream()
                .filter(source ->
                        source.agency().endsWith(agencyEnding) && source.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    List<Map<String, String>> truth(String file) {
        return csv(output.text("truth/" + file), ',');
    }

    private Source source(String name) {
        String[] path = name.split("/");
        JsonNode map = new YAMLMapper().readTree(output.text(name.substring(0, name.lastIndexOf('.')) + ".map.yaml"));
        Charset charset = Charset.forName(map.path("format").path("encoding").asString("UTF-8"));
        String text = output.text(name, charset);
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (name.endsWith(".jsonl")) {
            List<Map<String, String>> rows = bare.lines().map(ReadRegion::json).toList();
            List<String> columns = rows.stream()
                    .flatMap(row -> row.keySet().stream())
                    .distinct()
                    .toList();
            return new Source(path[1], path[2], map, columns, rows);
        }
        char delimiter = map.path("format").path("delimiter").asString(",").charAt(0);
        List<String> columns = List.of(bare.substring(0, bare.indexOf("\r\n")).split(String.valueOf(delimiter)));
        return new Source(path[1], path[2], map, columns, csv(bare, delimiter));
    }

    private static Map<String, String> json(String line) {
        Map<String, String> row = new TreeMap<>();
        new JsonMapper()
                .readTree(line)
                .properties()
                .forEach(e -> row.put(e.getKey(), e.getValue().asString()));
        return row;
    }

    private static List<Map<String, String>> csv(String text, char delimiter) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (NamedCsvRecord row : CsvReader.builder().fieldSeparator(delimiter).ofNamedCsvRecord(text)) {
            rows.add(row.getFieldsAsMap());
        }
        return rows;
    }
}
