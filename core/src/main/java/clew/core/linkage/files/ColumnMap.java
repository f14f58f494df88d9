package clew.core.linkage.files;

import clew.core.linkage.Kind;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which column names a record and what kind the others are: {@code id: NAME} and {@code columns: {NAME: kind}}; a part {@code sources: {SOURCE: {id,
 * columns}}} says it for one source where the names differ. Columns of different sources meet by kind, in their order.
 */
public final class ColumnMap {
    private final Section common;
    private final Map<String, Section> sections;

    private ColumnMap(Section common, Map<String, Section> sections) {
        this.common = common;
        this.sections = sections;
    }

    /**
     * What is said for one source.
     *
     * @param id column that names a record; null when not said
     * @param kinds by column, in the order of the map
     */
    record Section(@Nullable String id, Map<String, Kind> kinds) {}

    /**
     * Reads a map.
     *
     * @param stream YAML in UTF-8
     * @param shownAs in messages
     * @throws UnreadableInput when it is no map of this form
     */
    public static ColumnMap read(InputStream stream, String shownAs) {
        JsonNode tree;
        try {
            tree = new YAMLMapper().readTree(stream);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UnreadableInput("a map in YAML", firstLine(e.getOriginalMessage()), shownAs + ":" + line);
        }
        if (!tree.isObject()) {
            throw new UnreadableInput("id and columns", "no map", shownAs);
        }
        Map<String, Section> sections = new TreeMap<>();
        for (Map.Entry<String, JsonNode> source : tree.path("sources").properties()) {
            sections.put(source.getKey(), section(source.getValue(), shownAs));
        }
        return new ColumnMap(section(tree, shownAs), sections);
    }

    /** What holds for a source. */
    Section sectionOf(String source) {
        Section own = sections.get(source);
        if (own == null) {
            return common;
        }
        return new Section(
                own.id() == null ? common.id() : own.id(), own.kinds().isEmpty() ? common.kinds() : own.kinds());
    }

    /** Names of the sources that have a part of their own. */
    List<String> sourcesNamed() {
        return List.copyOf(sections.keySet());
    }

    private static Section section(JsonNode node, String shownAs) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> column : node.path("columns").properties()) {
            String title = column.getValue().asString();
            Kind kind = Kind.titled(title)
                    .orElseThrow(() -> new UnreadableInput(
                            "one of " + kinds(), "'" + title + "'", shownAs + ", field " + column.getKey()));
            kinds.put(column.getKey(), kind);
        }
        String id = node.path("id").asString("");
        return new Section(id.isEmpty() ? null : id, kinds);
    }

    private static String kinds() {
        return Arrays.stream(Kind.values()).map(Kind::title).collect(Collectors.joining(", "));
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "something else"
                : message.lines().findFirst().orElse("").strip();
    }
}
