package clew.core.network.files;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which column of a plain table holds what: {@code columns: {NAME: what}} for all files, and {@code sources: {FILE: {columns: {NAME: what}}}} for one file,
 * by its name without ending. What the map does not name goes by its own name, where that is one of {@link Column}; without a map all do.
 */
public final class TableMap {
    /** The map that says nothing. */
    public static final TableMap NONE = new TableMap(Map.of(), Map.of());

    private final Map<String, Column> common;
    private final Map<String, Map<String, Column>> sources;

    private TableMap(Map<String, Column> common, Map<String, Map<String, Column>> sources) {
        this.common = common;
        this.sources = sources;
    }

    /**
     * Reads a map.
     *
     * @param text YAML
     * @param shownAs in messages
     * @throws UnreadableTable when it is no map of this form
     */
    public static TableMap read(String text, String shownAs) {
        JsonNode tree;
        try {
            tree = new YAMLMapper().readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UnreadableTable("a map in YAML", "something else", shownAs + ":" + line);
        }
        if (tree == null || !tree.has("columns") && !tree.has("sources")) {
            throw new UnreadableTable("columns or sources", "neither", shownAs);
        }
        Map<String, Map<String, Column>> sources = new TreeMap<>();
        for (Map.Entry<String, JsonNode> source : tree.path("sources").properties()) {
            sources.put(source.getKey(), columns(source.getValue(), shownAs));
        }
        return new TableMap(columns(tree, shownAs), sources);
    }

    private static Map<String, Column> columns(JsonNode node, String shownAs) {
        Map<String, Column> columns = new TreeMap<>();
        for (Map.Entry<String, JsonNode> column : node.path("columns").properties()) {
            String title = column.getValue().asString("");
            columns.put(
                    column.getKey(),
                    Column.titled(title)
                            .orElseThrow(() -> new UnreadableTable(
                                    "one of " + titles(), "'" + title + "'", shownAs + ", field " + column.getKey())));
        }
        return columns;
    }

    private static String titles() {
        return Arrays.stream(Column.values()).map(Column::title).collect(Collectors.joining(", "));
    }

    /**
     * The place of each column in a file.
     *
     * @throws UnreadableTable when the map names a column that the file has not, or none of its columns is a person or an event
     */
    Map<Column, Integer> places(String source, String shownAs, List<String> header) {
        @Nullable Map<String, Column> own = sources.get(source);
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        if (own != null) {
            own.keySet().stream()
                    .filter(name -> !header.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new UnreadableTable(
                                "a column " + name + ", which the map names",
                                String.join(", ", header),
                                shownAs + ":1");
                    });
        }
        Map<String, Column> mapped = own == null ? common : own;
        for (int place = 0; place < header.size(); place++) {
            Column column = mapped.get(header.get(place));
            if (column != null) {
                places.putIfAbsent(column, place);
            }
        }
        for (int place = 0; place < header.size(); place++) {
            int at = place;
            if (!mapped.containsKey(header.get(place))) {
                Column.titled(header.get(place)).ifPresent(column -> places.putIfAbsent(column, at));
            }
        }
        if (!places.containsKey(Column.PERSON) && !places.containsKey(Column.EVENT)) {
            throw new UnreadableTable(
                    "a column of a person or an event, such as person_id", String.join(", ", header), shownAs + ":1");
        }
        return places;
    }
}
