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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

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
        Object tree;
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), stream)) {
            parser.nextToken();
            tree = value(parser);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UnreadableInput("a map in YAML", firstLine(e.getOriginalMessage()), shownAs + ":" + line);
        }
        if (!(tree instanceof Map<?, ?> map)) {
            throw new UnreadableInput("id and columns", "no map", shownAs);
        }
        Map<String, Section> sections = new TreeMap<>();
        part(map, "sources")
                .forEach((source, said) -> sections.put(
                        source.toString(), section(said instanceof Map<?, ?> own ? own : Map.of(), shownAs)));
        return new ColumnMap(section(map, shownAs), sections);
    }

    /** What the parser stands at: a map by text, a text, or no text for a list or nothing. Without a mapper, which would take longer to be made than a map to be read. */
    private static Object value(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, value(parser));
            }
            return map;
        }
        boolean isText = parser.currentToken() != null
                && parser.currentToken().isScalarValue()
                && parser.currentToken() != JsonToken.VALUE_NULL;
        parser.skipChildren();
        return isText ? parser.getString() : "";
    }

    private static Map<?, ?> part(Map<?, ?> map, String name) {
        return map.get(name) instanceof Map<?, ?> part ? part : Map.of();
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

    private static Section section(Map<?, ?> said, String shownAs) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        part(said, "columns").forEach((column, title) -> {
            Kind kind = Kind.titled(title.toString())
                    .orElseThrow(() ->
                            new UnreadableInput("one of " + kinds(), "'" + title + "'", shownAs + ", field " + column));
            kinds.put(column.toString(), kind);
        });
        String id = said.get("id") instanceof String text ? text : "";
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
