package clew.bench;

import clew.core.linkage.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which columns of a CSV file are compared: the short mapping that {@code clew link} takes.
 *
 * @param id the column that names a record
 * @param columns kinds by column, in the order of the file
 */
record ColumnMap(String id, Map<String, Kind> columns) {

    /** Reads {@code id: NAME} and {@code columns: {NAME: kind, ...}}. */
    static ColumnMap read(Path file) throws IOException {
        JsonNode map = new YAMLMapper().readTree(file.toFile());
        Map<String, Kind> columns = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> column : map.path("columns").properties()) {
            String title = column.getValue().asString();
            columns.put(
                    column.getKey(),
                    Kind.titled(title)
                            .orElseThrow(() -> new IOException("expected a kind of column, found %s, in %s, field %s"
                                    .formatted(title, file, column.getKey()))));
        }
        return new ColumnMap(map.path("id").asString(), columns);
    }
}
